package dev.ticketkit.acceptance.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketkit.core.command.ChangeContact;
import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.core.command.Fire;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.core.desk.TicketHandle;
import dev.ticketkit.spi.host.DeskListener;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.testkit.MemoryStorage;
import jakarta.validation.ConstraintViolationException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A listener hears of every command, how it ended, and of nobody. */
@Tag("B6")
class DeskListenerTest {
    private static final Contact CARLA = Contact.of("c-17", "Carla");

    private final List<String> heard = new ArrayList<>();

    private ActorDesk deskWith(DeskListener listener) {
        return TicketDesk.builder()
                .storage(new MemoryStorage())
                .listener(listener)
                .build()
                .as("acme", Actor.operator("olga", "Olga"));
    }

    private DeskListener recording() {
        return new DeskListener() {
            @Override
            public void commandEnded(String command, String outcome, long nanos) {
                heard.add(command + " " + outcome);
            }
        };
    }

    private static OpenTicket late() {
        return OpenTicket.builder().title("Late").contact(CARLA).build();
    }

    private static Map<String, BiConsumer<ActorDesk, TicketHandle>> commands() {
        Map<String, BiConsumer<ActorDesk, TicketHandle>> all = new LinkedHashMap<>();
        all.put("open", (desk, ticket) -> desk.open(late()));
        all.put(
                "fire",
                (desk, ticket) ->
                        desk.fire(Fire.starter("order-late").contact(CARLA).build()));
        all.put("change", (desk, ticket) -> ticket.resolve());
        all.put(
                "change-contact",
                (desk, ticket) -> ticket.changeContact(ChangeContact.to(Contact.of("c-18", "Dario"))));
        all.put("note-public", (desk, ticket) -> ticket.addPublicNote("hello"));
        all.put("note-internal", (desk, ticket) -> ticket.addInternalNote("hello"));
        all.put("delete", (desk, ticket) -> ticket.delete());
        all.put("restore", (desk, ticket) -> ticket.restore());
        all.put("status-hide", (desk, ticket) -> desk.statuses().hide("waiting-for-parts"));
        all.put("status-show", (desk, ticket) -> desk.statuses().show("waiting-for-parts"));
        all.put("status-remove", (desk, ticket) -> desk.statuses().remove("waiting-for-parts"));
        all.put("automation-remove", (desk, ticket) -> desk.automations().remove("nothing"));
        all.put("import", (desk, ticket) -> desk.importTickets(Collections.emptyIterator()));
        all.put("purge", (desk, ticket) -> desk.purge());
        all.put("erase", (desk, ticket) -> desk.erase("c-18"));
        return all;
    }

    @Test
    void hearsOfEachKindOfCommandOnce() {
        ActorDesk desk = deskWith(recording());
        desk.catalogue().addStatus("waiting-for-parts", "Waiting for parts", MacroStatus.IN_PROGRESS);
        TicketHandle ticket = desk.ticket(desk.open(late()).ticket());

        commands().forEach((kind, command) -> {
            heard.clear();
            command.accept(desk, ticket);
            assertThat(heard).as(kind).singleElement().asString().startsWith(kind + " ");
        });
    }

    @Test
    void hearsWhyACommandWasNotCarriedOut() {
        ActorDesk desk = deskWith(recording());

        assertThatThrownBy(() -> desk.open(OpenTicket.builder().contact(CARLA).build()))
                .isInstanceOf(ConstraintViolationException.class);
        assertThat(heard).containsExactly("open refused");
    }

    @Test
    void eachTicketOfABulkChangeIsAChange() {
        ActorDesk desk = deskWith(recording());
        List<TicketId> ids = List.of(
                desk.open(late()).receipt().ticketId(),
                desk.open(late()).receipt().ticketId());
        heard.clear();

        desk.changeAll(ids, ChangeTicket.builder().title("Later").build());
        assertThat(heard).containsExactly("change done", "change done");
    }

    @Test
    void whatAListenerThrowsChangesNothing() {
        ActorDesk desk = deskWith(new DeskListener() {
            @Override
            public void commandEnded(String command, String outcome, long nanos) {
                throw new AssertionError("no");
            }
        });
        assertThat(desk.open(late()).receipt().reference()).isNotNull();
    }
}
