package dev.ticketkit.jdbc.internal.delivery;

import dev.ticketkit.jdbc.internal.dialect.Dialect;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.TableNames;

/**
 * How deliveries that a claim leaves are found and leased: first of their ticket like all others, and few. Each statement is about one
 * tenant.
 */
final class PickStatements {
    /** What is special about them, and the order in which they come where an index has it. */
    record Kind(String condition, String attempts, boolean alone, String order) {}

    /** Their leases ended without an acknowledgement. Only who was alone before is known to have been begun. */
    static final Kind ABANDONED = new Kind(
            "d.due_at <= CURRENT_TIMESTAMP AND d.lease_owner IS NOT NULL",
            "d.attempts + CASE WHEN d.alone THEN 1 ELSE 0 END",
            true,
            "d.due_at, d.version");

    /** They are left to those who run their consumer. Ids of events are in order of time. */
    static final Kind LEFT = new Kind(
            "d.left_to = :left_to AND d.due_at = " + DeliveryStatements.NEVER, "d.attempts + 1", false, "d.event_id");

    /** In one statement: finds and leases. */
    final SqlText atOnce;

    /** One by one: finds; each wants {@link #lease}. */
    final SqlText find;

    /** Leases one that was found, unless another was quicker. */
    final SqlText lease;

    PickStatements(TableNames names, Kind kind) {
        atOnce = names.sql(dialect -> atOnce(dialect, kind));
        find = names.sql(
                dialect -> """
                SELECT d.event_id, d.ticket_id, d.version, d.consumer, %s AS attempts, %s AS waiting
                %s""".formatted(kind.attempts(), ClaimStatements.waiting(dialect), found(dialect, kind)));
        lease = names.sql(dialect -> """
                UPDATE {ticket_delivery} d SET attempts = :attempt, %s
                WHERE d.tenant_id = :tenant_id AND d.event_id = :event_id AND d.consumer = :consumer
                  AND d.state = 'PENDING' AND %s AND %s = :attempt""".formatted(set(dialect, kind), kind.condition(), kind.attempts()));
    }

    private static String set(Dialect dialect, Kind kind) {
        return "waits = FALSE, alone = " + (kind.alone() ? "TRUE" : "FALSE")
                + ", lease_owner = :owner, left_to = NULL, due_at = " + DeliveryStatements.later(dialect);
    }

    private static String found(Dialect dialect, Kind kind) {
        String order = dialect.hasPartialIndexes() ? kind.order() : "d.state, d.tenant_id, d.due_at, d.version";
        return """
                FROM {ticket_delivery} d
                WHERE d.tenant_id = :tenant_id AND d.state = 'PENDING' AND %s
                  AND d.version = (%s)
                ORDER BY %s LIMIT :most""".formatted(kind.condition(), ClaimStatements.firstOfTicket(dialect, "version", "d"), order);
    }

    private static String atOnce(Dialect dialect, Kind kind) {
        return """
                WITH found AS MATERIALIZED (
                  SELECT d.event_id, d.consumer, d.due_at
                  %s FOR UPDATE SKIP LOCKED),
                leased AS (
                  UPDATE {ticket_delivery} d SET attempts = %s, %s
                  FROM found f
                  WHERE d.tenant_id = :tenant_id AND d.event_id = f.event_id AND d.consumer = f.consumer
                  RETURNING d.event_id, d.ticket_id, d.version, d.consumer, d.attempts, f.due_at)
                SELECT d.event_id, d.ticket_id, d.version, d.consumer, d.attempts, %s AS waiting
                FROM leased d
                ORDER BY d.due_at, d.version""".formatted(
                        found(dialect, kind), kind.attempts(), set(dialect, kind), ClaimStatements.waiting(dialect));
    }
}
