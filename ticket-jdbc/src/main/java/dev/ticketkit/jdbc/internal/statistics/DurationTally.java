package dev.ticketkit.jdbc.internal.statistics;

import dev.ticketkit.jdbc.internal.query.TicketConditions;
import dev.ticketkit.jdbc.internal.rollup.CellQuery;
import dev.ticketkit.jdbc.internal.rollup.CellSet;
import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.storage.AnswerTally;
import dev.ticketkit.spi.storage.DurationHistogram;
import dev.ticketkit.spi.storage.TallyQuery;
import dev.ticketkit.spi.storage.TallyReading;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * Histograms of durations. Those of all tickets are read from cells of months, and from the rows where a range ends inside a month; those of
 * some categories or of a scope are counted from the rows.
 */
public final class DurationTally {
    private static final String COUNTED = "p.priority AS bucket, CAST(SUM(p.tickets) AS bigint) AS tickets";
    private static final String BY_BUCKET = "\nGROUP BY p.priority HAVING SUM(p.tickets) <> 0";

    private final TableNames names;

    public DurationTally(TableNames names) {
        this.names = names;
    }

    public DurationHistogram closingTimes(Sql sql, TallyQuery query) throws SQLException {
        if (CellTally.isOfAllTickets(query)) {
            CellQuery cells = cells(
                    query,
                    CellSet.CLOSING_TIME,
                    byOpening(query) ? CellSet.CLOSING_TIME_OPENED : CellSet.CLOSING_TIME_CLOSED,
                    "'', t.closing_bucket",
                    " AND t.closing_bucket IS NOT NULL");
            return counts(sql, CellTally.inReading(cells, TallyReading.CLOSED)).answered();
        }
        TicketConditions conditions = RowTally.read(query)
                .add("t.macro_status = '" + MacroStatus.TERMINATED + "'")
                .add("t.closing_bucket IS NOT NULL");
        return counts(sql, "t.closing_bucket", conditions).answered();
    }

    public AnswerTally firstAnswers(Sql sql, TallyQuery query) throws SQLException {
        String bucket = "COALESCE(t.answer_bucket, " + CellSet.UNANSWERED + ")";
        if (CellTally.isOfAllTickets(query) && (byOpening(query) || CellTally.isOfAllTime(query))) {
            CellQuery cells =
                    cells(query, CellSet.ANSWER_TIME, CellSet.ANSWER_TIME_OPENED, "t.macro_status, " + bucket, "");
            return counts(sql, CellTally.inReading(cells, query.reading()));
        }
        TicketConditions conditions = RowTally.read(query);
        if (query.reading() != TallyReading.OPEN_NOW) {
            // The indexes by time have the macro status before it.
            conditions.add("t.macro_status IN ('%s', '%s')".formatted(MacroStatus.IN_PROGRESS, MacroStatus.TERMINATED));
        }
        return counts(sql, bucket, conditions);
    }

    private static boolean byOpening(TallyQuery query) {
        return query.reading() == TallyReading.OPENED;
    }

    /**
     * Cells of all time or of a range.
     *
     * @param key what rows have as the cells' status and bucket
     * @param condition which rows count besides
     */
    private static CellQuery cells(TallyQuery query, CellSet all, CellSet months, String key, String condition) {
        CellQuery cells = new CellQuery(query.tenant());
        if (CellTally.isOfAllTime(query)) {
            return cells.all(all);
        }
        String time = byOpening(query) ? "t.opened_at" : "t.closed_at";
        return cells.withinMonths(
                query.range(),
                months,
                (sign, from, until) -> CellTally.eachMacro(
                        "SELECT '', 0, '', %s, %s, t.macro_status, 0, %s, 0, 0 FROM {ticket} t WHERE "
                                        .formatted(CellSet.NO_CATEGORY, key, sign)
                                + CellTally.between(time, from, until)
                                + condition));
    }

    private AnswerTally counts(Sql sql, CellQuery cells) throws SQLException {
        return counts(sql, names.sql(cells.sql(COUNTED, BY_BUCKET)), cells.bindings());
    }

    private AnswerTally counts(Sql sql, String bucket, TicketConditions conditions) throws SQLException {
        String statement = "SELECT " + bucket + " AS bucket, COUNT(*) AS tickets\nFROM {ticket} t\nWHERE "
                + conditions.text() + "\nGROUP BY " + bucket;
        return counts(sql, names.sql(statement), conditions.bindings());
    }

    private static AnswerTally counts(Sql sql, SqlText statement, Bindings bindings) throws SQLException {
        Map<Integer, Long> counts = new HashMap<>();
        sql.list(statement, bindings, row -> counts.put(row.integer("bucket"), row.number("tickets")));
        Long unanswered = counts.remove(CellSet.UNANSWERED);
        return new AnswerTally(DurationHistogram.ofCounts(counts), unanswered == null ? 0 : unanswered);
    }
}
