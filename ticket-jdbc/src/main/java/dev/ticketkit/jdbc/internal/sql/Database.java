package dev.ticketkit.jdbc.internal.sql;

import dev.ticketkit.jdbc.internal.dialect.Dialect;
import org.jspecify.annotations.Nullable;

/** The one database of a storage, and what was learnt of it on its first connection. Compared as an object: one of each database met. */
public final class Database {
    public final Dialect dialect;
    public final DatabaseSigns signs;
    final KeyedHashes hashes;
    final boolean distributed;
    final @Nullable String turns;

    /** @param turns the URL of a database that is written to by one transaction after the other; else null */
    public Database(
            Dialect dialect, DatabaseSigns signs, KeyedHashes hashes, boolean distributed, @Nullable String turns) {
        this.dialect = dialect;
        this.signs = signs;
        this.hashes = hashes;
        this.distributed = distributed;
        this.turns = turns;
    }
}
