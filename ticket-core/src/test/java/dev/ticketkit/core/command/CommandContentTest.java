package dev.ticketkit.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.core.command.ChangeTicket.Clearable;
import dev.ticketkit.core.template.FieldValue;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Status;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A key is used again for the same command only: what is the same is said by its content. */
class CommandContentTest {
    private static final OpenTicket LAMP = OpenTicket.builder().title("Lamp").build();
    private static final ChangeTicket NOTHING = ChangeTicket.builder().build();

    @Test
    void everyFieldOfAnOpeningIsItsContent() {
        List<UnaryOperator<OpenTicket.Builder>> edits = List.of(
                open -> open.title("Stove"),
                open -> open.description("It hums"),
                open -> open.reference("T-1"),
                open -> open.status(Status.WAITING),
                open -> open.priority(Priority.HIGH),
                open -> open.category("Hardware"),
                open -> open.contact(Contact.of("c-1", "Ada")),
                open -> open.owner(new Party("olga", "Olga")),
                open -> open.externalId("order-7"),
                open -> open.attributes(Map.of("colour", "red")));
        assertThat(edits).allSatisfy(edit -> assertThat(
                        edit.apply(LAMP.toBuilder()).build().content())
                .isNotEqualTo(LAMP.content()));
    }

    @Test
    void everyFieldOfAChangeIsItsContent() {
        List<UnaryOperator<ChangeTicket.Builder>> edits = List.of(
                change -> change.title("Stove"),
                change -> change.description(""),
                change -> change.status(Status.CLOSED),
                change -> change.priority(Priority.HIGH),
                change -> change.category("Hardware"),
                change -> change.owner(new Party("olga", "Olga")),
                change -> change.attributes(Map.of("colour", "red")),
                change -> change.removeAttributes(Set.of("colour")),
                change -> change.clear(Clearable.OWNER),
                change -> change.onVersion(3));
        assertThat(edits).allSatisfy(edit -> assertThat(
                        edit.apply(ChangeTicket.builder()).build().content())
                .isNotEqualTo(NOTHING.content()));
    }

    @Test
    void everyFieldOfAContactIsContent() {
        Contact ada = Contact.of("c-1", "Ada");
        List<Contact> others = List.of(
                Contact.of("c-2", "Ada"),
                Contact.of("c-1", "Eve"),
                ada.withPhone("+39061"),
                ada.withEmail("ada@example.org"),
                ada.withLanguage("it"));
        assertThat(others)
                .allSatisfy(other -> assertThat(ChangeContact.to(other).content())
                        .isNotEqualTo(ChangeContact.to(ada).content()));
    }

    /** A number and the same digits as a text are not the same to a template. */
    @Test
    void aFieldOfAnotherTypeIsOtherContent() {
        Fire text = Fire.starter("order").field("n", "7").build();
        Fire number = Fire.starter("order")
                .field("n", FieldValue.number(new java.math.BigDecimal("7")))
                .build();
        assertThat(number.content()).isNotEqualTo(text.content());
        assertThat(Fire.starter("offer").field("n", "7").build().content()).isNotEqualTo(text.content());
    }

    @Test
    void theKeyIsNoContent() {
        assertThat(LAMP.toBuilder().idempotencyKey("k").build().content()).isEqualTo(LAMP.content());
        assertThat(new AddNote("It hums", "k").content())
                .isEqualTo(AddNote.of("It hums").content());
        assertThat(new DeleteTicket("k").content())
                .isEqualTo(DeleteTicket.unkeyed().content());
    }

    /** Stored keys begin with these. */
    @Test
    void commandsKeepTheirNames() {
        List<Command> commands = List.of(
                LAMP,
                NOTHING,
                ChangeContact.to(Contact.of("c", null)),
                AddNote.of("x"),
                DeleteTicket.unkeyed(),
                RestoreTicket.unkeyed(),
                Fire.starter("x").build());
        assertThat(commands)
                .extracting(Command::name)
                .containsExactly("open", "change", "contact", "note", "delete", "restore", "fire");
    }

    @Test
    void noCommandSaysAPersonsTextWhenItIsLogged() {
        assertThat(LAMP.toString() + AddNote.of("Lamp") + new ImportTicket(LAMP, java.time.Instant.EPOCH, null))
                .doesNotContain("Lamp");
        assertThat(ChangeContact.to(Contact.of("c-1", "Ada")).toString()).doesNotContain("Ada", "c-1");
    }

    @Test
    void aCopyForAContactKeepsAllElse() {
        OpenTicket full = LAMP.toBuilder()
                .description("It hums")
                .reference("R")
                .status("open")
                .priority(Priority.HIGH)
                .category("Hardware")
                .owner(new Party("olga", "Olga"))
                .externalId("order-7")
                .attributes(Map.of("colour", "red"))
                .idempotencyKey("k")
                .contact(Contact.of("c-1", "Ada"))
                .build();
        OpenTicket there = full.withContact(Contact.of("c-2", "Bob")).withContact(Contact.of("c-1", "Ada"));
        assertThat(there.content()).isEqualTo(full.content());
        assertThat(there.idempotencyKey()).isEqualTo("k");

        Fire fire = Fire.starter("order").field("n", "7").idempotencyKey("k").build();
        Fire about = fire.withContact(Contact.of("c-1", "Ada"));
        assertThat(about.fields()).isEqualTo(fire.fields());
        assertThat(about.idempotencyKey()).isEqualTo("k");
        assertThat(about.contact()).isEqualTo(Contact.of("c-1", "Ada"));
    }
}
