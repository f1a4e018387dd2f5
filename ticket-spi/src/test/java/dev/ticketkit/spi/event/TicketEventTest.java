package dev.ticketkit.spi.event;

import static dev.ticketkit.spi.fixture.Tickets.ADA;
import static dev.ticketkit.spi.fixture.Tickets.OLGA;
import static dev.ticketkit.spi.fixture.Tickets.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class TicketEventTest {
    private static final Note PUBLIC = new Note(NoteVisibility.PUBLIC, "It is repaired");

    @Test
    void aPublicNoteOfAnOperatorIsAnAnswer() {
        assertThat(event(EventKind.NOTED, 2, OLGA).note(PUBLIC).build().isAnswer())
                .isTrue();
        assertThat(event(EventKind.NOTED, 2, ADA).note(PUBLIC).build().isAnswer())
                .isFalse();
        assertThat(event(EventKind.NOTED, 2, Actor.automation("a", "A"))
                        .note(PUBLIC)
                        .build()
                        .isAnswer())
                .isFalse();
        assertThat(event(EventKind.NOTED, 2, OLGA)
                        .note(new Note(NoteVisibility.INTERNAL, "hm"))
                        .build()
                        .isAnswer())
                .isFalse();
    }

    @Test
    void anErasureLeavesNothingThePersonSaid() {
        TicketEvent erased = event(EventKind.NOTED, 2, ADA, FieldChange.of(TicketField.TITLE, "Ada's", "Ada's lamp"))
                .note(new Note(NoteVisibility.PUBLIC, "Ada here"))
                .cause(new Cause(null, "Ada's portal", 1))
                .build()
                .erased(Contact.of("nobody", null));

        assertThat(erased.actor()).isEqualTo(Actor.contact("nobody", "nobody"));
        assertThat(erased.cause()).isEqualTo(new Cause(null, Cause.ERASED, 1));
        assertThat(erased.changes()).containsExactly(FieldChange.of(TicketField.TITLE, null, null));
        assertThat(erased.note()).isEqualTo(new Note(NoteVisibility.PUBLIC, ""));
    }

    @Test
    void anErasureKeepsWhichAutomationActed() {
        Actor escalation = Actor.automation("escalation", "Escalation");
        Cause cause = new Cause(null, "escalation", 1);
        TicketEvent erased =
                event(EventKind.CHANGED, 2, escalation).cause(cause).build().erased(Contact.of("nobody", null));

        assertThat(erased.actor()).isEqualTo(escalation);
        assertThat(erased.cause()).isEqualTo(cause);
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatNullPointerException()
                .isThrownBy(() -> event(EventKind.CHANGED, 2, null).build())
                .withMessage("actor: is null; give a value");
        assertThatIllegalArgumentException().isThrownBy(() -> new Cause(null, "portal", 0));
        Assertions.assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> new Cause(null, " ", 1));
    }

    /** Whoever logs an event logs no text of a person. */
    @Test
    void namesNoPersonInItsText() {
        assertThat(event(EventKind.NOTED, 2, ADA).note(PUBLIC).build().toString())
                .doesNotContain("Ada", "c-1", "repaired");
    }
}
