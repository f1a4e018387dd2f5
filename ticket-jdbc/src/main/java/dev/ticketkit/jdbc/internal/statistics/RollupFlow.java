package dev.ticketkit.jdbc.internal.statistics;

import dev.ticketkit.jdbc.internal.rollup.CalendarRanges;
import dev.ticketkit.jdbc.internal.rollup.Rollup;
import dev.ticketkit.jdbc.internal.rollup.RollupQuery;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.spi.storage.statistics.CountBasis;
import dev.ticketkit.spi.storage.statistics.CountQuery;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tickets of months in turn, or of days, as charts want them: in one statement, for a statement for each was half of what a page of statistics
 * took. A month or day of the tenant's zone is one of UTC, with hours more or less at its ends.
 */
public final class RollupFlow {
    /** Each rest is a part of the statement for each kind of status, which the server has to plan. */
    private static final int MOST_AT_ONCE = 31;

    private static final long FIRST_REST = 1_000_000_000;

    private final CountQuery like;
    private final boolean months;
    private final Map<CalendarRanges.Days, CalendarRanges> periods;

    private RollupFlow(CountQuery like, boolean months, Map<CalendarRanges.Days, CalendarRanges> periods) {
        this.like = like;
        this.months = months;
        this.periods = periods;
    }

    /** As many queries together as one statement may read. */
    public static List<List<CountQuery>> split(List<CountQuery> queries) {
        List<List<CountQuery>> split = new ArrayList<>();
        for (int from = 0; from < queries.size(); from += MOST_AT_ONCE) {
            split.add(queries.subList(from, Math.min(queries.size(), from + MOST_AT_ONCE)));
        }
        return split;
    }

    /** Of one or more queries that differ in their range alone, each of another whole period; empty when they are something else. */
    public static Optional<RollupFlow> of(List<CountQuery> queries) {
        CountQuery like = queries.get(0);
        if (like.basis() == CountBasis.OPEN_NOW || !isKnown(like)) {
            return Optional.empty();
        }
        Map<CalendarRanges.Days, CalendarRanges> periods = new LinkedHashMap<>();
        boolean months = false;
        for (CountQuery query : queries) {
            if (query.range().isAlways() || !isAlike(query, like)) {
                return Optional.empty();
            }
            CalendarRanges ranges = new CalendarRanges(query.range());
            if (!ranges.isOnePeriod()
                    || (!periods.isEmpty() && months != ranges.days().isEmpty())) {
                return Optional.empty();
            }
            months = ranges.days().isEmpty();
            periods.put((months ? ranges.months() : ranges.days()).get(0), ranges);
        }
        return periods.size() == queries.size() ? Optional.of(new RollupFlow(like, months, periods)) : Optional.empty();
    }

    private static boolean isAlike(CountQuery one, CountQuery other) {
        return one.equals(
                new CountQuery(other.tenant(), other.scope(), other.basis(), one.range(), other.categories()));
    }

    private static boolean isKnown(CountQuery query) {
        return RollupCounts.knows(query.scope()) && !query.scope().isNone();
    }

    /** How many tickets each counts. */
    public List<Long> tickets(Sql sql, TableNames names) throws SQLException {
        RollupQuery read = RollupCounts.limited(like).each(periods.keySet(), set());
        Map<CalendarRanges.Rest, Long> keys = restKeys();
        keys.forEach((rest, key) -> read.rest(rest, RollupCounts.rows(like.basis(), key)));
        Map<Long, Long> found = new HashMap<>();
        sql.list(
                names.sql(read.sql("p.period, CAST(SUM(p.tickets) AS bigint) AS tickets", "\nGROUP BY p.period")),
                read.bindings(),
                row -> found.put(row.number("period"), row.number("tickets")));
        return periods.entrySet().stream()
                .map(each -> tickets(each.getKey(), each.getValue(), keys, found))
                .toList();
    }

    /** What one period has less at its end, the next one often has more at its beginning: counted once, under a number that no period has. */
    private Map<CalendarRanges.Rest, Long> restKeys() {
        Map<CalendarRanges.Rest, Long> keys = new LinkedHashMap<>();
        periods.values().forEach(ranges -> ranges.rests()
                .forEach(rest -> keys.putIfAbsent(added(rest), FIRST_REST + keys.size())));
        return keys;
    }

    private static long tickets(
            CalendarRanges.Days period,
            CalendarRanges ranges,
            Map<CalendarRanges.Rest, Long> keys,
            Map<Long, Long> found) {
        long whole = found.getOrDefault(period.from(), 0L);
        long rests = ranges.rests().stream()
                .mapToLong(rest -> rest.sign() * found.getOrDefault(keys.get(added(rest)), 0L))
                .sum();
        return whole + rests;
    }

    private static CalendarRanges.Rest added(CalendarRanges.Rest rest) {
        return new CalendarRanges.Rest(rest.from(), rest.until(), 1);
    }

    private Rollup set() {
        boolean opened = like.basis() == CountBasis.OPENED;
        if (months) {
            return opened ? Rollup.OPENED_MONTH : Rollup.CLOSED_MONTH;
        }
        return opened ? Rollup.OPENED_DAY : Rollup.CLOSED_DAY;
    }
}
