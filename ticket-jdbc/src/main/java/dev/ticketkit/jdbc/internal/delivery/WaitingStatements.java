package dev.ticketkit.jdbc.internal.delivery;

import dev.ticketkit.jdbc.internal.dialect.Dialect;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.TableNames;

/**
 * How deliveries that wait for an earlier one of their ticket are blocked until that one is due again, and woken when it ends.
 * Who blocks holds the earlier one meanwhile, or leaves it: so whoever ends it does so before, and nothing is blocked, or
 * afterwards, and its waking, a statement of its own, sees what was.
 */
final class WaitingStatements {
    /** In one statement: Blocks them and says how many. */
    final SqlText block;

    /** One by one: what is due and waits, with the key of what it waits for. */
    final SqlText blocked;

    /** Holds what others wait for; nothing when another does, or when it is due itself. */
    final SqlText hold;

    /** Blocks one until an instant. */
    final SqlText postpone;

    /** Makes the next one due that waited for a delivery which has ended. */
    final SqlText wake;

    /** In one statement: the same for many deliveries of one consumer. */
    final SqlText wakeAll;

    WaitingStatements(TableNames names) {
        block = names.sql(WaitingStatements::blockAtOnce);
        blocked = names.sql(dialect -> """
                SELECT d.event_id, d.consumer, (%s) AS first_event, (%s) AS first_consumer FROM (%s) d""".formatted(
                        ClaimStatements.firstOfTicket(dialect, "event_id", "d"),
                        ClaimStatements.firstOfTicket(dialect, "consumer", "d"),
                        ClaimStatements.near(dialect, "d.event_id, d.consumer, d.ticket_id, d.due_at, d.version")));
        hold = names.sql("""
                SELECT d.due_at FROM {ticket_delivery} d
                WHERE d.tenant_id = :tenant_id AND d.event_id = :event_id AND d.consumer = :consumer
                  AND d.state = 'PENDING' AND d.due_at > CURRENT_TIMESTAMP
                FOR UPDATE SKIP LOCKED""");
        postpone = names.sql("""
                UPDATE {ticket_delivery} SET due_at = :until, waits = TRUE
                WHERE tenant_id = :tenant_id AND event_id = :event_id AND consumer = :consumer
                  AND state = 'PENDING' AND due_at <= CURRENT_TIMESTAMP""");
        wake = names.sql(dialect -> """
                UPDATE {ticket_delivery} SET due_at = CURRENT_TIMESTAMP, waits = FALSE
                WHERE tenant_id = :tenant_id AND ticket_id = :ticket_id AND consumer = :consumer AND state = 'PENDING' AND waits
                  AND %1$s AND version = (SELECT MIN(e.version) FROM {ticket_delivery} e
                    WHERE e.tenant_id = :tenant_id AND e.ticket_id = :ticket_id AND e.consumer = :consumer AND %2$s)""".formatted(
                dialect.hasPartialIndexes() ? "ended_at IS NULL" : "TRUE", ClaimStatements.undone(dialect, "e")));
        wakeAll = names.sql("""
                UPDATE {ticket_delivery} q SET due_at = CURRENT_TIMESTAMP, waits = FALSE
                WHERE q.tenant_id = :tenant_id AND q.ticket_id = ANY(:ticket_ids) AND q.ended_at IS NULL
                  AND q.consumer = :consumer AND q.state = 'PENDING' AND q.waits
                  AND q.version = (SELECT MIN(e.version) FROM {ticket_delivery} e
                    WHERE e.tenant_id = :tenant_id AND e.ticket_id = q.ticket_id AND e.consumer = :consumer
                      AND e.ended_at IS NULL)""");
    }

    /** Laterals with a limit are looked up row by row, whatever the database believes of the table. */
    private static String blockAtOnce(Dialect dialect) {
        return """
                WITH near AS MATERIALIZED (
                  %s),
                placed AS MATERIALIZED (
                  SELECT n.event_id, n.consumer, n.ticket_id, n.version, (%s) AS first FROM near n),
                blocked AS MATERIALIZED (
                  SELECT DISTINCT p.ticket_id, p.consumer, p.first FROM placed p WHERE p.first < p.version),
                held AS MATERIALIZED (
                  SELECT b.ticket_id, b.consumer, f.due_at FROM blocked b, LATERAL (
                    SELECT e.due_at FROM {ticket_delivery} e
                    WHERE e.tenant_id = :tenant_id AND e.ticket_id = b.ticket_id AND e.version = b.first
                      AND e.consumer IN ('*', b.consumer) AND e.ended_at IS NULL AND e.due_at > CURRENT_TIMESTAMP
                    LIMIT 1 FOR SHARE SKIP LOCKED) f),
                mine AS MATERIALIZED (
                  SELECT m.event_id, m.consumer, h.due_at
                  FROM held h JOIN placed p ON p.ticket_id = h.ticket_id AND p.consumer = h.consumer AND p.first < p.version,
                  LATERAL (
                    SELECT d.event_id, d.consumer FROM {ticket_delivery} d
                    WHERE d.tenant_id = :tenant_id AND d.event_id = p.event_id AND d.consumer = p.consumer
                      AND d.state = 'PENDING' AND d.due_at <= CURRENT_TIMESTAMP
                    LIMIT 1 FOR UPDATE SKIP LOCKED) m),
                moved AS (
                  UPDATE {ticket_delivery} q SET due_at = m.due_at, waits = TRUE FROM mine m
                  WHERE q.tenant_id = :tenant_id AND q.event_id = m.event_id AND q.consumer = m.consumer
                  RETURNING q.event_id)
                SELECT COUNT(*) AS blocked_now FROM moved""".formatted(
                        ClaimStatements.near(dialect, "d.event_id, d.consumer, d.ticket_id, d.due_at, d.version"),
                        ClaimStatements.firstOfTicket(dialect, "version", "n"));
    }
}
