package dev.ticketkit.jdbc.internal.commit;

import dev.ticketkit.jdbc.internal.catalogue.StatusGate;
import dev.ticketkit.jdbc.internal.row.EventColumns;
import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Row;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.IdempotencyStamp;
import dev.ticketkit.spi.storage.Receipt;
import dev.ticketkit.spi.storage.TicketChange;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Looks up why a change lost, after it has: what it lost against need not be visible to the statement that lost. What is said to be stored
 * is locked first: a plain read shows a commit that was interrupted while it waited for its standby, and a lock waits for it again.
 *
 * <p>See docs/decisions/0020-standby.md.
 */
public final class CommitConflicts {
    private static final int SAME_EVENT = 1;
    private static final int KEY = 2;
    private static final int REFERENCE = 3;
    private static final int EXTERNAL_ID = 4;

    private final SqlText stored;
    private final SqlText byKey;
    private final SqlText hold;
    private final SqlText version;
    private final StatusGate gate;

    public CommitConflicts(TableNames names) {
        gate = new StatusGate(names);
        String event = """
                SELECT %s AS reason, e.id, e.ticket_id, e.version, e.receipt_version, e.idem_hash, t.reference
                FROM {ticket_event} e JOIN {ticket} t ON t.tenant_id = e.tenant_id AND t.id = e.ticket_id
                WHERE e.tenant_id = :tenant_id AND e.%s = :%<s
                """;
        byKey = names.sql(event.formatted(KEY, "idem_key"));
        stored = names.sql(String.join(
                "UNION ALL\n",
                event.formatted(SAME_EVENT, "id"),
                event.formatted(KEY, "idem_key"),
                event.formatted(REFERENCE, "reference_hash"),
                event.formatted(EXTERNAL_ID, "external_hash")));
        hold = names.sql(
                "SELECT e.id FROM {ticket_event} e WHERE e.tenant_id = :tenant_id AND e.id = :event_id FOR KEY SHARE");
        version = names.sql("SELECT t.version FROM {ticket} t WHERE t.tenant_id = :tenant_id AND t.id = :ticket_id");
    }

    private record Found(
            int reason,
            UUID eventId,
            Receipt receipt,
            @Nullable String idemHash) {}

    /** The first reason in the order of the port; empty when there is none any more, because the winner rolled back. */
    public Optional<CommitOutcome> of(Sql sql, TicketChange change) throws SQLException {
        Bindings bindings = EventColumns.bind(change, sql.hashes());
        Optional<Found> first =
                sql.list(stored, bindings, CommitConflicts::found).stream().min(Comparator.comparingInt(Found::reason));
        if (first.isPresent()) {
            return held(sql, change.tenant(), first.get(), change.idempotency());
        }
        return isStale(sql, change) || gate.isShut(sql, change)
                ? Optional.of(new CommitOutcome.Stale())
                : Optional.empty();
    }

    /** What became of a key, if it is stored. */
    public Optional<CommitOutcome> ofKey(Sql sql, TenantId tenant, IdempotencyStamp stamp) throws SQLException {
        Bindings bindings = new Bindings().text("tenant_id", tenant.value()).text("idem_key", stamp.key());
        Optional<Found> found = sql.first(byKey, bindings, CommitConflicts::found);
        return found.isPresent() ? held(sql, tenant, found.get(), stamp) : Optional.empty();
    }

    /** The lock is what says so: what was found before may have been on a server that is gone since. */
    private Optional<CommitOutcome> held(Sql sql, TenantId tenant, Found found, @Nullable IdempotencyStamp stamp)
            throws SQLException {
        CommitOutcome outcome = outcome(found, stamp);
        boolean saysOfCommit =
                outcome.kind() == CommitOutcome.Kind.COMMITTED || outcome.kind() == CommitOutcome.Kind.REPLAYED;
        if (!sql.dialect().waitsForStandby() || !saysOfCommit) {
            return Optional.of(outcome);
        }
        Bindings event = new Bindings().text("tenant_id", tenant.value()).id("event_id", found.eventId());
        return sql.first(hold, event, row -> outcome);
    }

    /** Whether the ticket is not as the change expects it: for an opening, not there. */
    boolean isStale(Sql sql, TicketChange change) throws SQLException {
        Ticket before = change.before();
        Bindings bindings = new Bindings()
                .text("tenant_id", change.tenant().value())
                .id("ticket_id", change.after().id().value());
        Optional<Long> present = sql.first(version, bindings, row -> row.number("version"));
        return !present.equals(before == null ? Optional.empty() : Optional.of(before.version()));
    }

    private static CommitOutcome outcome(Found found, @Nullable IdempotencyStamp stamp) {
        return switch (found.reason()) {
            case SAME_EVENT -> new CommitOutcome.Committed(found.receipt());
            case REFERENCE -> new CommitOutcome.ReferenceTaken();
            case EXTERNAL_ID -> new CommitOutcome.ExternalIdTaken();
            default -> {
                String hash = found.idemHash();
                boolean sameBody = stamp != null
                        && hash != null
                        && stamp.hasBody(HexFormat.of().parseHex(hash));
                yield sameBody ? new CommitOutcome.Replayed(found.receipt()) : new CommitOutcome.KeyReused();
            }
        };
    }

    private static Found found(Row row) throws SQLException {
        UUID id = row.id("id");
        UUID eventId = row.numberOrNull("version") == null ? null : id;
        Receipt receipt = new Receipt(
                new TicketId(row.id("ticket_id")),
                new Reference(row.text("reference")),
                row.number("receipt_version"),
                eventId);
        byte[] hash = row.bytesOrNull("idem_hash");
        return new Found(
                row.integer("reason"),
                id,
                receipt,
                hash == null ? null : HexFormat.of().formatHex(hash));
    }
}
