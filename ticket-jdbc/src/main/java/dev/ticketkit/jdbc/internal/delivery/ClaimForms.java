package dev.ticketkit.jdbc.internal.delivery;

import dev.ticketkit.jdbc.internal.dialect.Dialect;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A claim in one statement, which looks at the first few that are due of a tenant and leases those that are the first of their
 * ticket, and says how many of them were abandoned, which it leaves. How many it looks at stands in the text, one of a few {@linkplain #near numbers}: as a parameter it would have the statement
 * planned anew for each claim, which takes as long as the claim.
 *
 * <p>It is committed without waiting for the disk, unless Citus has the tables. Should the server fall down within the moment after, the
 * claim is forgotten: the late owner's acknowledgements are refused, and what it has handled comes again with the number of attempt it had.
 *
 * <p>See docs/decisions/0006-delivery.md.
 */
final class ClaimForms {
    private static final int[] NEAR = {100, 250, 2_500, 20_000, 160_000, 1_000_000};

    private static final String SOON =
            "unsafe AS MATERIALIZED (SELECT set_config('synchronous_commit', 'off', true) AS setting), ";

    /** Looks for others with something due, once in each direction. */
    private static final String OTHERS = """
            others AS MATERIALIZED (
              (SELECT d.tenant_id FROM {ticket_delivery} d
                WHERE d.tenant_id > :tenant_id AND d.state = 'PENDING' AND d.due_at <= CURRENT_TIMESTAMP
                ORDER BY d.tenant_id LIMIT 1)
              UNION ALL
              (SELECT d.tenant_id FROM {ticket_delivery} d
                WHERE d.tenant_id < :tenant_id AND d.state = 'PENDING' AND d.due_at <= CURRENT_TIMESTAMP
                ORDER BY d.tenant_id LIMIT 1)),
            """;

    private static final String NO_OTHERS = "AND NOT EXISTS (SELECT 1 FROM others)\n";

    /** One walk over what is near, for a claim is asked for far more often than there is something to lease. */
    private static final String ABANDONED = "COUNT(near.lease_owner) AS abandoned, ";

    private static final String LOOKED_AT = "COUNT(near.event_id)";

    /** Read at least once: PostgreSQL leaves out what nobody reads. */
    private static final String FROM_BOTH = " AS looked_at FROM unsafe LEFT JOIN near ON TRUE";

    /**
     * Whoever sees an event here sees too which consumers there were when it was committed. The revisions are integers, for a sum of
     * integers is a bigint, and a sum of bigints a numeric, which takes a tenth of an empty claim.
     */
    private static final String CONSUMERS =
            "(SELECT COALESCE(SUM(c.revision), 0) FROM {ticket_consumer} c) AS consumers, ";

    /** How a row is found again. Where Citus has the tables it has no place of its own. */
    private static final String KEY = "%1$s.event_id = %2$s.event_id AND %1$s.consumer = %2$s.consumer";

    private static final String PLACE = "%1$s.ctid = %2$s.place";

    private final Map<Integer, SqlText> spread = new HashMap<>();
    private final Map<Integer, SqlText> together = new HashMap<>();

    private final Map<Integer, SqlText> alone = new HashMap<>();

    ClaimForms(TableNames names) {
        String apart = ABANDONED + "CAST(NULL AS bigint) AS consumers, " + LOOKED_AT + " AS looked_at FROM near";
        String count = ABANDONED + CONSUMERS + LOOKED_AT;
        for (int near : NEAR) {
            spread.put(near, names.sql(dialect -> claim(dialect, "", near, "", KEY, apart)));
            together.put(near, names.sql(dialect -> claim(dialect, SOON, near, "", PLACE, count + FROM_BOTH)));
            alone.put(
                    near,
                    names.sql(dialect -> claim(
                            dialect,
                            SOON + OTHERS,
                            near,
                            NO_OTHERS,
                            PLACE,
                            count + " - (SELECT COUNT(*) FROM others)" + FROM_BOTH)));
        }
    }

    /** The number to look at for one that is wanted: at least as many, up to a million. */
    static int near(int wanted) {
        for (int near : NEAR) {
            if (near >= wanted) {
                return near;
            }
        }
        return NEAR[NEAR.length - 1];
    }

    /**
     * As {@link #claim}, but when another tenant has something due it looks at nothing, leases nothing, and says that it has looked at
     * less than none. Not for Citus.
     */
    SqlText alone(int wanted) {
        return Objects.requireNonNull(alone.get(near(wanted)));
    }

    /** The claim that looks at so many, one of the numbers of {@link #near}. */
    SqlText claim(boolean distributed, int near) {
        return Objects.requireNonNull((distributed ? spread : together).get(near));
    }

    /**
     * Materialized: a lock and a limit must not be asked for twice. The laterals with a limit are looked up, and locked, row by row in the
     * order of the near ones until there are enough, whatever the database believes of the table. What is locked here nobody else moves,
     * so it is found again by its place.
     */
    private static String claim(Dialect dialect, String before, int near, String unless, String same, String lookedAt) {
        return """
                WITH %1$snear AS MATERIALIZED (
                  SELECT %12$s AS place, d.event_id, d.consumer, d.ticket_id, d.version, d.due_at, d.lease_owner
                  %2$s  %3$sORDER BY d.due_at, d.version LIMIT %4$s),
                due AS MATERIALIZED (
                  SELECT m.place, n.event_id, n.consumer, n.due_at, f.version = n.version AS first FROM near n, LATERAL (
                    SELECT e.version FROM {ticket_delivery} e
                    WHERE e.tenant_id = :tenant_id AND e.ticket_id = n.ticket_id AND %5$s
                    ORDER BY e.version LIMIT 1) f, LATERAL (
                    SELECT %12$s AS place
                    %2$s      AND %6$s AND d.lease_owner IS NULL AND (n.version = f.version OR n.version = (%7$s))
                    LIMIT 1 FOR UPDATE SKIP LOCKED) m
                  LIMIT :most),
                leased AS (
                  UPDATE {ticket_delivery} q SET attempts = q.attempts + 1, waits = FALSE, alone = FALSE, lease_owner = :owner, due_at = %8$s
                  FROM due
                  WHERE q.tenant_id = :tenant_id AND %9$s
                  RETURNING q.tenant_id, q.event_id, q.ticket_id, q.version, q.consumer, q.attempts, due.due_at, due.first)
                SELECT n.*, d.event_id, d.ticket_id, d.version, d.consumer, d.attempts,
                  CASE WHEN NOT d.first THEN %10$s END AS waiting
                FROM (SELECT %11$s) n LEFT JOIN leased d ON TRUE
                ORDER BY d.due_at, d.version""".formatted(
                        before,
                        ClaimStatements.DUE,
                        unless,
                        near,
                        ClaimStatements.undone(dialect, "e"),
                        same.formatted("d", "n"),
                        ClaimStatements.firstOfTicket(dialect, "version", "n"),
                        DeliveryStatements.later(dialect),
                        same.formatted("q", "due"),
                        ClaimStatements.waiting(dialect),
                        lookedAt,
                        same.equals(KEY) ? "d.event_id" : "d.ctid");
    }
}
