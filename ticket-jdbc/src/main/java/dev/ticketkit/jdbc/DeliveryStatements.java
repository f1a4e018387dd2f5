package dev.ticketkit.jdbc;

/**
 * The statements of the queue for one dialect. A lease is a due time in the future: one condition finds what is new, what waits for
 * its next try, and what nobody finished. Every statement but {@link #dueTenant} is about one tenant.
 */
final class DeliveryStatements {
    /** Due, and the first that is undone of its ticket for its consumer. The minimum is looked up row by row, never by a join. */
    private static final String DUE = """
            FROM {ticket_delivery} d
            WHERE d.tenant_id = :tenant_id AND d.state = 'PENDING' AND d.due_at <= CURRENT_TIMESTAMP
              AND d.version = (SELECT MIN(e.version) FROM {ticket_delivery} e
                WHERE e.tenant_id = :tenant_id AND e.tenant_id = d.tenant_id AND e.ticket_id = d.ticket_id
                  AND e.state = 'PENDING' AND e.consumer IN ('*', d.consumer))
            """;

    private static final String WAITING = """
            ARRAY(SELECT w.consumer FROM {ticket_delivery} w
              WHERE d.consumer = '*' AND w.tenant_id = :tenant_id AND w.tenant_id = d.tenant_id
                AND w.ticket_id = d.ticket_id AND w.version < d.version AND w.state = 'PENDING') AS waiting
            """;

    private static final String LEASED = """
            WHERE tenant_id = :tenant_id AND event_id = :event_id AND consumer = :consumer
              AND state = 'PENDING' AND lease_owner = :owner AND attempts = :attempt""";

    /** A tenant with something due, the next one in the order of their names. */
    final SqlText dueTenant;

    /** Leases what is due, or locks it: see {@link #claimsAtOnce}. */
    final SqlText claim;

    final SqlText lease;
    final SqlText extend;
    final SqlText end;
    final SqlText retry;
    final SqlText split;
    final SqlText holdTicket;
    final SqlText holdFiring;
    final SqlText marked;
    final SqlText parked;
    final SqlText release;
    final SqlText pending;
    final SqlText purge;

    private final boolean postgres;

    DeliveryStatements(TableNames names, SqlDialect dialect) {
        postgres = dialect == SqlDialect.POSTGRESQL;
        String later = later(dialect);
        dueTenant = names.sql("""
                SELECT d.tenant_id FROM {ticket_delivery} d
                WHERE d.tenant_id > :after AND d.state = 'PENDING' AND d.due_at <= CURRENT_TIMESTAMP
                ORDER BY %s LIMIT 1""".formatted(postgres ? "d.tenant_id" : "d.state, d.tenant_id"));
        claim = names.sql(postgres ? claimAtOnce(later) : claimByLocks());
        lease = names.sql("UPDATE {ticket_delivery} SET attempts = attempts + 1, lease_owner = :owner, due_at = "
                + later + " WHERE tenant_id = :tenant_id AND event_id = :event_id AND consumer = :consumer");
        extend = names.sql("UPDATE {ticket_delivery} SET due_at = " + later + "\n" + LEASED);
        end = names.sql("""
                UPDATE {ticket_delivery} SET state = :state, ended_at = CURRENT_TIMESTAMP, lease_owner = NULL, cause = :cause
                """ + LEASED);
        retry = names.sql(
                "UPDATE {ticket_delivery} SET lease_owner = NULL, cause = :cause, due_at = " + later + "\n" + LEASED);
        split = names.sql(splitOff(later));
        holdTicket = names.sql("SELECT t.version FROM {ticket} t WHERE t.tenant_id = :tenant_id AND t.id = :ticket_id "
                + (postgres ? "FOR SHARE" : "FOR UPDATE"));
        holdFiring = names.sql(FiringTable.hold(dialect));
        marked = names.sql("""
                SELECT d.version FROM {ticket_delivery} d
                WHERE d.tenant_id = :tenant_id AND d.event_id = :event_id AND d.consumer = :consumer
                  AND d.state <> 'CANCELLED' AND d.lease_owner IS NULL AND d.attempts = :attempt""");
        parked = names.sql("""
                SELECT d.event_id, d.ticket_id, d.consumer, d.attempts, d.ended_at, d.cause FROM {ticket_delivery} d
                WHERE d.tenant_id = :tenant_id AND d.state = 'PARKED'
                ORDER BY d.ended_at, d.event_id, d.consumer LIMIT :most""");
        release = names.sql("""
                UPDATE {ticket_delivery} SET state = 'PENDING', attempts = 0, due_at = CURRENT_TIMESTAMP, ended_at = NULL
                WHERE tenant_id = :tenant_id AND event_id = :event_id AND consumer = :consumer AND state = 'PARKED'""");
        pending = names.sql(
                "SELECT COUNT(*) AS pending FROM {ticket_delivery} d WHERE d.tenant_id = :tenant_id AND d.state = 'PENDING'");
        purge = names.sql("""
                DELETE FROM {ticket_delivery}
                WHERE tenant_id = :tenant_id AND state IN ('DONE', 'CANCELLED') AND ended_at < :before""");
    }

    /** Whether {@link #claim} is all; else each row it gives is locked and wants {@link #lease}. */
    boolean claimsAtOnce() {
        return postgres;
    }

    /** The database's time, {@code :micros} from now. */
    static String later(SqlDialect dialect) {
        return dialect == SqlDialect.POSTGRESQL
                ? "CURRENT_TIMESTAMP + CAST(:micros AS double precision) * INTERVAL '1 microsecond'"
                : "DATEADD(MICROSECOND, CAST(:micros AS bigint), CURRENT_TIMESTAMP)";
    }

    private static String splitOff(String later) {
        return """
                INSERT INTO {ticket_delivery}
                  (tenant_id, event_id, consumer, ticket_id, version, state, attempts, due_at, ended_at, cause)
                VALUES (:tenant_id, :event_id, :consumer, :ticket_id, :version, :state, :attempt, %s,
                  CASE WHEN CAST(:state AS varchar) = 'PARKED' THEN CURRENT_TIMESTAMP END, :cause)""".formatted(later);
    }

    /** Materialized: a lock and a limit must not be asked for twice. */
    private static String claimAtOnce(String later) {
        return """
                WITH due AS MATERIALIZED (
                  SELECT d.event_id, d.consumer, d.due_at
                  %s
                  ORDER BY d.due_at, d.version LIMIT :most FOR UPDATE OF d SKIP LOCKED),
                leased AS (
                  UPDATE {ticket_delivery} q SET attempts = q.attempts + 1, lease_owner = :owner, due_at = %s
                  FROM due
                  WHERE q.tenant_id = :tenant_id AND q.event_id = due.event_id AND q.consumer = due.consumer
                  RETURNING q.tenant_id, q.event_id, q.ticket_id, q.version, q.consumer, q.attempts, due.due_at)
                SELECT d.event_id, d.ticket_id, d.version, d.consumer, d.attempts, %s
                FROM leased d ORDER BY d.due_at, d.version""".formatted(DUE, later, WAITING);
    }

    /** The order starts with state and tenant so that H2 reads, and locks, one stretch of the index and no more than the limit. */
    private static String claimByLocks() {
        return "SELECT d.event_id, d.ticket_id, d.version, d.consumer, d.attempts + 1 AS attempts, " + WAITING + DUE
                + "ORDER BY d.state, d.tenant_id, d.due_at, d.version LIMIT :most FOR UPDATE SKIP LOCKED";
    }
}
