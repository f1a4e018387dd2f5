package dev.ticketkit.jdbc.internal.statistics;

import dev.ticketkit.jdbc.internal.rollup.CalendarRanges;
import dev.ticketkit.jdbc.internal.rollup.Rollup;
import dev.ticketkit.jdbc.internal.rollup.RollupQuery;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.spi.storage.statistics.CountBasis;
import dev.ticketkit.spi.storage.statistics.CountQuery;
import dev.ticketkit.spi.storage.statistics.CountReport;
import dev.ticketkit.spi.storage.statistics.CountSummary;
import java.sql.SQLException;

/**
 * Summaries and reports, from the rollups that have the fewest rows to read. Of all tickets there are rollups of both sides, by category and by
 * status, for all time and for months; else groups are added up, by the server where it has grouping sets, and else here.
 */
public final class RollupReport {
    /** With grouping sets: the sums of a category and kind of status have no status and no priority, the others no category. */
    private static final String BOTH_SIDES = """
            COALESCE(k.target_id, k.id) AS category_id, MIN(k.name) AS category_name, p.status_key,
              MIN(p.macro_status) AS macro_status, MIN(p.status_position) AS status_position,
              COALESCE(p.priority, %s) AS priority, CAST(SUM(p.tickets) AS bigint) AS tickets, SUM(p.closed_micros) AS closed_micros,
              CAST(SUM(p.reopenings) AS bigint) AS reopenings""".formatted(Rollup.NO_PRIORITY);

    /** Keeps sums without tickets: they may be parts of others, and say something nevertheless. */
    private static final String BY_BOTH_SIDES = """

            GROUP BY GROUPING SETS ((COALESCE(k.target_id, k.id), p.macro_status), (p.status_key, p.priority))""";

    private static final String ENTERED = """
            NULL, NULL, p.status_key, '', 0, %s, CAST(SUM(p.tickets) AS bigint), 0, 0""".formatted(Rollup.NO_PRIORITY);

    private final TableNames names;
    private final RollupCounts groups;

    public RollupReport(TableNames names, RollupCounts groups) {
        this.names = names;
        this.groups = groups;
    }

    /** What a query counts, whose scope rollups tell apart. */
    public CountSummary summary(Sql sql, CountQuery query) throws SQLException {
        if (isOfEverything(query)) {
            RollupQuery sides = sides(query);
            return rows(sql, sides.sql(RollupCounts.SUMMED, RollupCounts.BY_GROUP), sides)
                    .summary();
        }
        if (RollupCounts.isOfAllTickets(query)) {
            return ofMonths(sql, query, new CalendarRanges(query.range()));
        }
        return sql.dialect().hasGroupingSets() ? ofGroups(sql, query) : CountSummary.of(groups.counts(sql, query));
    }

    /** Whether {@link #report} may be asked: of all time the closed tickets are among those counted. */
    public static boolean knowsReport(CountQuery query) {
        return isOfEverything(query) && query.basis() == CountBasis.OPENED;
    }

    /** Both sides and the entries in one statement. */
    public CountReport report(Sql sql, CountQuery query) throws SQLException {
        RollupQuery sides = sides(query);
        String entries = sides.beside()
                .all(Rollup.ENTERED_ALL)
                .sql(ENTERED, "\nGROUP BY p.status_key HAVING SUM(p.tickets) <> 0");
        String counted = sides.sql(RollupCounts.SUMMED, RollupCounts.BY_GROUP);
        SummaryRows rows = new SummaryRows();
        sql.list(names.sql(counted + "\nUNION ALL\n" + entries), sides.bindings(), rows::addSideOrEntry);
        CountSummary summary = rows.summary();
        return new CountReport(summary, summary.categories(), rows.entries());
    }

    /** Both sides of whole months, and the groups of the days that are left. */
    private CountSummary ofMonths(Sql sql, CountQuery query, CalendarRanges ranges) throws SQLException {
        if (ranges.months().isEmpty()) {
            return sql.dialect().hasGroupingSets() ? ofGroups(sql, query) : CountSummary.of(groups.counts(sql, query));
        }
        boolean opened = query.basis() == CountBasis.OPENED;
        RollupQuery months = new RollupQuery(query.tenant())
                .months(ranges, opened ? Rollup.CATEGORY_OPENED : Rollup.CATEGORY_CLOSED)
                .months(ranges, opened ? Rollup.PRIORITY_OPENED : Rollup.PRIORITY_CLOSED);
        RollupQuery rest = months.beside()
                .rest(ranges, opened ? Rollup.OPENED_DAY : Rollup.CLOSED_DAY, RollupCounts.rows(query.basis()));
        boolean bySets = sql.dialect().hasGroupingSets();
        String statement = bySets
                ? months.sql(RollupCounts.SUMMED, RollupCounts.BY_GROUP) + "\nUNION ALL\n"
                        + rest.sql(BOTH_SIDES, BY_BOTH_SIDES)
                : months.sql(RollupCounts.SUMMED + ", FALSE AS of_group", RollupCounts.BY_GROUP) + "\nUNION ALL\n"
                        + rest.sql(RollupCounts.SUMMED + ", TRUE AS of_group", RollupCounts.BY_GROUP);
        SummaryRows rows = new SummaryRows();
        sql.list(names.sql(statement), months.bindings(), bySets ? rows::add : rows::addSideOrGroup);
        return rows.summary();
    }

    private CountSummary ofGroups(Sql sql, CountQuery query) throws SQLException {
        RollupQuery rollups = RollupCounts.groups(query);
        return rows(sql, rollups.sql(BOTH_SIDES, BY_BOTH_SIDES), rollups).summary();
    }

    private SummaryRows rows(Sql sql, String statement, RollupQuery rollups) throws SQLException {
        SummaryRows rows = new SummaryRows();
        sql.list(names.sql(statement), rollups.bindings(), rows::add);
        return rows;
    }

    private static boolean isOfEverything(CountQuery query) {
        return RollupCounts.isOfAllTickets(query) && RollupCounts.isOfAllTime(query);
    }

    private static RollupQuery sides(CountQuery query) {
        RollupQuery rollups =
                new RollupQuery(query.tenant()).all(Rollup.CATEGORY).all(Rollup.PRIORITY);
        return RollupCounts.inReading(rollups, query.basis());
    }
}
