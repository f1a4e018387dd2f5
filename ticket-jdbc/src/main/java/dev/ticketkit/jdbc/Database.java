package dev.ticketkit.jdbc;

/** The one database of a storage, and what was learnt of it on its first connection. Compared as an object: one of each database met. */
final class Database {
    final SqlDialect dialect;
    final DatabaseSigns signs;
    final KeyedHashes hashes;
    final boolean distributed;

    Database(SqlDialect dialect, DatabaseSigns signs, KeyedHashes hashes, boolean distributed) {
        this.dialect = dialect;
        this.signs = signs;
        this.hashes = hashes;
        this.distributed = distributed;
    }
}
