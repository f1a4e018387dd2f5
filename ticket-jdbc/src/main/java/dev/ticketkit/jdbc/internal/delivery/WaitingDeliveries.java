package dev.ticketkit.jdbc.internal.delivery;

import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Row;
import dev.ticketkit.jdbc.internal.sql.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Blocks what waits for an earlier delivery of its ticket, among the first that are due of one tenant. */
final class WaitingDeliveries {
    /** A delivery and, by key, the first of its ticket that is undone: itself, when it waits for none. */
    private record Pair(Bindings delivery, @Nullable Bindings first, boolean waits) {}

    private final WaitingStatements statements;
    private final String tenant;

    WaitingDeliveries(WaitingStatements statements, String tenant) {
        this.statements = statements;
        this.tenant = tenant;
    }

    /** In one statement; how many. */
    long atOnce(Sql sql, int near) throws SQLException {
        return sql.first(statements.block, bindings().number("near", near), row -> row.number("blocked_now"))
                .orElseThrow();
    }

    /** Row by row, inside a transaction; how many. */
    long byLocks(Sql sql, int near) throws SQLException {
        long blocked = 0;
        for (Pair pair : sql.list(statements.blocked, bindings().number("near", near), this::pair)) {
            blocked += pair.waits() ? postpone(sql, pair) : 0;
        }
        return blocked;
    }

    private long postpone(Sql sql, Pair pair) throws SQLException {
        if (pair.first() == null) {
            return 0;
        }
        Optional<Instant> until = sql.first(statements.hold, pair.first(), row -> row.time("due_at"));
        return until.isEmpty()
                ? 0
                : sql.update(statements.postpone, pair.delivery().time("until", until.get()));
    }

    private Pair pair(Row row) throws SQLException {
        String consumer = row.text("consumer");
        String firstConsumer = row.textOrNull("first_consumer");
        Bindings delivery = bindings().id("event_id", row.id("event_id")).text("consumer", consumer);
        if (firstConsumer == null) {
            return new Pair(delivery, null, false);
        }
        boolean itself = row.id("first_event").equals(row.id("event_id")) && firstConsumer.equals(consumer);
        return new Pair(
                delivery, bindings().id("event_id", row.id("first_event")).text("consumer", firstConsumer), !itself);
    }

    private Bindings bindings() {
        return new Bindings().text("tenant_id", tenant);
    }
}
