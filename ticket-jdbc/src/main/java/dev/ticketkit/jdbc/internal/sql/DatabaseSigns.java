package dev.ticketkit.jdbc.internal.sql;

/**
 * What distinguishes databases; see docs/decisions/0016.
 *
 * @param key a hash of the key that was made with the tables; empty when its row is gone
 * @param place the server's files: a standby has those of its primary, a copy has others; empty where they are not known
 * @param address how the connection came there: the URL without parameters, the database's name and the schema
 */
public record DatabaseSigns(String key, String place, String address) {
    /** Whether these are signs of one database: the same files, or one that was restored at the address of the other. */
    public boolean areOf(DatabaseSigns other) {
        return key.equals(other.key)
                && (address.equals(other.address) || (!place.isEmpty() && place.equals(other.place)));
    }
}
