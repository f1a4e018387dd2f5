package dev.ticketkit.jdbc.internal.delivery;

import dev.ticketkit.jdbc.internal.automation.FiringTable;
import dev.ticketkit.jdbc.internal.dialect.Dialect;
import dev.ticketkit.jdbc.internal.dialect.RowLock;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.TableNames;

/**
 * The statements of the queue. A lease is a due time in the future: one condition finds what is new, what waits for
 * its next try, and, by its owner, what nobody finished. Every statement but the one that finds tenants is about one tenant.
 */
public final class DeliveryStatements {
    private static final String SPLIT_LEFT = """
            INSERT INTO {ticket_delivery} (tenant_id, event_id, consumer, ticket_id, version, left_to, due_at)
            VALUES (:tenant_id, :event_id, :consumer, :ticket_id, :version, :left_to, %s)""";

    private static final String LEASED = """
            WHERE tenant_id = :tenant_id AND event_id = :event_id AND consumer = :consumer
              AND state = 'PENDING' AND lease_owner = :owner AND attempts = :attempt AND alone = :alone""";

    private static final String ALL_LEASED = """
            WHERE tenant_id = :tenant_id AND event_id = ANY(:event_ids) AND consumer = :consumer
              AND state = 'PENDING' AND lease_owner = :owner AND attempts = :attempt AND alone = :alone""";

    /** When what is left to others is due. */
    static final String NEVER = "TIMESTAMP WITH TIME ZONE '9999-12-31 00:00:00+00:00'";

    /** What was abandoned before keeps its owner, by which it comes alone again. */
    private static final String GIVEN_BACK = """
            UPDATE {ticket_delivery} SET attempts = attempts - 1, lease_owner = CASE WHEN alone THEN lease_owner END, due_at =\s""";

    public final ClaimStatements claims;
    final WaitingStatements waiting;
    public final SqlText extend;
    final SqlText end;

    /** In one statement: ends many of one worker, one consumer and one number of attempt, and says which. */
    final SqlText endAll;

    public final SqlText giveBack;

    /** In one statement: the same for many of one worker, one consumer and one number of attempt. */
    final SqlText giveBackAll;

    final SqlText retry;
    final SqlText split;

    /** Leaves one's own to workers that run its consumer. */
    final SqlText leave;

    /** Splits off what is left to workers that run its consumer. */
    final SqlText splitLeft;

    final SqlText holdTicket;
    final SqlText holdFiring;
    final SqlText acknowledged;
    final SqlText parked;
    final SqlText release;
    final SqlText pending;
    final SqlText backlog;
    final SqlText purge;

    public DeliveryStatements(TableNames names) {
        claims = new ClaimStatements(names);
        waiting = new WaitingStatements(names);
        extend = names.sql(dialect -> "UPDATE {ticket_delivery} SET due_at = " + later(dialect) + "\n" + LEASED);
        end = names.sql("""
                UPDATE {ticket_delivery} SET state = :state, ended_at = CURRENT_TIMESTAMP, lease_owner = NULL, cause = :cause
                """ + LEASED);
        endAll = names.sql("""
                UPDATE {ticket_delivery} SET state = 'DONE', ended_at = CURRENT_TIMESTAMP, lease_owner = NULL, cause = NULL
                """ + ALL_LEASED + "\nRETURNING event_id");
        giveBack = names.sql(dialect -> GIVEN_BACK + later(dialect) + "\n" + LEASED);
        giveBackAll = names.sql(dialect -> GIVEN_BACK + later(dialect) + "\n" + ALL_LEASED);
        retry = names.sql(dialect -> "UPDATE {ticket_delivery} SET lease_owner = NULL, cause = :cause, due_at = "
                + later(dialect) + "\n" + LEASED);
        split = names.sql(DeliveryStatements::splitOff);
        leave = names.sql(
                "UPDATE {ticket_delivery} SET attempts = attempts - 1, lease_owner = NULL, left_to = :left_to, due_at = "
                        + NEVER + "\n" + LEASED);
        splitLeft = names.sql(SPLIT_LEFT.formatted(NEVER));
        holdTicket = names.sql(
                dialect -> "SELECT t.version FROM {ticket} t WHERE t.tenant_id = :tenant_id AND t.id = :ticket_id "
                        + dialect.lock(RowLock.SHARE));
        holdFiring = names.sql(FiringTable::hold);
        acknowledged = names.sql(dialect -> """
                SELECT d.version FROM {ticket_delivery} d
                WHERE d.tenant_id = :tenant_id AND d.event_id = :event_id AND d.consumer = :consumer
                  AND d.state <> 'CANCELLED' AND d.lease_owner IS NULL AND d.attempts = :attempt""" + dialect.lockStored());
        parked = names.sql("""
                SELECT d.event_id, d.ticket_id, d.consumer, d.attempts, d.ended_at, d.cause FROM {ticket_delivery} d
                WHERE d.tenant_id = :tenant_id AND d.state = 'PARKED'
                ORDER BY d.ended_at, d.event_id, d.consumer LIMIT :most""");
        release = names.sql("""
                UPDATE {ticket_delivery} SET state = 'PENDING', attempts = 0, due_at = CURRENT_TIMESTAMP, ended_at = NULL
                WHERE tenant_id = :tenant_id AND event_id = :event_id AND consumer = :consumer AND state = 'PARKED'""");
        pending = names.sql(
                "SELECT COUNT(*) AS pending FROM {ticket_delivery} d WHERE d.tenant_id = :tenant_id AND d.state = 'PENDING'");
        backlog = backlog(names);
        purge = purge(names);
    }

    private static SqlText purge(TableNames names) {
        return names.sql("""
                DELETE FROM {ticket_delivery}
                WHERE tenant_id = :tenant_id AND state IN ('DONE', 'CANCELLED') AND ended_at < :before""");
    }

    /** Of all tenants, each half from its own index. */
    private static SqlText backlog(TableNames names) {
        return names.sql("""
                SELECT COUNT(*) AS deliveries, MIN(d.due_at) AS since, FALSE AS parked FROM {ticket_delivery} d WHERE d.state = 'PENDING'
                UNION ALL
                SELECT COUNT(*), NULL, TRUE FROM {ticket_delivery} d WHERE d.state = 'PARKED'""");
    }

    /** The database's time, {@code :micros} from now. */
    static String later(Dialect dialect) {
        return dialect.fromNow(":micros");
    }

    private static String splitOff(Dialect dialect) {
        return """
                INSERT INTO {ticket_delivery}
                  (tenant_id, event_id, consumer, ticket_id, version, state, attempts, due_at, ended_at, cause)
                VALUES (:tenant_id, :event_id, :consumer, :ticket_id, :version, :state, :attempt, %s,
                  CASE WHEN CAST(:state AS varchar) = 'PARKED' THEN CURRENT_TIMESTAMP END, :cause)""".formatted(later(dialect));
    }
}
