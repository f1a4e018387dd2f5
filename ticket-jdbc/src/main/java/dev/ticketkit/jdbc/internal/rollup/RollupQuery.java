package dev.ticketkit.jdbc.internal.rollup;

import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.query.InstantRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads rollups and the deltas not yet rolled up into them in one statement, which sees both at one moment: each counted thing is in the one or
 * in the other. No part of it is a subquery in a subquery: H2 reads tables that deep as they are by then, not as they were when the
 * statement began. Where a range ends inside a day, the statement counts the rows of that rest besides.
 */
public final class RollupQuery {
    private static final String RESOLVED = "COALESCE(k.target_id, k.id)";

    /** Put together once: every total and report reads some of them. */
    private static final Map<Rollup, Texts> TEXTS = new ConcurrentHashMap<>();

    private final List<String> parts = new ArrayList<>();
    private final List<String> conditions = new ArrayList<>();
    private final Bindings bindings;
    private final TenantId tenant;

    public RollupQuery(TenantId tenant) {
        this(tenant, new Bindings());
    }

    private RollupQuery(TenantId tenant, Bindings bindings) {
        this.tenant = tenant;
        this.bindings = bindings.text("tenant_id", tenant.value());
    }

    /** What a set counts: in rollups, the same taken away, and in the tenant's deltas. */
    private record Texts(String rollups, String fewer, String deltas) {
        static Texts of(Rollup set) {
            return TEXTS.computeIfAbsent(
                    set,
                    each -> new Texts(
                            kept(each, Rollup.SUMS),
                            kept(each, "-" + Rollup.SUMS.replace(", ", ", -")),
                            each.of("{ticket_delta} d") + " AND d.tenant_id = :tenant_id"));
        }

        private static String kept(Rollup set, String sums) {
            return "SELECT %s, status_position, %s FROM %s c WHERE c.tenant_id = :tenant_id AND c.rollup = '%s'"
                    .formatted(Rollup.KEY, sums, set.table(), set.name());
        }
    }

    /** Another query for the same statement, whose parameters are among the bindings of this one. */
    public RollupQuery beside() {
        return new RollupQuery(tenant, bindings);
    }

    /** What rows of a part of time look like as rollups. */
    public interface Rows {
        /**
         * A statement over the rows of the tenant, with the columns of {@link Rollup#COLUMNS}.
         *
         * @param sign 1 or -1, to be multiplied into the sums
         * @param from the name of the parameter of the first instant
         * @param until that of the first instant outside
         */
        String between(int sign, String from, String until);
    }

    public Bindings bindings() {
        return bindings;
    }

    /** Everything of a set that has no periods. */
    public RollupQuery all(Rollup set) {
        parts.add(rollups(set, 1));
        parts.add(Texts.of(set).deltas());
        return this;
    }

    /** Everything of all tickets, where the caller adds up what has the same key: a few thousand rollups are cheaper to add up there. */
    public RollupQuery allToBeSummed() {
        parts.add(rollups(Rollup.ALL, 1));
        parts.add(Rollup.ALL.summedOf("{ticket_delta} d", "d.tenant_id = :tenant_id"));
        return this;
    }

    /** A range of the sets of the same months and days. */
    public RollupQuery within(InstantRange range, Rollup months, Rollup days, Rows rows) {
        CalendarRanges ranges = new CalendarRanges(range);
        return months(ranges, months).rest(ranges, days, rows);
    }

    /** A range of a set that has months alone. */
    public RollupQuery withinMonths(InstantRange range, Rollup months, Rows rows) {
        CalendarRanges ranges = CalendarRanges.ofMonths(range);
        return months(ranges, months).rest(ranges, months, rows);
    }

    /** The whole months of a range. */
    public RollupQuery months(CalendarRanges ranges, Rollup months) {
        ranges.months().forEach(each -> parts.add(rollups(months, each.sign()) + period("c.period", each)));
        return this;
    }

