package dev.ticketkit.acceptance.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketkit.acceptance.DeskFixture;
import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.core.command.ChangeTicket.Clearable;
import dev.ticketkit.core.result.CommandResult;
import dev.ticketkit.spi.error.NotFoundException;
import dev.ticketkit.spi.event.FieldChange;
import dev.ticketkit.spi.event.TicketField;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@OnEveryStore
@Tag("R18")
class ChangeTest extends DeskFixture {
    ChangeTest(Store store) {
        super(store);
    }

    private List<FieldChange> last(Ticket ticket) {
        var history = handle(ticket).history();
        return history.get(history.size() - 1).changes();
    }

    @Test
    void editsEveryFieldThatMayChange() {
        Ticket ticket = opened(ticket("a").category("One").attributes(Map.of("x", "1", "y", "2")));
        CommandResult written = changed(
                ticket,
                change().title(" b ")
                        .description("text")
                        .status("pending")
                        .priority(Priority.LOW)
                        .category("Two")
                        .owner(PIO)
                        .attributes(Map.of("x", "9", "z", "3"))
                        .removeAttributes(Set.of("y", "unknown")));

        assertThat(last(ticket))
                .containsExactly(
                        FieldChange.of(TicketField.TITLE, "a", "b"),
                        FieldChange.of(TicketField.DESCRIPTION, null, "text"),
                        FieldChange.of(TicketField.STATUS, "open", "pending"),
                        FieldChange.of(TicketField.PRIORITY, "MEDIUM", "LOW"),
                        FieldChange.of(TicketField.CATEGORY, "One", "Two"),
                        FieldChange.of(TicketField.OWNER, null, "pio"),
                        FieldChange.ofAttribute("x", "1", "9"),
                        FieldChange.ofAttribute("y", "2", null),
                        FieldChange.ofAttribute("z", null, "3"));
        assertThat(written.ticket()).isEqualTo(now(ticket));
        assertThat(now(ticket).attributes()).containsExactly(Map.entry("x", "9"), Map.entry("z", "3"));
        assertThat(now(ticket).toBuilder()
                        .title("a")
                        .description(null)
                        .status(ticket.status())
                        .priority(ticket.priority())
                        .category(ticket.category())
                        .owner(null)
                        .attributes(ticket.attributes())
                        .version(1)
                        .build())
                .isEqualTo(ticket);
    }

    @Test
    void recordsOnlyWhatReallyChanges() {
        Ticket ticket = opened(ticket("a").priority(Priority.LOW).attributes(Map.of("x", "1")));
        changed(ticket, change().title("a").priority(Priority.HIGH).attributes(Map.of("x", "1")));

        assertThat(last(ticket)).containsExactly(FieldChange.of(TicketField.PRIORITY, "LOW", "HIGH"));
    }

    @Test
    @Tag("F33")
    void thatChangesNothingIsNoEvent() {
        Ticket ticket = opened(ticket("a").category("One").owner(PIO));
        List<ChangeTicket.Builder> nothings = List.of(
                change(),
                change().title(" a "),
                change().status("OPEN"),
                change().priority(Priority.MEDIUM),
                change().category(" ONE "),
                change().owner(PIO),
                change().description(""),
                change().clear(Clearable.DESCRIPTION),
                change().removeAttributes(Set.of("none")));
        for (ChangeTicket.Builder nothing : nothings) {
            CommandResult written = changed(ticket, nothing);
            assertThat(written.recorded()).isFalse();
            assertThat(written.receipt().version()).isEqualTo(1);
            assertThat(written.ticket()).isEqualTo(ticket);
        }

        assertThat(handle(ticket).history()).hasSize(1);
        assertThat(now(ticket)).isEqualTo(ticket);
    }

    @Test
    void empties() {
        Ticket ticket = opened(ticket("a").description("d").category("One").owner(PIO));
        Ticket emptied = changed(ticket, change().clear(Clearable.values())).ticket();

        assertThat(emptied.description()).isNull();
        assertThat(emptied.category()).isNull();
        assertThat(emptied.owner()).isNull();
        assertThat(now(ticket)).isEqualTo(emptied);
    }

    @Test
    void hasNoWayToChangeIdReferenceOriginOrContact() {
        assertThat(Stream.of(ChangeTicket.Builder.class.getDeclaredMethods())
                        .filter(method -> !method.isSynthetic())
                        .map(Method::getName)
                        .distinct())
                .containsExactlyInAnyOrder(
                        "title",
                        "description",
                        "status",
                        "priority",
                        "category",
                        "owner",
                        "attributes",
                        "removeAttributes",
                        "clear",
                        "onVersion",
                        "idempotencyKey",
                        "build");
    }

    @Test
    void isMadeByIdReferenceOrTicketInHand() {
        Ticket ticket = opened("a");
        olga().ticket(ticket.id()).change(change().title("b").build());
        olga().ticket(new Reference("t-000001")).change(change().title("c").build());
        olga().ticket(ticket).change(change().title("d").build());

        assertThat(now(ticket).title()).isEqualTo("d");
        assertThat(now(ticket).version()).isEqualTo(4);
    }

    @Test
    void ofAnUnknownTicketIsNotFound() {
        assertThatThrownBy(() -> olga().ticket(new TicketId(UUID.randomUUID()))
                        .change(change().title("b").build()))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> olga().ticket(new Reference("none"))
                        .change(change().title("b").build()))
                .isInstanceOf(NotFoundException.class);
    }
}
