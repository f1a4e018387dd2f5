package dev.ticketkit.jdbc.internal.statistics;

import dev.ticketkit.jdbc.internal.rollup.Rollup;
import dev.ticketkit.jdbc.internal.rollup.RollupQuery;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.query.InstantRange;
import dev.ticketkit.spi.storage.statistics.CountBasis;
import dev.ticketkit.spi.storage.statistics.CountQuery;
import dev.ticketkit.spi.storage.statistics.OwnerCount;
import dev.ticketkit.spi.storage.statistics.TicketCount;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Statistics read from rollups and deltas, in a time that the number of groups decides and not the number of tickets. */
public final class RollupCounts {
    /** Sums of what {@link #BY_GROUP} puts together. */
    static final String SUMMED = """
            COALESCE(k.target_id, k.id) AS category_id, MIN(k.name) AS category_name, p.status_key,
              p.macro_status, MIN(p.status_position) AS status_position, p.priority,
              CAST(SUM(p.tickets) AS bigint) AS tickets, SUM(p.closed_micros) AS closed_micros,
              CAST(SUM(p.reopenings) AS bigint) AS reopenings""";

    private static final String EACH = """
            COALESCE(k.target_id, k.id) AS category_id, k.name AS category_name, p.status_key, p.macro_status, p.status_position,
              p.priority, p.tickets, p.closed_micros, p.reopenings""";

    static final String BY_GROUP = """

            GROUP BY COALESCE(k.target_id, k.id), p.status_key, p.macro_status, p.priority""";

    private static final String GROUPED = BY_GROUP + "\nHAVING SUM(p.tickets) <> 0";

    private final TableNames names;

    public RollupCounts(TableNames names) {
        this.names = names;
    }

    /** Whether rollups tell apart what is inside a scope and what is not. */
    public static boolean knows(AccessScope scope) {
        return scope.isAll()
                || (!scope.includesUnassigned()
                        && scope.owners().isEmpty()
                        && scope.contacts().isEmpty());
    }

    public List<TicketCount> counts(Sql sql, CountQuery query) throws SQLException {
        RollupQuery rollups = limited(query);
        if (isOfAllTime(query)) {
            SqlText statement = names.sql(ofAllTime(rollups, query.basis()).sql(EACH, ""));
            CountSum sum = new CountSum();
            sql.list(statement, rollups.bindings(), row -> sum.add(LiveCounts.row(row)));
            return sum.rows();
        }
        return sql.list(names.sql(within(rollups, query).sql(SUMMED, GROUPED)), rollups.bindings(), LiveCounts::row);
    }

    /** How many tickets {@link #counts} counts. */
    public long tickets(Sql sql, CountQuery query) throws SQLException {
        return sum(sql, groups(query));
    }

    private long sum(Sql sql, RollupQuery read) throws SQLException {
        return sql.first(
                        names.sql(read.sql("CAST(SUM(p.tickets) AS bigint) AS tickets", "")),
                        read.bindings(),
                        row -> row.number("tickets"))
                .orElse(0L);
    }

    public Map<String, Long> statusEntries(Sql sql, CountQuery query) throws SQLException {
        RollupQuery rollups = query.range().isAlways()
                ? limited(query).all(Rollup.ENTERED)
                : limited(query)
                        .within(query.range(), Rollup.ENTERED_MONTH, Rollup.ENTERED_DAY, RollupCounts::enteredRows);
        SqlText statement = names.sql(rollups.sql(
                "p.status_key, SUM(p.tickets) AS entries", "\nGROUP BY p.status_key HAVING SUM(p.tickets) <> 0"));
        return LiveCounts.entries(sql, statement, rollups.bindings());
    }

    /** How many tickets in progress were opened in a range. */
    public long openNow(Sql sql, TenantId tenant, AccessScope scope, InstantRange opened) throws SQLException {
        RollupQuery rollups = limited(new CountQuery(tenant, scope, CountBasis.OPENED, opened, Set.of()));
        RollupQuery read = opened.isAlways()
                ? rollups.all(Rollup.CATEGORY)
                : rollups.within(opened, Rollup.BACKLOG_MONTH, Rollup.BACKLOG_DAY, rows(CountBasis.OPENED));
        return sum(sql, inReading(read, CountBasis.OPEN_NOW));
    }

    public List<OwnerCount> openByOwner(Sql sql, TenantId tenant, AccessScope scope) throws SQLException {
        RollupQuery rollups = new RollupQuery(tenant)
                .all(Rollup.OWNER)
                .owners(scope.owners(), scope.includesUnassigned())
                .where("p.macro_status = :macro");
        rollups.bindings().text("macro", MacroStatus.IN_PROGRESS.name());
        SqlText statement = names.sql(rollups.sql(
                "NULLIF(p.owner_id, '') AS owner_id, p.priority, SUM(p.tickets) AS tickets",
                "\nGROUP BY p.owner_id, p.priority HAVING SUM(p.tickets) <> 0"));
        return sql.list(statement, rollups.bindings(), LiveCounts::owner);
    }

