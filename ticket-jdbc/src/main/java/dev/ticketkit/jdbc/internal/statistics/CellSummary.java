package dev.ticketkit.jdbc.internal.statistics;

import dev.ticketkit.jdbc.internal.rollup.CellQuery;
import dev.ticketkit.jdbc.internal.rollup.CellSet;
import dev.ticketkit.jdbc.internal.rollup.RangePieces;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.spi.storage.TallyQuery;
import dev.ticketkit.spi.storage.TallyReading;
import dev.ticketkit.spi.storage.TallyReport;
import dev.ticketkit.spi.storage.TallySummary;
import java.sql.SQLException;

/**
 * Summaries and reports, from the cells that have the fewest rows to read. Of all tickets there are cells of both sides, by category and by
 * status, for all time and for months; else groups are added up, on PostgreSQL by the server and for H2, which has no grouping sets, here.
 */
public final class CellSummary {
    /** On PostgreSQL: the sums of a category and kind of status have no status and no priority, the others no category. */
    private static final String BOTH_SIDES = """
            COALESCE(k.target_id, k.id) AS category_id, MIN(k.name) AS category_name, p.status_key,
              MIN(p.macro_status) AS macro_status, MIN(p.status_position) AS status_position,
              COALESCE(p.priority, %s) AS priority, CAST(SUM(p.tickets) AS bigint) AS tickets, SUM(p.closed_micros) AS closed_micros,
              CAST(SUM(p.reopenings) AS bigint) AS reopenings""".formatted(SummaryRows.CATEGORY);

    /** Keeps sums without tickets: they may be parts of others, and say something nevertheless. */
    private static final String BY_BOTH_SIDES = """

            GROUP BY GROUPING SETS ((COALESCE(k.target_id, k.id), p.macro_status), (p.status_key, p.priority))""";

    private static final String ENTERED = """
            NULL, NULL, p.status_key, '', 0, %s, CAST(SUM(p.tickets) AS bigint), 0, 0""".formatted(SummaryRows.ENTRY);

    private final TableNames names;
    private final CellTally groups;

    public CellSummary(TableNames names, CellTally groups) {
        this.names = names;
        this.groups = groups;
    }

    /** What a query counts, whose scope cells tell apart. */
    public TallySummary summary(Sql sql, TallyQuery query) throws SQLException {
        if (isOfEverything(query)) {
            CellQuery sides = sides(query);
            return rows(sql, sides.sql(CellTally.SUMMED, CellTally.BY_GROUP), sides)
                    .summary();
        }
        if (CellTally.isOfAllTickets(query)) {
            return ofMonths(sql, query, new RangePieces(query.range()));
        }
        return sql.isPostgres() ? ofGroups(sql, query) : TallySummary.of(groups.tally(sql, query));
    }

    /** Whether {@link #report} may be asked: of all time the closed tickets are among those counted. */
    public static boolean knowsReport(TallyQuery query) {
        return isOfEverything(query) && query.reading() == TallyReading.OPENED;
    }

    /** Both sides and the entries in one statement. */
    public TallyReport report(Sql sql, TallyQuery query) throws SQLException {
        CellQuery sides = sides(query);
        String entries = sides.beside()
                .all(CellSet.ENTERED_ALL)
                .sql(ENTERED, "\nGROUP BY p.status_key HAVING SUM(p.tickets) <> 0");
        SummaryRows rows =
                rows(sql, sides.sql(CellTally.SUMMED, CellTally.BY_GROUP) + "\nUNION ALL\n" + entries, sides);
        TallySummary summary = rows.summary();
        return new TallyReport(summary, summary.categories(), rows.entries());
    }

    /** Both sides of whole months, and the groups of the days that are left. */
    private TallySummary ofMonths(Sql sql, TallyQuery query, RangePieces pieces) throws SQLException {
        if (pieces.months().isEmpty()) {
            return sql.isPostgres() ? ofGroups(sql, query) : TallySummary.of(groups.tally(sql, query));
        }
        boolean opened = query.reading() == TallyReading.OPENED;
        CellQuery months = new CellQuery(query.tenant())
                .months(pieces, opened ? CellSet.CATEGORY_OPENED : CellSet.CATEGORY_CLOSED)
                .months(pieces, opened ? CellSet.PRIORITY_OPENED : CellSet.PRIORITY_CLOSED);
        CellQuery rest = months.beside()
                .rest(
                        pieces,
                        opened ? CellSet.OPENED_DAY : CellSet.CLOSED_DAY,
                        CellTally.rows(opened ? "t.opened_at" : "t.closed_at"));
        String statement = sql.isPostgres()
                ? months.sql(CellTally.SUMMED, CellTally.BY_GROUP) + "\nUNION ALL\n"
                        + rest.sql(BOTH_SIDES, BY_BOTH_SIDES)
                : months.sql(CellTally.SUMMED + ", FALSE AS of_group", CellTally.BY_GROUP) + "\nUNION ALL\n"
                        + rest.sql(CellTally.SUMMED + ", TRUE AS of_group", CellTally.BY_GROUP);
        SummaryRows rows = new SummaryRows();
        sql.list(names.sql(statement), months.bindings(), sql.isPostgres() ? rows::add : rows::addSideOrGroup);
        return rows.summary();
    }

    private TallySummary ofGroups(Sql sql, TallyQuery query) throws SQLException {
        CellQuery cells = CellTally.groups(query);
        return rows(sql, cells.sql(BOTH_SIDES, BY_BOTH_SIDES), cells).summary();
    }

    private SummaryRows rows(Sql sql, String statement, CellQuery cells) throws SQLException {
        SummaryRows rows = new SummaryRows();
        sql.list(names.sql(statement), cells.bindings(), rows::add);
        return rows;
    }

    private static boolean isOfEverything(TallyQuery query) {
        return CellTally.isOfAllTickets(query) && CellTally.isOfAllTime(query);
    }

    private static CellQuery sides(TallyQuery query) {
        CellQuery cells = new CellQuery(query.tenant()).all(CellSet.CATEGORY).all(CellSet.PRIORITY);
        return CellTally.inReading(cells, query.reading());
    }
}
