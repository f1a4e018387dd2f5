package dev.ticketkit.jdbc;

import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.storage.AnswerTally;
import dev.ticketkit.spi.storage.DurationBuckets;
import dev.ticketkit.spi.storage.DurationHistogram;
import dev.ticketkit.spi.storage.TallyQuery;
import dev.ticketkit.spi.storage.TallyReading;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Histograms of durations, counted from the rows: by bucket on PostgreSQL, by duration on H2, where Java finds the buckets. */
final class DurationTally {
    /** An index on answers has the same conditions. */
    private static final String ANSWERED = """
            FROM {ticket} t
            LEFT JOIN {ticket_event} e ON e.tenant_id = t.tenant_id AND e.tenant_id = :tenant_id AND e.ticket_id = t.id
              AND e.kind = 'NOTED' AND e.note_visibility = 'PUBLIC' AND e.actor_kind = 'OPERATOR' AND e.version IS NOT NULL
            WHERE %s
            GROUP BY t.tenant_id, t.id, t.opened_at""";

    private final TableNames names;

    DurationTally(TableNames names) {
        this.names = names;
    }

    DurationHistogram closingTimes(Sql sql, TallyQuery query) throws SQLException {
        TicketConditions conditions = RowTally.read(query)
                .add("t.macro_status = '" + MacroStatus.TERMINATED + "'")
                .add("t.closing_micros IS NOT NULL");
        String statement = sql.isPostgres()
                ? "SELECT width_bucket(t.closing_micros, :bounds) AS bucket, COUNT(*) AS tickets"
                : "SELECT t.closing_micros AS micros, COUNT(*) AS tickets";
        String groupBy = sql.isPostgres() ? "1" : "t.closing_micros";
        return count(
                        sql,
                        statement + "\nFROM {ticket} t\nWHERE " + conditions.text() + "\nGROUP BY " + groupBy,
                        conditions)
                .answered();
    }

    AnswerTally firstAnswers(Sql sql, TallyQuery query) throws SQLException {
        TicketConditions conditions = RowTally.read(query);
        if (query.reading() == TallyReading.OPENED) {
            // The index on openings has the macro status before the time.
            conditions.add("t.macro_status IN ('%s', '%s')".formatted(MacroStatus.IN_PROGRESS, MacroStatus.TERMINATED));
        }
        String answered = ANSWERED.formatted(conditions.text());
        return count(sql, sql.isPostgres() ? byBucket(answered) : byTicket(answered), conditions);
    }

    private static String byBucket(String answered) {
        return """
        SELECT width_bucket(f.micros, :bounds) AS bucket, COUNT(*) AS tickets
        FROM (
          SELECT CAST(EXTRACT(EPOCH FROM MIN(e.occurred_at) - t.opened_at) * 1000000 AS bigint) AS micros
          %s) f
        GROUP BY 1""".formatted(answered);
    }

    /** Not grouped again: H2 would read the categories of the conditions as they are by then. */
    private static String byTicket(String answered) {
        return "SELECT DATEDIFF(MICROSECOND, t.opened_at, MIN(e.occurred_at)) AS micros, 1 AS tickets\n" + answered;
    }

    /** No bucket, or no duration, is that of tickets without one. */
    private AnswerTally count(Sql sql, String statement, TicketConditions conditions) throws SQLException {
        Map<Integer, Long> counts = new HashMap<>();
        long[] without = {0};
        Bindings bindings = conditions.bindings();
        if (sql.isPostgres()) {
            bindings.numbers("bounds", DurationBuckets.bounds());
        }
        sql.list(names.sql(statement), bindings, row -> {
            Integer bucket = bucket(sql, row);
            if (bucket == null) {
                without[0] += row.number("tickets");
                return 0;
            }
            return counts.merge(bucket, row.number("tickets"), Long::sum);
        });
        return new AnswerTally(DurationHistogram.ofCounts(counts), without[0]);
    }

    private static @Nullable Integer bucket(Sql sql, Row row) throws SQLException {
        Long number = row.numberOrNull(sql.isPostgres() ? "bucket" : "micros");
        if (number == null) {
            return null;
        }
        return sql.isPostgres() ? Math.toIntExact(number) : DurationBuckets.bucketOf(number);
    }
}
