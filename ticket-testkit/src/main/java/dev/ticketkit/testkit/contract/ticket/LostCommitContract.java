package dev.ticketkit.testkit.contract.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.event.NoteVisibility;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.CommitOutcome.Kind;
import dev.ticketkit.spi.storage.IdempotencyStamp;
import dev.ticketkit.spi.storage.Receipt;
import dev.ticketkit.spi.storage.TicketChange;
import dev.ticketkit.testkit.contract.fixture.StorageContract;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Why a commit loses, in which order, and that a lost one leaves nothing behind. */
public abstract class LostCommitContract extends StorageContract {
    private static final IdempotencyStamp STAMP = TicketFixtures.stamp("open:key-1", "body");
    private static final IdempotencyStamp OTHER_BODY = TicketFixtures.stamp("open:key-1", "other body");

    /** For subclasses. */
    protected LostCommitContract() {}

    @Test
    @Tag("B2")
    void refusesChangeOfStaleVersion() {
        Ticket first = opened(make.ticket());
        Ticket second = changed(first, edit -> edit.title("Second"));

        assertThat(commit(make.change(first, edit -> edit.title("Late")))).isEqualTo(new CommitOutcome.Stale());
        assertThat(commit(make.note(first, NoteVisibility.PUBLIC, "Late"))).isEqualTo(new CommitOutcome.Stale());
        assertThat(stored(first.id())).isEqualTo(second);
        assertThat(history(first.id())).hasSize(2);
    }

    @Test
    void refusesChangeOfVersionThatIsYetToCome() {
        Ticket first = opened(make.ticket());
        Ticket future = first.toBuilder().version(2).build();

        assertThat(commit(make.change(future, edit -> edit.title("Early")))).isEqualTo(new CommitOutcome.Stale());
        assertHolds(first);
        assertThat(history(first.id())).hasSize(1);
    }

    @Test
    void refusesChangeOfTicketThatWasNeverOpened() {
        Ticket ghost = make.ticket().build();

        assertThat(commit(make.change(ghost, edit -> edit.title("Boo")))).isEqualTo(new CommitOutcome.Stale());
        assertHolds();
        assertThat(history(ghost.id())).isEmpty();
    }

    @Test
    void refusesToOpenTheSameTicketTwice() {
        Ticket ticket = opened(make.ticket());
        Ticket again = ticket.toBuilder().reference(new Reference("OTHER")).build();

        assertThat(commit(make.opening(again))).isEqualTo(new CommitOutcome.Stale());
        assertHolds(ticket);
        assertThat(storage().tickets().findByReference(make.tenant(), new Reference("OTHER")))
                .isEmpty();
    }

    @Test
    @Tag("F8")
    void answersTheSameChangeCommittedAgainWithItsReceipt() {
        TicketChange opening = make.opening(make.ticket().build(), STAMP);
        Receipt receipt = committed(opening);
        TicketChange change = make.change(opening.after(), edit -> edit.title("Second"));
        Receipt second = committed(change);

        assertThat(commit(opening)).isEqualTo(new CommitOutcome.Committed(receipt));
        assertThat(commit(change)).isEqualTo(new CommitOutcome.Committed(second));
        assertThat(history(opening.after().id())).containsExactly(opening.event(), change.event());
    }

    @Test
    void givesFirstReasonOfSeveral() {
        Ticket holder = make.ticket().externalId("order-1").build();
        TicketChange opening = make.opening(holder, STAMP);
        Receipt receipt = committed(opening);
        Ticket same = holder.toBuilder().build();

        assertThat(commit(opening)).isEqualTo(new CommitOutcome.Committed(receipt));
        assertThat(commit(make.opening(same, STAMP)).kind()).isEqualTo(Kind.REPLAYED);
        assertThat(commit(make.opening(same, OTHER_BODY)).kind()).isEqualTo(Kind.KEY_REUSED);
        assertThat(commit(make.opening(same)).kind()).isEqualTo(Kind.REFERENCE_TAKEN);
        Ticket otherReference =
                same.toBuilder().reference(new Reference("FREE")).build();
        assertThat(commit(make.opening(otherReference)).kind()).isEqualTo(Kind.EXTERNAL_ID_TAKEN);
        Ticket otherExternalId = otherReference.toBuilder().externalId("free").build();
        assertThat(commit(make.opening(otherExternalId)).kind()).isEqualTo(Kind.STALE);
        assertHolds(holder);
    }

    @Test
    void givesKeyBeforeStaleVersion() {
        Ticket first = opened(make.ticket());
        Receipt receipt = committed(make.change(first, edit -> edit.title("Second"), STAMP));

        assertThat(commit(make.change(first, edit -> edit.title("Third"), STAMP)))
                .isEqualTo(new CommitOutcome.Replayed(receipt));
        assertThat(commit(make.change(first, edit -> edit.title("Third"), OTHER_BODY)))
                .isEqualTo(new CommitOutcome.KeyReused());
    }

    @Test
    void storesNothingOfLostOpening() {
        Ticket holder = opened(make.ticket().externalId("order-1"));
        Ticket loser = make.ticket()
                .externalId("order-1")
                .category(make.category("Never made"))
                .build();
        TicketChange opening = make.opening(loser, STAMP);

        assertThat(commit(opening)).isEqualTo(new CommitOutcome.ExternalIdTaken());
        assertHolds(holder);
        assertThat(storage().tickets().find(make.tenant(), loser.id())).isEmpty();
        assertThat(storage().tickets().findByReference(make.tenant(), loser.reference()))
                .isEmpty();
        assertThat(history(loser.id())).isEmpty();
        assertThat(storage().categories().categories(make.tenant())).isEmpty();
        committed(make.opening(make.ticket().reference(loser.reference()).build(), STAMP));
    }

    @Test
    void storesNothingOfLostChange() {
        Ticket first = opened(make.ticket());
        Ticket second = changed(first, edit -> edit.title("Second"));
        TicketChange late = make.change(first, edit -> edit.category(make.category("Never made")), STAMP);

        assertThat(commit(late)).isEqualTo(new CommitOutcome.Stale());
        assertHolds(second);
        assertThat(storage().categories().categories(make.tenant())).isEmpty();
        committed(make.change(second, edit -> edit.title("Third"), STAMP));
    }

    @Test
    void losesAgainWithTheSameChange() {
        Ticket first = opened(make.ticket());
        changed(first, edit -> edit.title("Second"));
        TicketChange late = make.change(first, edit -> edit.title("Late"));

        assertThat(commit(late)).isEqualTo(new CommitOutcome.Stale());
        assertThat(commit(late)).isEqualTo(new CommitOutcome.Stale());
    }
}
