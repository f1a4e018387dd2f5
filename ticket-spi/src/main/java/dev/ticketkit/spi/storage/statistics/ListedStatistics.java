package dev.ticketkit.spi.storage.statistics;

import dev.ticketkit.spi.event.FieldChange;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.event.TicketField;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.InstantRange;
import dev.ticketkit.spi.query.SortDirection;
import dev.ticketkit.spi.query.SortPosition;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.TicketQueryBuilder;
import dev.ticketkit.spi.query.TicketSort;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Statistics of a store that counts nothing itself: read from its lists and histories, a thousand tickets at a time, in order of opening. A call takes as
 * long as reading the tickets it is about. Each ticket is counted as it is when its page is read, so an answer is of one moment only while nobody
 * writes. Thread-safe if lists and histories are.
 */
final class ListedStatistics implements StatisticsStore {
    private static final int PAGE = 1_000;

    private final Lists lists;
    private final Histories histories;

    ListedStatistics(Lists lists, Histories histories) {
        this.lists = Objects.requireNonNull(lists, "lists");
        this.histories = Objects.requireNonNull(histories, "histories");
    }

    @Override
    public List<TicketCount> counts(CountQuery query) {
        return TicketCount.of(counted(query));
    }

    @Override
    public Map<String, Long> statusEntries(CountQuery query) {
        Map<String, Long> entries = new TreeMap<>();
        TicketQuery all = TicketQuery.builder().categories(query.categories()).build();
        eachPage(
                query.tenant(), all, query.scope(), page -> page.forEach(ticket -> addEntries(ticket, query, entries)));
        return entries;
    }

    @Override
    public List<OwnerCount> openByOwner(TenantId tenant, AccessScope scope) {
        TicketQuery open =
                TicketQuery.builder().macroStatus(MacroStatus.IN_PROGRESS).build();
        Map<OwnerCount, Long> owners = read(tenant, open, scope)
                .map(ticket -> new OwnerCount(
                        ticket.owner() == null ? null : ticket.owner().id(), ticket.priority(), 1))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return owners.entrySet().stream()
                .map(one -> new OwnerCount(one.getKey().ownerId(), one.getKey().priority(), one.getValue()))
                .toList();
    }

    @Override
    public DurationHistogram closingTimes(CountQuery query) {
        return DurationHistogram.of(counted(query).map(Ticket::closingTime).filter(Objects::nonNull));
    }

    @Override
    public AnswerCount firstAnswers(CountQuery query) {
        return AnswerCount.of(counted(query).toList());
    }

    private Stream<Ticket> counted(CountQuery query) {
        TicketQueryBuilder tickets = TicketQuery.builder().categories(query.categories());
        switch (query.basis()) {
            case OPENED -> tickets.opened(query.range());
            case CLOSED -> tickets.closed(query.range()).macroStatus(MacroStatus.TERMINATED);
            case OPEN_NOW -> tickets.macroStatus(MacroStatus.IN_PROGRESS);
        }
        return read(query.tenant(), tickets.build(), query.scope());
    }

    private Stream<Ticket> read(TenantId tenant, TicketQuery query, AccessScope scope) {
        List<Ticket> read = new ArrayList<>();
        eachPage(tenant, query, scope, read::addAll);
        return read.stream();
    }

    /** In order of opening, which no change moves: a ticket that is there all the time is read once. */
    private void eachPage(TenantId tenant, TicketQuery given, AccessScope scope, Consumer<List<Ticket>> reader) {
        TicketQuery query = given.toBuilder()
                .sort(TicketSort.OPENED, SortDirection.ASCENDING)
                .build();
        @Nullable SortPosition after = null;
        List<Ticket> page;
        do {
            page = lists.list(tenant, query, scope, after, PAGE);
            reader.accept(page);
            after = page.isEmpty() ? null : TicketSort.OPENED.positionOf(page.get(page.size() - 1));
        } while (page.size() == PAGE);
    }

    private void addEntries(Ticket ticket, CountQuery query, Map<String, Long> entries) {
        List<TicketEvent> page;
        long version = 0;
        do {
            page = histories.history(query.tenant(), ticket.id(), version, PAGE);
            page.forEach(event -> addEntries(event, query.range(), entries));
            version = page.isEmpty() ? version : page.get(page.size() - 1).version();
        } while (page.size() == PAGE);
    }

    private static void addEntries(TicketEvent event, InstantRange range, Map<String, Long> entries) {
        for (FieldChange change : event.changes()) {
            String entered = change.to();
            if (change.field() == TicketField.STATUS && entered != null && range.contains(event.at())) {
                entries.merge(entered, 1L, Long::sum);
            }
        }
    }
}