    static RollupQuery limited(CountQuery query) {
        RollupQuery rollups = new RollupQuery(query.tenant()).inCategories(query.categories(), false);
        return query.scope().isAll()
                ? rollups
                : rollups.inCategories(query.scope().categories(), false);
    }

    /** Whether no range cuts anything off. */
    static boolean isOfAllTime(CountQuery query) {
        return query.range().isAlways() || query.basis() == CountBasis.OPEN_NOW;
    }

    /** Whether nothing but the reading and the range leaves tickets out. */
    static boolean isOfAllTickets(CountQuery query) {
        return query.scope().isAll() && query.categories().isEmpty();
    }

    /** Rollups by category, status and priority of what a query counts. */
    static RollupQuery groups(CountQuery query) {
        RollupQuery rollups = limited(query);
        return isOfAllTime(query) ? inReading(rollups.all(Rollup.ALL), query.basis()) : within(rollups, query);
    }

    private static RollupQuery ofAllTime(RollupQuery rollups, CountBasis reading) {
        return inReading(rollups.allToBeSummed(), reading);
    }

    /** Only what a reading of all time counts. */
    static RollupQuery inReading(RollupQuery rollups, CountBasis reading) {
        return switch (reading) {
            case OPENED -> rollups;
            case CLOSED -> rollups.where("p.macro_status = '" + MacroStatus.TERMINATED + "'");
            case OPEN_NOW -> rollups.where("p.macro_status = '" + MacroStatus.IN_PROGRESS + "'");
        };
    }

    private static RollupQuery within(RollupQuery rollups, CountQuery query) {
        return query.basis() == CountBasis.OPENED
                ? rollups.within(query.range(), Rollup.OPENED_MONTH, Rollup.OPENED_DAY, rows(CountBasis.OPENED))
                : rollups.within(query.range(), Rollup.CLOSED_MONTH, Rollup.CLOSED_DAY, rows(CountBasis.CLOSED));
    }

    /** Tickets as such rollups, by the time of their opening or their closing. */
    static RollupQuery.Rows rows(CountBasis basis) {
        return rows(basis, 0);
    }

    /** The same of one period. What has a time of closing has one kind of status. */
    static RollupQuery.Rows rows(CountBasis basis, long period) {
        boolean closed = basis == CountBasis.CLOSED;
        return (sign, from, until) -> {
            String statement = """
                    SELECT '', %4$s, '', COALESCE(t.category_id, %1$s), t.status_key, t.priority, %3$s, t.macro_status, t.status_position,
                      %2$s, %2$s * COALESCE(t.closing_micros, 0), %2$s * t.reopenings
                    FROM {ticket} t WHERE\s""".formatted(Rollup.NO_CATEGORY, sign, Rollup.NO_BUCKET, period)
                    + between(closed ? "t.closed_at" : "t.opened_at", from, until);
            return closed ? statement.formatted(MacroStatus.TERMINATED) : eachMacro(statement);
        };
    }

    /** Tickets {@code t} of the macro status {@code %s} with a time in a rest. */
    static String between(String time, String from, String until) {
        return """
        t.tenant_id = :tenant_id AND t.deleted_at IS NULL AND t.macro_status = '%%s'
          AND %1$s >= :%2$s AND %1$s < :%3$s""".formatted(time, from, until);
    }

    /** A statement for one macro status after the other: indexes have it before the time, and H2 takes no list of it there. */
    static String eachMacro(String statement) {
        return Stream.of(MacroStatus.values())
                .map(macro -> statement.formatted(macro))
                .collect(Collectors.joining("\nUNION ALL "));
    }

    private static String enteredRows(int sign, String from, String until) {
        return """
        SELECT '', 0, '', COALESCE(t.category_id, %s), e.status_to, %s, %s, '', 0, %s, 0, 0
        FROM {ticket_event} e JOIN {ticket} t ON t.tenant_id = e.tenant_id AND t.id = e.ticket_id
        WHERE e.tenant_id = :tenant_id AND t.tenant_id = :tenant_id AND t.deleted_at IS NULL
          AND e.status_to IS NOT NULL AND e.occurred_at >= :%s AND e.occurred_at < :%s""".formatted(Rollup.NO_CATEGORY, Rollup.NO_PRIORITY, Rollup.NO_BUCKET, sign, from, until);
    }
}
