package dev.ticketkit.jdbc.internal.schema;

import dev.ticketkit.jdbc.internal.connection.ConnectionMemory;
import dev.ticketkit.jdbc.internal.connection.DatabaseSignsReader;
import dev.ticketkit.jdbc.internal.connection.InterruptGuard;
import dev.ticketkit.jdbc.internal.connection.PhysicalConnection;
import dev.ticketkit.jdbc.internal.connection.StoreSettings;
import dev.ticketkit.jdbc.internal.dialect.Dialect;
import dev.ticketkit.jdbc.internal.dialect.Dialects;
import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Database;
import dev.ticketkit.jdbc.internal.sql.DatabaseSigns;
import dev.ticketkit.jdbc.internal.sql.KeyedHashes;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.StorageErrors;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.spi.storage.TicketChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a storage on one database. On the first connection it finds the dialect and Citus, looks for the tables and reads the key; of each
 * further one it learns once, when it is new, whether it leads to the same database, and refuses it if not. Which signs decide is in
 * docs/decisions/0016. Thread-safe.
 */
public final class SchemaGuard {
    private final SchemaHistory history;
    private final StoreSettings settings;
    private final CitusCatalog citus;
    private final DatabaseSignsReader signs;
    private final SqlText witnessed;
    private final ConnectionMemory<Met> connections = new ConnectionMemory<>();
    private final AtomicReference<@Nullable Database> current = new AtomicReference<>();
    private final AtomicReference<@Nullable TicketChange> witness = new AtomicReference<>();
    private final List<DatabaseSigns> left = new ArrayList<>();

    private volatile Interrupts interrupts = Interrupts.UNKNOWN;

    /** What the database makes of a caller that is interrupted. */
    private enum Interrupts {
        UNKNOWN,
        BORNE,
        KEPT_AWAY
    }

    /** A connection that was met, and the schemas in which it saw the tables of that database. */
    private record Met(Database database, Set<String> schemas) {}

    public SchemaGuard(TableNames names, StoreSettings settings) {
        this.history = new SchemaHistory(names);
        this.settings = settings;
        this.citus = new CitusCatalog(names);
        this.signs = new DatabaseSignsReader(names, settings);
        this.witnessed = names.sql("SELECT e.id FROM {ticket_event} e WHERE e.tenant_id = :tenant_id AND e.id = :id");
    }

    /**
     * Gets ready for statements on a connection, unless it leads to another database.
     *
     * @param mayMove whether the connection may have been moved to another schema since it was met, and what is done on it matters
     *     there. Costs a round trip on PostgreSQL when the tables' schema has no name in the options
     */
    public Sql ready(Connection connection, boolean mayMove) throws SQLException {
        Connection physical = PhysicalConnection.of(connection);
        Met met = connections.of(physical);
        String schema = met == null || !asksForSchema(met, mayMove) ? null : connection.getSchema();
        if (met == null || (schema != null && !met.schemas.contains(schema))) {
            Database found = meet(connection);
            if (met == null || met.database != found) {
                met = new Met(found, ConcurrentHashMap.newKeySet());
                connections.remember(physical, met);
            }
            met.schemas.add(String.valueOf(connection.getSchema()));
        }
        if (met.database != current.get()) {
            throw elsewhere();
        }
        return new Sql(connection, met.database);
    }

    /** The dialect of the storage's database; null before the first connection. */
    public @Nullable Dialect dialect() {
        Database known = current.get();
        return known == null ? null : known.dialect;
    }

    /** Runs work so that the database bears it when its caller is interrupted. */
    public <T> T guarded(InterruptGuard.Work<T> work) throws SQLException {
        return switch (interrupts) {
            case UNKNOWN -> InterruptGuard.here(work);
            case BORNE -> work.run();
            case KEPT_AWAY -> InterruptGuard.elsewhere(work);
        };
    }

    /** Runs work on the caller's thread, but puts an interrupt off where the database does not bear it. */
    public <T> T here(InterruptGuard.Work<T> work) throws SQLException {
        return interrupts == Interrupts.BORNE ? work.run() : InterruptGuard.here(work);
    }

    /** A change was stored, for good: a copy of the database has it too. */
    public void stored(TicketChange change) {
        if (witness.get() == null && !change.isReceiptOnly()) {
            witness.compareAndSet(null, change);
        }
    }

    /** Where a statement stays in the schema in which it was prepared, the driver knows the schema without asking. */
    private boolean asksForSchema(Met met, boolean mayMove) {
        return settings.schema() == null && (mayMove || met.database.dialect.preparesForOneSchema());
    }

    private Database meet(Connection connection) throws SQLException {
        Dialect dialect = Dialects.of(connection);
        interrupts =
                dialect.bearsInterrupts(connection.getMetaData().getURL()) ? Interrupts.BORNE : Interrupts.KEPT_AWAY;
        Sql sql = new Sql(connection, dialect);
        if (settings.verifySchema()) {
            history.verify(sql);
        }
        Database known = current.get();
        DatabaseSigns found = known == null || known.dialect == dialect ? signs.read(connection, sql) : null;
        while (true) {
            if (found == null || (known != null && !known.signs.areOf(found) && !isSuccessor(sql, known, found))) {
                throw elsewhere();
            }
            if (known != null && known.signs.areOf(found)) {
                return known;
            }
            Database next = learn(connection, sql, found);
            if (follow(known, next)) {
                return next;
            }
            known = current.get();
        }
    }

    /** Whether everything of the one before is there, as in a restored copy; but who was left never is. */
    private boolean isSuccessor(Sql sql, Database before, DatabaseSigns found) throws SQLException {
        synchronized (left) {
            if (!before.signs.key().equals(found.key()) || left.stream().anyMatch(each -> each.areOf(found))) {
                return false;
            }
        }
        TicketChange change = witness.get();
        return change == null
                || sql.first(
                                witnessed,
                                new Bindings()
                                        .text("tenant_id", change.tenant().value())
                                        .id("id", change.event().id()),
                                row -> true)
                        .isPresent();
    }

    private Database learn(Connection connection, Sql sql, DatabaseSigns found) throws SQLException {
        KeyedHashes given = settings.hashes();
        KeyedHashes hashes = given != null
                ? given
                : signs.secret(sql)
                        .map(KeyedHashes::new)
                        .orElseThrow(() -> StorageErrors.schema(
                                "the key of references is missing: restore the row of ticket_key, or set referenceKey",
                                null));
        Dialect dialect = sql.dialect();
        String url = connection.getMetaData().getURL();
        return new Database(
                dialect,
                found,
                hashes,
                dialect.mayBeDistributed() && citus.keepsTables(sql),
                dialect.writesInTurns(url) ? url : null);
    }

    private boolean follow(@Nullable Database before, Database next) {
        synchronized (left) {
            if (!current.compareAndSet(before, next)) {
                return false;
            }
            if (before != null) {
                left.add(before.signs);
            }
            return true;
        }
    }

    private static RuntimeException elsewhere() {
        return StorageErrors.misuse(
                "this connection leads to another database than the storage's: a storage is one database."
                        + " Make one storage for each database and choose a tenant's by TicketStorage.byTenant");
    }
}