    /** What {@link #months} leaves of a range, and what is not yet rolled up of it. */
    public RollupQuery rest(CalendarRanges ranges, Rollup days, Rows rows) {
        ranges.days().forEach(each -> parts.add(rollups(days, each.sign()) + period("c.period", each)));
        CalendarRanges.Days covered = ranges.covered();
        if (covered != null) {
            parts.add(Texts.of(days).deltas() + period(days.period(), covered));
        }
        ranges.rests().forEach(each -> rest(each, rows));
        return this;
    }

    /** Several whole periods of a set, told apart by {@code p.period}. Others between them may be found too, which nobody asked for. */
    public RollupQuery each(Collection<CalendarRanges.Days> periods, Rollup set) {
        LongSummaryStatistics ends = periods.stream()
                .flatMap(each -> Stream.of(each.from(), each.until()))
                .collect(Collectors.summarizingLong(Objects::requireNonNull));
        CalendarRanges.Days span = new CalendarRanges.Days(ends.getMin(), ends.getMax(), 1);
        parts.add(rollups(set, 1) + period("c.period", span));
        parts.add(Texts.of(set).deltas() + period(set.period(), span));
        return this;
    }

    /** The rows of a range of less than a day. */
    public RollupQuery rest(CalendarRanges.Rest rest, Rows rows) {
        String from = name();
        bindings.time(from, rest.from());
        String until = name();
        bindings.time(until, rest.until());
        parts.add(rows.between(rest.sign(), from, until));
        return this;
    }

    /** A condition on the rollups {@code p}. */
    public RollupQuery where(String condition) {
        conditions.add(condition);
        return this;
    }

    public RollupQuery inCategories(Collection<String> spellings, boolean orNone) {
        if (spellings.isEmpty()) {
            return orNone ? where("k.id IS NULL") : this;
        }
        String name = name();
        bindings.ids(
                name,
                spellings.stream().map(each -> Category.idOf(tenant, each)).toList());
        String in = RESOLVED + """
                 = ANY(ARRAY(SELECT COALESCE(s.target_id, s.id) FROM {ticket_category} s
                WHERE s.tenant_id = :tenant_id AND s.id = ANY(:%s)))""".formatted(name);
        return where(orNone ? "(" + in + " OR k.id IS NULL)" : in);
    }

    /** Nobody has an empty id: it stands for no owner. */
    public RollupQuery owners(Collection<String> owners, boolean unassigned) {
        if (owners.isEmpty()) {
            return unassigned ? where("p.owner_id = ''") : this;
        }
        List<String> ids = new ArrayList<>(owners);
        if (unassigned) {
            ids.add("");
        }
        return anyText("p.owner_id", ids);
    }

    RollupQuery anyText(String column, Collection<String> values) {
        String name = name();
        bindings.texts(name, values);
        return where(column + " = ANY(:" + name + ")");
    }

    /** Of rollups {@code p} and their categories {@code k}, or an empty result when there is nothing to read. */
    public String sql(String select, String groupBy) {
        String rollups = parts.isEmpty() ? rollups(Rollup.ALL, 1) + " AND FALSE" : String.join("\nUNION ALL ", parts);
        String where = conditions.isEmpty() ? "" : "\nWHERE " + String.join(" AND ", conditions);
        return "SELECT " + select + "\nFROM (" + rollups + ") p (" + Rollup.COLUMNS + """
                )
                LEFT JOIN {ticket_category} k ON k.tenant_id = :tenant_id AND k.id = p.category_id""" + where + groupBy;
    }

    private static String rollups(Rollup set, int sign) {
        Texts texts = Texts.of(set);
        return sign < 0 ? texts.fewer() : texts.rollups();
    }

    private String period(String column, CalendarRanges.Days days) {
        String condition = "";
        if (days.from() != null) {
            String name = name();
            bindings.number(name, days.from());
            condition += " AND " + column + " >= :" + name;
        }
        if (days.until() != null) {
            String name = name();
            bindings.number(name, days.until());
            condition += " AND " + column + " < :" + name;
        }
        return condition;
    }

    private String name() {
        return "p" + bindings.size();
    }
}
