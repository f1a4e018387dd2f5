package dev.ticketkit.samples.embedding.smallstore;

import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.query.InstantRange;
import dev.ticketkit.spi.storage.EventFeed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What happened to a tenant's tickets. A position of the feed is how many events there were. */
final class SmallHistory {
    /** Ids as bytes, unsigned; those of tickets compare so. */
    private static final Comparator<TicketEvent> BY_TIME =
            Comparator.comparing(TicketEvent::at).thenComparing(event -> new TicketId(event.id()));

    private final List<TicketEvent> feed = new ArrayList<>();
    private final Map<TicketId, List<Integer>> positions = new HashMap<>();
    private final Map<UUID, Integer> byId = new HashMap<>();

    void add(TicketEvent event) {
        positions.computeIfAbsent(event.ticketId(), first -> new ArrayList<>()).add(feed.size());
        byId.put(event.id(), feed.size());
        feed.add(event);
    }

    /** Puts other events where those of a ticket are. */
    void replace(TicketId ticket, UnaryOperator<TicketEvent> other) {
        positions.getOrDefault(ticket, List.of()).forEach(at -> feed.set(at, other.apply(feed.get(at))));
    }

    Optional<TicketEvent> find(UUID id) {
        return Optional.ofNullable(byId.get(id)).map(feed::get);
    }

    List<TicketEvent> of(TicketId ticket) {
        return positions.getOrDefault(ticket, List.of()).stream().map(feed::get).toList();
    }

    Stream<TicketEvent> between(InstantRange range, @Nullable TicketEvent after) {
        return feed.stream()
                .filter(event -> range.contains(event.at()))
                .filter(event -> after == null || BY_TIME.compare(event, after) > 0)
                .sorted(BY_TIME);
    }

    EventFeed since(long after, int limit) {
        int from = (int) Math.min(after, feed.size());
        int to = Math.min(from + limit, feed.size());
        return new EventFeed(feed.subList(from, to), from == to ? after : to, to < feed.size());
    }
}
