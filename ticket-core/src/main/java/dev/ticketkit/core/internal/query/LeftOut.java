package dev.ticketkit.core.internal.query;

import dev.ticketkit.core.internal.query.Term.Value;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.query.InstantRange;
import dev.ticketkit.spi.query.TicketQuery;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What stands after a minus and has no filter of its own: tickets that have any of it are left out. */
final class LeftOut {
    private final QueryWords words;
    private final Actor actor;
    private final Map<Keyword, FieldValues> fields = new EnumMap<>(Keyword.class);
    private final List<TicketQuery> others = new ArrayList<>();

    LeftOut(QueryWords words, Actor actor) {
        this.words = words;
        this.actor = actor;
    }

    void add(Keyword keyword, Value value) {
        fields.computeIfAbsent(keyword, each -> new FieldValues(words, actor)).take(keyword, value);
        requireRoom(value.position());
    }

    void addAttribute(int position, String name, String value) {
        add(position, TicketQuery.builder().attributes(Map.of(name, value)).build());
    }

    void addTime(int position, Keyword keyword, InstantRange range) {
        add(
                position,
                switch (keyword) {
                    case OPENED -> TicketQuery.builder().opened(range).build();
                    case UPDATED -> TicketQuery.builder().updated(range).build();
                    default -> TicketQuery.builder().closed(range).build();
                });
    }

    List<TicketQuery> queries() {
        return Stream.concat(
                        fields.values().stream()
                                .map(each -> each.filter(TicketQuery.builder()).build()),
                        others.stream())
                .toList();
    }

    private void add(int position, TicketQuery query) {
        others.add(query);
        requireRoom(position);
    }

    private void requireRoom(int position) {
        if (fields.size() + others.size() > TicketQuery.MAX_EXCLUDED) {
            throw Problem.at(
                    position, "at most " + TicketQuery.MAX_EXCLUDED + " attributes, times and fields can be left out");
        }
    }
}
