package dev.ticketkit.testkit.internal.store;

import dev.ticketkit.spi.event.FieldChange;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.event.TicketField;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.InstantRange;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.storage.statistics.AnswerCount;
import dev.ticketkit.spi.storage.statistics.CountQuery;
import dev.ticketkit.spi.storage.statistics.DerivedStatistics;
import dev.ticketkit.spi.storage.statistics.DurationHistogram;
import dev.ticketkit.spi.storage.statistics.OwnerCount;
import dev.ticketkit.spi.storage.statistics.TicketCount;
import dev.ticketkit.testkit.internal.table.CountableQuery;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts by looking at every ticket. */
public final class MemoryStatisticsStore implements DerivedStatistics {
    private final MemoryTenants tenants;

    public MemoryStatisticsStore(MemoryTenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public List<TicketCount> counts(CountQuery query) {
        return tenants.in(query.tenant(), memory -> TicketCount.of(read(memory, query)));
    }

    @Override
    public Map<String, Long> statusEntries(CountQuery query) {
        return tenants.in(query.tenant(), memory -> {
            Map<String, Long> entries = new TreeMap<>();
            counted(memory, query)
                    .forEach(ticket -> addEntries(memory.tickets().history(ticket.id()), query.range(), entries));
            return entries;
        });
    }

    @Override
    public List<OwnerCount> openByOwner(TenantId tenant, AccessScope scope) {
        return tenants.in(tenant, memory -> memory
                .visibleTickets()
                .filter(memory.filter(TicketQuery.all(), scope))
                .filter(ticket -> ticket.status().macro() == MacroStatus.IN_PROGRESS)
                .map(ticket -> new OwnerCount(
                        ticket.owner() == null ? null : ticket.owner().id(), ticket.priority(), 1))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .map(one -> new OwnerCount(one.getKey().ownerId(), one.getKey().priority(), one.getValue()))
                .toList());
    }

    @Override
    public DurationHistogram closingTimes(CountQuery query) {
        return tenants.in(
                query.tenant(),
                memory -> DurationHistogram.of(
                        read(memory, query).map(Ticket::closingTime).filter(Objects::nonNull)));
    }

    @Override
    public AnswerCount firstAnswers(CountQuery query) {
        return tenants.in(
                query.tenant(), memory -> AnswerCount.of(read(memory, query).toList()));
    }

    @Override
    public OptionalLong count(TenantId tenant, TicketQuery query, AccessScope scope) {
        return CountableQuery.isCountable(query, scope)
                ? tenants.in(
                        tenant,
                        memory -> OptionalLong.of(
                                memory.tickets().present().counted().count(memory.filter(query, scope))))
                : OptionalLong.empty();
    }

    private static Stream<Ticket> read(MemoryTenant memory, CountQuery query) {
        return counted(memory, query).filter(ticket -> isRead(ticket, query));
    }

    private static Stream<Ticket> counted(MemoryTenant memory, CountQuery query) {
        TicketQuery all = TicketQuery.builder().categories(query.categories()).build();
        return memory.visibleTickets().filter(memory.filter(all, query.scope()));
    }

    private static boolean isRead(Ticket ticket, CountQuery query) {
        InstantRange range = query.range();
        return switch (query.basis()) {
            case OPENED -> range.contains(ticket.openedAt());
            case CLOSED -> ticket.closedAt() != null && range.contains(ticket.closedAt());
            case OPEN_NOW -> ticket.status().macro() == MacroStatus.IN_PROGRESS;
        };
    }

    private static void addEntries(List<TicketEvent> history, InstantRange range, Map<String, Long> entries) {
        for (TicketEvent event : history) {
            for (FieldChange change : event.changes()) {
                String entered = change.to();
                if (change.field() == TicketField.STATUS && entered != null && range.contains(event.at())) {
                    entries.merge(entered, 1L, Long::sum);
                }
            }
        }
    }
}
