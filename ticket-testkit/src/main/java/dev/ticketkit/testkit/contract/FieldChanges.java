package dev.ticketkit.testkit.contract;

import dev.ticketkit.spi.event.FieldChange;
import dev.ticketkit.spi.event.TicketField;
import dev.ticketkit.spi.model.Ticket;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an event says of two versions of a ticket. */
final class FieldChanges {
    private static final Map<TicketField, Function<Ticket, @Nullable String>> FIELDS = new TreeMap<>(Map.of(
            TicketField.TITLE, Ticket::title,
            TicketField.DESCRIPTION, Ticket::description,
            TicketField.STATUS, ticket -> ticket.status().key(),
            TicketField.PRIORITY, ticket -> ticket.priority().name(),
            TicketField.CATEGORY,
                    ticket -> ticket.category() == null
                            ? null
                            : ticket.category().id().toString(),
            TicketField.OWNER,
                    ticket -> ticket.owner() == null ? null : ticket.owner().id()));

    private FieldChanges() {}

    static List<FieldChange> between(Ticket before, Ticket after) {
        return Stream.concat(
                        FIELDS.entrySet().stream()
                                .map(field -> FieldChange.of(
                                        field.getKey(),
                                        field.getValue().apply(before),
                                        field.getValue().apply(after))),
                        attributes(before, after))
                .filter(change -> !Objects.equals(change.from(), change.to()))
                .toList();
    }

    private static Stream<FieldChange> attributes(Ticket before, Ticket after) {
        TreeSet<String> names = new TreeSet<>(before.attributes().keySet());
        names.addAll(after.attributes().keySet());
        return names.stream()
                .map(name -> FieldChange.ofAttribute(
                        name, before.attributes().get(name), after.attributes().get(name)));
    }
}
