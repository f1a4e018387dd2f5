package dev.ticketkit.core.internal.statistics;

import dev.ticketkit.core.internal.page.TicketPages;
import dev.ticketkit.core.statistics.Verification;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.InstantRange;
import dev.ticketkit.spi.query.SortDirection;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.TicketSort;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.spi.storage.statistics.CountBasis;
import dev.ticketkit.spi.storage.statistics.CountQuery;
import dev.ticketkit.spi.storage.statistics.DerivedStatistics;
import dev.ticketkit.spi.storage.statistics.TicketCount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts every ticket one by one, in constant memory, and compares with what the store counts. */
public final class Verifier {
    private final TenantId tenant;
    private final TicketStorage storage;
    private final AccessScope scope;

    public Verifier(TenantId tenant, TicketStorage storage, AccessScope scope) {
        this.tenant = tenant;
        this.storage = storage;
        this.scope = scope;
    }

    public Verification verify() {
        Map<CountBasis, CountCheck> checks = new EnumMap<>(CountBasis.class);
        for (CountBasis reading : CountBasis.values()) {
            checks.put(reading, new CountCheck(reading, InstantRange.ALWAYS));
        }
        DurationCheck durations = new DurationCheck();
        long tickets = countAll(checks.values(), durations);
        List<String> differences = new ArrayList<>();
        checks.forEach((reading, check) -> compare(reading, check.rows(), differences));
        if (!scope.isNone()) {
            CountQuery opened = query(CountBasis.OPENED);
            differences.addAll(durations.differences(
                    storage.statistics().closingTimes(opened),
                    storage.statistics().firstAnswers(opened)));
        }
        if (scope.isAll()) {
            differences.addAll(DerivedStatistics.of(storage.statistics()).differences(tenant));
        }
        return new Verification(tickets, differences);
    }

    private long countAll(Collection<CountCheck> checks, DurationCheck durations) {
        TicketQuery byOpening = TicketQuery.builder()
                .sort(TicketSort.OPENED, SortDirection.ASCENDING)
                .build();
        long tickets = 0;
        for (Ticket ticket : TicketPages.of(storage.tickets(), tenant, byOpening, scope)) {
            checks.forEach(check -> check.add(ticket));
            durations.add(ticket);
            tickets++;
        }
        return tickets;
    }

    private void compare(CountBasis reading, List<TicketCount> expected, List<String> differences) {
        Set<TicketCount> counted = new HashSet<>(expected);
        Set<TicketCount> stored = new HashSet<>(storage.statistics().counts(query(reading)));
        counted.stream()
                .filter(row -> !stored.contains(row))
                .forEach(row -> differences.add(reading + ": counted but not in the statistics: " + describe(row)));
        stored.stream()
                .filter(row -> !counted.contains(row))
                .forEach(row -> differences.add(reading + ": in the statistics but not counted: " + describe(row)));
    }

    private CountQuery query(CountBasis reading) {
        return new CountQuery(tenant, scope, reading, InstantRange.ALWAYS, Set.of());
    }

    /** Ids and numbers only: the line may be logged. */
    private static String describe(TicketCount row) {
        return "category " + (row.category() == null ? "none" : row.category().id())
                + ", status " + row.status().key()
                + ", priority " + row.priority()
                + ": " + row.tickets() + " tickets, " + row.closedMicros() + " µs, " + row.reopenings() + " reopenings";
    }
}
