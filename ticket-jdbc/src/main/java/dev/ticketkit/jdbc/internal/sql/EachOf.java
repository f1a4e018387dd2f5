package dev.ticketkit.jdbc.internal.sql;

/**
 * Rows of a tenant by many keys on H2, which finds {@code = ANY} in an index only by its first column and compares the array with every row of the tenant:
 * there the keys are joined, so each is looked up. No key may come twice.
 */
public final class EachOf {
    private EachOf() {}

    /** A table of the values of an array, named {@code u}, with one column. */
    public static String array(String parameter, String type, String column) {
        return "UNNEST(CAST(:" + parameter + " AS " + type + " ARRAY)) u (" + column + ")";
    }

    /** The table {@code alias} of the ids in {@code :ids}, to follow FROM. */
    public static String ids(String table, String alias) {
        return array("ids", "uuid", "id") + " JOIN " + table + " " + alias + " ON " + alias
                + ".tenant_id = :tenant_id AND " + alias + ".id = u.id";
    }
}
