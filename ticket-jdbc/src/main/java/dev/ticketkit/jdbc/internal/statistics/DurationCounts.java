package dev.ticketkit.jdbc.internal.statistics;

import dev.ticketkit.jdbc.internal.query.TicketConditions;
import dev.ticketkit.jdbc.internal.rollup.Rollup;
import dev.ticketkit.jdbc.internal.rollup.RollupQuery;
import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.storage.statistics.AnswerCount;
import dev.ticketkit.spi.storage.statistics.CountBasis;
import dev.ticketkit.spi.storage.statistics.CountQuery;
import dev.ticketkit.spi.storage.statistics.DurationHistogram;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * Histograms of durations. Those of all tickets are read from rollups of months, and from the rows where a range ends inside a month; those of
 * some categories or of a scope are counted from the rows.
 */
public final class DurationCounts {
    private static final String COUNTED = "p.bucket, CAST(SUM(p.tickets) AS bigint) AS tickets";
    private static final String BY_BUCKET = "\nGROUP BY p.bucket HAVING SUM(p.tickets) <> 0";

    private final TableNames names;

    public DurationCounts(TableNames names) {
        this.names = names;
    }

    public DurationHistogram closingTimes(Sql sql, CountQuery query) throws SQLException {
        if (RollupCounts.isOfAllTickets(query)) {
            RollupQuery rollups = rollups(
                    query,
                    Rollup.CLOSING_TIME,
                    byOpening(query) ? Rollup.CLOSING_TIME_OPENED : Rollup.CLOSING_TIME_CLOSED,
                    "'', " + Rollup.NO_PRIORITY + ", t.closing_bucket",
                    " AND t.closing_bucket IS NOT NULL");
            return counts(sql, RollupCounts.inReading(rollups, CountBasis.CLOSED))
                    .answered();
        }
        TicketConditions conditions = LiveCounts.read(query)
                .add("t.macro_status = '" + MacroStatus.TERMINATED + "'")
                .add("t.closing_bucket IS NOT NULL");
        return counts(sql, "t.closing_bucket", conditions).answered();
    }

    public AnswerCount firstAnswers(Sql sql, CountQuery query) throws SQLException {
        String bucket = "COALESCE(t.answer_bucket, " + Rollup.NO_BUCKET + ")";
        if (RollupCounts.isOfAllTickets(query) && (byOpening(query) || RollupCounts.isOfAllTime(query))) {
            RollupQuery rollups = rollups(
                    query,
                    Rollup.ANSWER_TIME,
                    Rollup.ANSWER_TIME_OPENED,
                    "'', " + Rollup.NO_PRIORITY + ", " + bucket,
                    "");
            return counts(sql, RollupCounts.inReading(rollups, query.basis()));
        }
        TicketConditions conditions = LiveCounts.read(query);
        if (query.basis() != CountBasis.OPEN_NOW) {
            // The indexes by time have the macro status before it.
            conditions.add("t.macro_status IN ('%s', '%s')".formatted(MacroStatus.IN_PROGRESS, MacroStatus.TERMINATED));
        }
        return counts(sql, bucket, conditions);
    }

    private static boolean byOpening(CountQuery query) {
        return query.basis() == CountBasis.OPENED;
    }

    /**
     * Rollups of all time or of a range.
     *
     * @param key what rows have as status, priority and bucket of a rollup
     * @param condition which rows count besides
     */
    private static RollupQuery rollups(CountQuery query, Rollup all, Rollup months, String key, String condition) {
        RollupQuery rollups = new RollupQuery(query.tenant());
        if (RollupCounts.isOfAllTime(query)) {
            return rollups.all(all);
        }
        String time = byOpening(query) ? "t.opened_at" : "t.closed_at";
        return rollups.withinMonths(
                query.range(),
                months,
                (sign, from, until) -> RollupCounts.eachMacro(
                        "SELECT '', 0, '', %s, %s, t.macro_status, 0, %s, 0, 0 FROM {ticket} t WHERE "
                                        .formatted(Rollup.NO_CATEGORY, key, sign)
                                + RollupCounts.between(time, from, until)
                                + condition));
    }

    private AnswerCount counts(Sql sql, RollupQuery rollups) throws SQLException {
        return counts(sql, names.sql(rollups.sql(COUNTED, BY_BUCKET)), rollups.bindings());
    }

    private AnswerCount counts(Sql sql, String bucket, TicketConditions conditions) throws SQLException {
        String statement = "SELECT " + bucket + " AS bucket, COUNT(*) AS tickets\nFROM {ticket} t\nWHERE "
                + conditions.text() + "\nGROUP BY " + bucket;
        return counts(sql, names.sql(statement), conditions.bindings());
    }

    private static AnswerCount counts(Sql sql, SqlText statement, Bindings bindings) throws SQLException {
        Map<Integer, Long> counts = new HashMap<>();
        sql.list(statement, bindings, row -> counts.put(row.integer("bucket"), row.number("tickets")));
        Long unanswered = counts.remove(Rollup.NO_BUCKET);
        return new AnswerCount(DurationHistogram.ofCounts(counts), unanswered == null ? 0 : unanswered);
    }
}
