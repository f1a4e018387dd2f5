package dev.ticketkit.acceptance.json;

import dev.ticketkit.core.command.AddNote;
import dev.ticketkit.core.command.ChangeContact;
import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.core.command.ChangeTicket.Clearable;
import dev.ticketkit.core.command.DeleteTicket;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.command.RestoreTicket;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.spi.catalogue.PriorityEntry;
import dev.ticketkit.spi.event.Cause;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Origin;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.InstantRange;
import dev.ticketkit.spi.query.SortDirection;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.TicketSort;
import dev.ticketkit.spi.storage.Receipt;
import dev.ticketkit.testkit.TestDesk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Nouns, commands and automations of every kind. Knows no Jackson, so that any can be given them. */
final class JsonValues {
    private static final Contact FULL = new Contact("c-1", "Ünal \"Q\" \\ <b> 😀", "+39061", "a@b", "it");

    static ActorDesk desk() {
        return TestDesk.createAt(Instant.parse("2026-03-10T09:00:00.123456Z"))
                .desk()
                .as("t", Actor.operator("olga", "Olga"));
    }

    static OpenTicket full() {
        return OpenTicket.builder()
                .title("Zürich \u2028 \"quoted\"")
                .description("two\nlines")
                .reference("R-1")
                .status("resolved")
                .priority(Priority.URGENT)
                .category("Hardware")
                .contact(FULL)
                .owner(new Party("o", "O"))
                .externalId("e")
                .attributes(Map.of("b", "2", "a", "1", "c", ""))
                .idempotencyKey("k")
                .build();
    }

    private static ChangeTicket fullChange() {
        return ChangeTicket.builder()
                .title("t")
                .description("")
                .status("open")
                .priority(Priority.LOW)
                .category("C")
                .owner(new Party("o", "O"))
                .attributes(Map.of("x", "1"))
                .removeAttributes(Set.of("z", "y"))
                .clear(Clearable.OWNER, Clearable.DESCRIPTION)
                .onVersion(7)
                .idempotencyKey("k")
                .build();
    }

    static TicketQuery fullQuery() {
        return TicketQuery.builder()
                .text("words")
                .statuses("open", "closed")
                .macroStatus(MacroStatus.TERMINATED)
                .priorities(Priority.LOW, Priority.HIGH)
                .owners("o")
                .unassigned(true)
                .categories("C")
                .uncategorised(true)
                .contacts("c")
                .origins(Origin.HOST)
                .attributes(Map.of("x", "1"))
                .excluded(
                        TicketQuery.builder().titles("t").build(),
                        TicketQuery.builder().ownerNames("n").unassigned(true).build())
                .opened(InstantRange.of(Instant.parse("2026-01-01T00:00:00Z"), null))
                .closed(InstantRange.of(null, Instant.parse("2026-01-01T00:00:00.000001Z")))
                .sort(TicketSort.CONTACT_NAME, SortDirection.ASCENDING)
                .limit(7)
                .cursor("abc")
                .build();
    }

    static Stream<Object> values() {
        ActorDesk desk = desk();
        Ticket ticket = desk.open(full()).ticket();
        Ticket plain = desk.open(OpenTicket.builder()
                        .title("p")
                        .contact(Contact.of("c", null))
                        .build())
                .ticket();
        var cause = new Cause(desk.ticket(ticket).history().get(0).id(), "rule", 2);
        desk.because(cause)
                .ticket(plain)
                .change(ChangeTicket.builder()
                        .title("q")
                        .category("x")
                        .attributes(Map.of("a", "b"))
                        .build());
        desk.ticket(plain).addPublicNote("note\n2");
        desk.ticket(plain).delete();
        List<Object> values = new ArrayList<>(List.of(ticket, plain, fullQuery(), TicketQuery.all()));
        values.addAll(desk.ticket(plain).history());
        values.addAll(
                List.of(full(), fullChange(), ChangeTicket.builder().build(), AddNote.of("n"), new AddNote("n", "k")));
        values.addAll(List.of(new ChangeContact(FULL, "k"), ChangeContact.to(Contact.of("c", null))));
        values.addAll(List.of(new DeleteTicket("k"), DeleteTicket.unkeyed(), new RestoreTicket("k")));
        values.addAll(desk.catalogue().categories());
        values.addAll(desk.catalogue().statuses().entries());
        values.addAll(desk.catalogue().priorities());
        values.add(new PriorityEntry(Priority.LOW, "Bassa", false));
        values.add(desk.ticket(ticket).addInternalNote("n").receipt());
        values.add(new Receipt(ticket.id(), ticket.reference(), 3, null));
        values.addAll(
                List.of(Automations.full(), Automations.plain(), Automations.onChange(), Automations.onOpening()));
        values.addAll(Automations.parts());
        values.addAll(
                List.of(Actor.host("h"), cause, ticket.reference(), ticket.id(), ticket.tenant(), InstantRange.ALWAYS));
        return values.stream();
    }

    private JsonValues() {}
}
