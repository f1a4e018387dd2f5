package dev.ticketkit.jdbc.internal.sql;

import dev.ticketkit.jdbc.internal.dialect.Dialect;

/** The one database of a storage, and what was learnt of it on its first connection. Compared as an object: one of each database met. */
public final class Database {
    public final Dialect dialect;
    public final DatabaseSigns signs;
    final KeyedHashes hashes;
    final boolean distributed;

    public Database(Dialect dialect, DatabaseSigns signs, KeyedHashes hashes, boolean distributed) {
        this.dialect = dialect;
        this.signs = signs;
        this.hashes = hashes;
        this.distributed = distributed;
    }
}
