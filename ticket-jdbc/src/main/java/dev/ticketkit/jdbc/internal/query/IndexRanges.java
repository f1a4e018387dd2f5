package dev.ticketkit.jdbc.internal.query;

import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.TicketSort;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a list is cut into ranges, each in the order of the list in some index, to be merged: several values of one filter would make the
 * database collect and sort all they leave. Every index of an order begins with the macro status, so a list is cut by it at least.
 */
final class IndexRanges {
    private static final int MOST = 32;
    private static final Set<String> PREDEFINED =
            Status.predefined().stream().map(Status::key).collect(Collectors.toUnmodifiableSet());

    /** The filter whose column leads the index, besides macro status and, in order of urgency, priority. */
    enum Lead {
        NONE,
        CONTACTS,
        OWNERS,
        CATEGORIES,
        STATUSES,
        /** The places of statuses, in the order of the catalogue. */
        PLACES,
        SCOPE
    }

    private final TicketQuery query;
    private final AccessScope scope;
    private final Lead lead;
    private final boolean cut;

    private IndexRanges(TicketQuery query, AccessScope scope, Lead lead, boolean cut) {
        this.query = query;
        this.scope = scope;
        this.lead = lead;
        this.cut = cut;
    }

    static IndexRanges of(TicketQuery query, AccessScope scope) {
        Lead lead =
                switch (query.sort()) {
                    case PRIORITY -> leadOf(query, scope);
                    case STATUS -> hasKnownStatuses(query) ? Lead.PLACES : Lead.NONE;
                    default -> Lead.NONE;
                };
        return new IndexRanges(query, scope, lead, true);
    }

    /** For what is collected otherwise and then sorted. */
    static IndexRanges uncut(TicketQuery query, AccessScope scope) {
        return new IndexRanges(query, scope, Lead.NONE, false);
    }

    TicketQuery query() {
        return query;
    }

    AccessScope scope() {
        return scope;
    }

    /** Whether the ranges say it, so that the common conditions need not. */
    Lead lead() {
        return lead;
    }

    boolean cutsPriorities() {
        return cut && query.sort() == TicketSort.PRIORITY && !query.priorities().isEmpty();
    }

    boolean cutsMacroStatus() {
        return cut && lead != Lead.STATUSES && lead != Lead.PLACES;
    }

    /**
     * The ranges; no ticket is in two. Their parameters are bound to the common conditions.
     *
     * @param byPriority false when something else says which priorities
     */
    List<IndexRange> cut(TicketConditions common, boolean byPriority) {
        Alternatives alternatives = new Alternatives(common);
        List<IndexRange> ranges =
                switch (lead) {
                    case NONE -> List.of(IndexRange.ALL);
                    case CONTACTS -> alternatives.contacts("lead_contact", query.contacts());
                    case OWNERS -> alternatives.owners("lead_owner", query.owners(), query.unassigned());
                    case CATEGORIES ->
                        alternatives.categories("lead_category", query.categories(), query.uncategorised());
                    case STATUSES -> alternatives.statuses("lead_status", query.statuses());
                    case PLACES -> places(query);
                    case SCOPE -> alternatives.scope(scope);
                };
        if (cutsMacroStatus()) {
            ranges = times(
                    ranges, macros(query), (range, macro) -> range.inMacroStatus("t.macro_status = '" + macro + "'"));
        }
        return byPriority && cutsPriorities()
                ? times(ranges, runs(query.priorities()), (range, run) -> range.and(between(run)))
                : ranges;
    }

    private static Lead leadOf(TicketQuery query, AccessScope scope) {
        int each = macros(query).size() * Math.max(1, runs(query.priorities()).size());
        if (query.contactNames().isEmpty() && fits(query.contacts().size(), each)) {
            return Lead.CONTACTS;
        }
        if (query.ownerNames().isEmpty() && fits(query.owners().size() + (query.unassigned() ? 1 : 0), each)) {
            return Lead.OWNERS;
        }
        if (fits(query.categories().size() + (query.uncategorised() ? 1 : 0), each)) {
            return Lead.CATEGORIES;
        }
        if (fits(query.statuses().size(), each)) {
            return Lead.STATUSES;
        }
        int parts = scope.owners().size()
                + (scope.includesUnassigned() ? 1 : 0)
                + scope.categories().size()
                + scope.contacts().size();
        return !scope.isAll() && fits(parts, each) ? Lead.SCOPE : Lead.NONE;
    }

    private static boolean fits(int values, int each) {
        return values > 0 && values * each <= MOST;
    }

    /** What macro statuses there can be: those of the statuses, if they are all known. */
    private static Set<MacroStatus> macros(TicketQuery query) {
        if (query.macroStatus() != null) {
            return EnumSet.of(query.macroStatus());
        }
        if (!hasKnownStatuses(query)) {
            return EnumSet.allOf(MacroStatus.class);
        }
        return named(query)
                .map(Status::macro)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(MacroStatus.class)));
    }

    private static boolean hasKnownStatuses(TicketQuery query) {
        return !query.statuses().isEmpty() && PREDEFINED.containsAll(query.statuses());
    }

    private static Stream<Status> named(TicketQuery query) {
        return Status.predefined().stream().filter(status -> query.statuses().contains(status.key()));
    }

    private static List<IndexRange> places(TicketQuery query) {
        return named(query)
                .map(status -> IndexRange.ALL.inMacroStatus(
                        "t.macro_status = '" + status.macro() + "' AND t.status_position = " + status.position()))
                .toList();
    }

    /** Priorities that follow one another are one range. Each run is its lowest and its highest rank. */
    static List<int[]> runs(Set<Priority> priorities) {
        List<int[]> runs = new ArrayList<>();
        for (Priority each : EnumSet.allOf(Priority.class)) {
            if (priorities.contains(each)) {
                int[] last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
                if (last != null && last[1] + 1 == each.rank()) {
                    last[1]++;
                } else {
                    runs.add(new int[] {each.rank(), each.rank()});
                }
            }
        }
        return runs;
    }

    static String between(int[] run) {
        return run[0] == run[1] ? "t.priority = " + run[0] : "t.priority >= " + run[0] + " AND t.priority <= " + run[1];
    }

    private static <T> List<IndexRange> times(
            List<IndexRange> ranges, Iterable<T> values, BiFunction<IndexRange, T, IndexRange> part) {
        List<IndexRange> product = new ArrayList<>();
        for (IndexRange range : ranges) {
            values.forEach(value -> product.add(part.apply(range, value)));
        }
        return product;
    }
}
