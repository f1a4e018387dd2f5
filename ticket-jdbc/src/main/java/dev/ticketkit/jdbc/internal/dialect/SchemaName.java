package dev.ticketkit.jdbc.internal.dialect;

import java.nio.charset.StandardCharsets;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name of a schema as the host gives it. A plain one is written without quotes, so that each database makes of it what it makes of all others;
 * every other is quoted, and is that schema to the letter.
 */
public final class SchemaName {
    private static final int MOST_BYTES = 63;
    private static final Pattern PLAIN = Pattern.compile("[a-z][a-z0-9_]*");

    /** Halves of characters too: no database has them, and drivers make question marks of them or fail. */
    private static final Pattern UNWRITABLE = Pattern.compile("[\\p{Cntrl}\\p{Cs}]");

    /** Of PostgreSQL and of H2 together: a name is written alike on both. */
    private static final Set<String> RESERVED = Set.of("""
            all analyse analyze and any are array as asc asymmetric at atomic authorization between bigint binary bit boolean both by case cast \
            char character check coalesce collate collation column concurrently constraint create cross current_catalog current_date \
            current_path current_role current_schema current_time current_timestamp current_user day dec decimal default deferrable desc distinct do \
            else end except exists false fetch float for foreign freeze from full grant greatest group groups grouping having hour if ilike in initially \
            inner inout int integer intersect interval into is isnull join json json_array json_arrayagg json_exists json_object json_objectagg \
            json_query json_scalar json_serialize json_table json_value key lateral leading least left like limit localtime localtimestamp \
            merge_action minus minute month national natural nchar none normalize not notnull null nullif numeric offset on only or order out outer over \
            overlaps overlay partition placing position precision primary qualify range real references regexp returning right row rownum rows second \
            select session_user set setof similar smallint some substring symmetric system_user table tablesample then time timestamp to top trailing \
            treat trim true uescape union unique unknown user using value values varchar variadic verbose when where window with xmlattributes \
            xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable year _rowid_""".split(" "));

    private SchemaName() {}

    /** Whether a schema can have this name on each database. */
    public static boolean isPossible(String name) {
        return !name.isBlank()
                && name.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES
                && !UNWRITABLE.matcher(name).find()
                && !name.toLowerCase(Locale.ROOT).startsWith("pg_")
                && !name.equalsIgnoreCase("information_schema");
    }

    /** As it is written in a statement. */
    public static String written(String name) {
        return isPlain(name) ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    /** As the catalog of the database has it. */
    public static String stored(String name, DatabaseMetaData database) throws SQLException {
        return isPlain(name) ? folded(name, database) : name;
    }

    /** What a database makes of a lower-case name that is not quoted. */
    public static String folded(String name, DatabaseMetaData database) throws SQLException {
        return database.storesUpperCaseIdentifiers() ? name.toUpperCase(Locale.ROOT) : name;
    }

    private static boolean isPlain(String name) {
        return PLAIN.matcher(name).matches() && !RESERVED.contains(name);
    }
}
