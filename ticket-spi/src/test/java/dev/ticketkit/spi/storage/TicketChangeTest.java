package dev.ticketkit.spi.storage;

import static dev.ticketkit.spi.fixture.Tickets.ADA;
import static dev.ticketkit.spi.fixture.Tickets.OLGA;
import static dev.ticketkit.spi.fixture.Tickets.event;
import static dev.ticketkit.spi.fixture.Tickets.open;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.Ticket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TicketChangeTest {
    private final Ticket before = open().build();

    @Test
    void anOpeningEntersItsStatusAndSetsAReferenceGivenByHand() {
        ReferenceRequest numbered = new ReferenceRequest("T-", "T-", 6);
        TicketChange byHand =
                TicketChange.opening(before, event(EventKind.OPENED, 1, OLGA).build(), null, null);
        TicketChange made =
                TicketChange.opening(before, event(EventKind.OPENED, 1, OLGA).build(), numbered, null);

        assertThat(byHand.isOpening()).isTrue();
        assertThat(byHand.entersStatus()).isTrue();
        assertThat(byHand.setsReference()).isTrue();
        assertThat(made.setsReference()).isFalse();
        assertThat(numbered.format(7)).isEqualTo(new Reference("T-000007"));
        assertThat(numbered.format(12_345_678)).isEqualTo(new Reference("T-12345678"));
    }

    @Test
    void aChangeEntersAStatusOrSetsAReferenceOnlyWhenItIsAnother() {
        assertThat(changedTo(before, OLGA).entersStatus()).isFalse();
        assertThat(changedTo(before.toBuilder().status(Status.WAITING).build(), OLGA)
                        .entersStatus())
                .isTrue();
        assertThat(changedTo(before.toBuilder().reference(new Reference("t-1")).build(), OLGA)
                        .setsReference())
                .isFalse();
        assertThat(changedTo(before.toBuilder().reference(new Reference("T-2")).build(), OLGA)
                        .setsReference())
                .isTrue();
    }

    /** An erasure finds by these the tickets that are another's now. */
    @Test
    void aContactThatLosesTheTicketOrActsOnAnothersIsAFormerOne() {
        Ticket bobs = before.toBuilder().contact(Contact.of("c-2", "Bob")).build();
        assertThat(changedTo(before, OLGA).formerContacts()).isEmpty();
        assertThat(changedTo(before, ADA).formerContacts()).isEmpty();
        assertThat(changedTo(bobs, OLGA).formerContacts()).containsExactly("c-1");
        assertThat(changedTo(before, Actor.contact("c-3", "Eve")).formerContacts())
                .containsExactly("c-3");
        assertThat(changedTo(bobs, Actor.contact("c-3", "Eve")).formerContacts())
                .containsExactly("c-1", "c-3");
    }

    @Test
    void erasuresAreSilentAndNameNoFormerContact() {
        TicketChange whole = TicketChange.of(
                before,
                before,
                event(EventKind.ERASED, 2, Actor.contact("x", "x")).build(),
                null);
        assertThat(whole.isSilent()).isTrue();
        assertThat(whole.isErasure()).isTrue();
        assertThat(whole.formerContacts()).isEmpty();
        assertThat(whole.erasingTracesOf("c-9").isErasure()).isFalse();
        assertThat(whole.erasingTracesOf("c-9").erasedContactId()).isEqualTo("c-9");
    }

    @Test
    void onlyTheReceiptIsKeptOfWhatChangesNothing() {
        assertThat(changedTo(before, OLGA).isReceiptOnly()).isTrue();
        assertThat(changedTo(before.toBuilder().version(2).build(), OLGA).isReceiptOnly())
                .isFalse();
        assertThat(changedTo(before, OLGA).isSilent()).isFalse();
        assertThat(changedTo(before, OLGA).silently().isSilent()).isTrue();
    }

    @Test
    void aStampIsOfItsKeyAndItsBody() {
        byte[] body = "body".getBytes(StandardCharsets.UTF_8);
        IdempotencyStamp stamp = new IdempotencyStamp("k", body);
        assertThat(stamp.hasBody("body".getBytes(StandardCharsets.UTF_8))).isTrue();
        assertThat(stamp.hasBody("other".getBytes(StandardCharsets.UTF_8))).isFalse();
        body[0] = 'B';
        assertThat(stamp.hasBody(body)).isFalse();
    }

    private TicketChange changedTo(Ticket after, Actor actor) {
        return TicketChange.of(before, after, event(EventKind.CHANGED, 2, actor).build(), null);
    }
}
