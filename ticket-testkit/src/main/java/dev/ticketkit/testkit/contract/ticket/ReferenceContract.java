package dev.ticketkit.testkit.contract.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.testkit.contract.fixture.StorageContract;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** References and external ids name one ticket for ever. */
public abstract class ReferenceContract extends StorageContract {
    /** Spellings that fold to the same code. */
    private static final List<List<String>> SAME = List.of(
            List.of("abc-1", "ABC-1", "Abc-1"),
            List.of("STRASSE 7", "stra\u00DFe 7", "STRA\u1E9EE 7", "strasse\u00A07", "Strasse  7"),
            List.of("\uFF21\uFF22\uFF23\uFF11", "ABC1", "abc\u2460"),
            List.of("\u0130-1", "i\u0307-1", "I\u0307-1"),
            List.of("\u03A3\u03A3", "\u03C3\u03C2", "\u03C3\u03C3"),
            List.of("caf\u00E9", "CAFE\u0301", "CAF\u00C9"));

    /** For subclasses. */
    protected ReferenceContract() {}

    @Test
    @Tag("R7")
    @Tag("F45")
    void refusesAndFindsReferenceInAnySpelling() {
        for (List<String> spellings : SAME) {
            Ticket holder = opened(make.ticket().reference(new Reference(spellings.get(0))));
            assertThat(holder.reference().value()).isEqualTo(spellings.get(0));
            for (String spelling : spellings) {
                Reference reference = new Reference(spelling);
                assertThat(storage().tickets().findByReference(make.tenant(), reference))
                        .as(spelling)
                        .contains(holder);
                assertThat(commit(
                                make.opening(make.ticket().reference(reference).build())))
                        .as(spelling)
                        .isEqualTo(new CommitOutcome.ReferenceTaken());
            }
        }
    }

    @Test
    @Tag("R7")
    @Tag("F44")
    void distinguishesDottedFromDotlessI() {
        Ticket plain = opened(make.ticket().reference(new Reference("TITLE-I")));
        Ticket dotted = opened(make.ticket().reference(new Reference("TITLE-\u0130")));
        Ticket dotless = opened(make.ticket().reference(new Reference("TITLE-\u0131")));

        assertThat(storage().tickets().findByReference(make.tenant(), new Reference("title-i")))
                .contains(plain);
        assertThat(storage().tickets().findByReference(make.tenant(), new Reference("title-\u0130")))
                .contains(dotted);
        assertThat(storage().tickets().findByReference(make.tenant(), new Reference("title-\u0131")))
                .contains(dotless);
    }

    @Test
    @Tag("R7")
    void neverGivesReferenceOfDeletedTicketAgain() {
        Ticket gone = deleted(opened(make.ticket().reference(new Reference("ABC-1"))));

        assertThat(commit(make.opening(
                        make.ticket().reference(new Reference("abc-1")).build())))
                .isEqualTo(new CommitOutcome.ReferenceTaken());
        assertThat(storage().tickets().findByReference(make.tenant(), new Reference("abc-1")))
                .contains(gone);
    }

    @Test
    @Tag("R7")
    void comparesLongReferencesToTheEnd() {
        String start = "x".repeat(255);
        Ticket a = opened(make.ticket().reference(new Reference(start + "a")));
        Ticket b = opened(make.ticket().reference(new Reference(start + "b")));

        assertThat(storage().tickets().findByReference(make.tenant(), a.reference()))
                .contains(a);
        assertThat(storage().tickets().findByReference(make.tenant(), b.reference()))
                .contains(b);
    }

    @Test
    @Tag("R7")
    void changesOfTheSameTicketKeepItsReference() {
        Ticket ticket = opened(make.ticket().reference(new Reference("ABC-1")));
        Ticket second = changed(ticket, edit -> edit.title("Second"));
        Ticket third = changed(second, edit -> edit.title("Third"));

        assertThat(storage().tickets().findByReference(make.tenant(), new Reference("abc-1")))
                .contains(third);
    }

    @Test
    @Tag("R8")
    void refusesExternalIdTwice() {
        Ticket holder = opened(make.ticket().externalId("order-123"));

        assertThat(commit(make.opening(make.ticket().externalId("order-123").build())))
                .isEqualTo(new CommitOutcome.ExternalIdTaken());
        assertHolds(holder);
    }

    @Test
    @Tag("R8")
    void comparesExternalIdsAsTheyAre() {
        for (String id : List.of("order-1", "ORDER-1", "order-1 ", " order-1", "\uFF4Frder-1", "order-\u0661")) {
            Ticket ticket = opened(make.ticket().externalId(id));
            assertThat(storage().tickets().findByExternalId(make.tenant(), id))
                    .as(id)
                    .contains(ticket);
        }
        assertThat(storage().tickets().findByExternalId(make.tenant(), "Order-1"))
                .isEmpty();
    }

    @Test
    @Tag("R8")
    void neverGivesExternalIdOfDeletedTicketAgain() {
        Ticket gone = deleted(opened(make.ticket().externalId("order-123")));

        assertThat(commit(make.opening(make.ticket().externalId("order-123").build())))
                .isEqualTo(new CommitOutcome.ExternalIdTaken());
        assertThat(storage().tickets().findByExternalId(make.tenant(), "order-123"))
                .contains(gone);
    }

    @Test
    @Tag("R8")
    void manyTicketsHaveNoExternalId() {
        Ticket one = opened(make.ticket());
        Ticket other = opened(make.ticket());

        assertHolds(one, other);
    }
}
