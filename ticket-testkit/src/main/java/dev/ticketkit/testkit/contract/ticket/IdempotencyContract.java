package dev.ticketkit.testkit.contract.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.IdempotencyStamp;
import dev.ticketkit.spi.storage.Receipt;
import dev.ticketkit.spi.storage.TicketChange;
import dev.ticketkit.testkit.contract.fixture.StorageContract;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A command under an idempotency key is carried out once; its receipt stays. */
public abstract class IdempotencyContract extends StorageContract {
    private static final IdempotencyStamp STAMP = TicketFixtures.stamp("open:key-1", "body");
    private static final IdempotencyStamp OTHER_BODY = TicketFixtures.stamp("open:key-1", "other body");

    /** For subclasses. */
    protected IdempotencyContract() {}

    @Test
    @Tag("B3")
    void replaysKeyWithSameBody() {
        Receipt receipt = committed(make.opening(make.ticket().build(), STAMP));

        assertThat(commit(make.opening(make.ticket().build(), STAMP))).isEqualTo(new CommitOutcome.Replayed(receipt));
        assertHolds(stored(receipt.ticketId()));
    }

    @Test
    @Tag("B3")
    void refusesKeyWithOtherBody() {
        Receipt receipt = committed(make.opening(make.ticket().build(), STAMP));

        assertThat(commit(make.opening(make.ticket().build(), OTHER_BODY))).isEqualTo(new CommitOutcome.KeyReused());
        assertHolds(stored(receipt.ticketId()));
    }

    @Test
    @Tag("B3")
    void replaysReceiptAsItWasThoughTicketMovedOn() {
        Ticket ticket = opened(make.ticket());
        TicketChange change = make.change(ticket, edit -> edit.title("Second"), STAMP);
        Receipt receipt = committed(change);
        changed(change.after(), edit -> edit.title("Third"));

        CommitOutcome outcome = commit(make.change(ticket, edit -> edit.title("Second"), STAMP));
        assertThat(outcome).isEqualTo(new CommitOutcome.Replayed(receipt));
        assertThat(receipt.version()).isEqualTo(2);
    }

    @Test
    @Tag("B3")
    void comparesKeysWithCase() {
        committed(make.opening(make.ticket().build(), TicketFixtures.stamp("open:key", "body")));
        committed(make.opening(make.ticket().build(), TicketFixtures.stamp("open:KEY", "body")));
        committed(make.opening(make.ticket().build(), TicketFixtures.stamp("open:key ", "body")));
    }

    @Test
    @Tag("B3")
    void keepsReceiptOfKeyedCommandThatChangedNothing() {
        Ticket ticket = opened(make.ticket());
        TicketChange nothing = make.nothingChanged(ticket, STAMP);
        Receipt receipt = committed(nothing);

        assertThat(receipt).isEqualTo(new Receipt(ticket.id(), ticket.reference(), 1, null));
        assertThat(stored(ticket.id())).isEqualTo(ticket);
        assertThat(history(ticket.id())).extracting(TicketEvent::version).containsExactly(1L);
        assertThat(commit(nothing)).isEqualTo(new CommitOutcome.Committed(receipt));
        assertThat(commit(make.nothingChanged(ticket, STAMP))).isEqualTo(new CommitOutcome.Replayed(receipt));
        assertThat(commit(make.nothingChanged(ticket, OTHER_BODY))).isEqualTo(new CommitOutcome.KeyReused());
    }

    @Test
    @Tag("B3")
    void keepsManyReceiptsOfOneVersionAndStillTakesTheNext() {
        Ticket ticket = opened(make.ticket());
        for (int i = 0; i < 3; i++) {
            committed(make.nothingChanged(ticket, TicketFixtures.stamp("change:" + i, "body")));
        }

        assertThat(changed(ticket, edit -> edit.title("Second")).version()).isEqualTo(2);
        assertThat(history(ticket.id())).extracting(TicketEvent::version).containsExactly(1L, 2L);
    }

    @Test
    @Tag("B3")
    void refusesReceiptWhenTicketMovedOn() {
        Ticket first = opened(make.ticket());
        Ticket second = changed(first, edit -> edit.title("Second"));

        assertThat(commit(make.nothingChanged(first, STAMP))).isEqualTo(new CommitOutcome.Stale());
        Receipt receipt = committed(make.nothingChanged(second, STAMP));
        assertThat(receipt.version()).isEqualTo(2);
    }

    @Test
    @Tag("B3")
    void refusesReceiptForTicketThatIsNotThere() {
        Ticket ghost = make.ticket().build();

        assertThat(commit(make.nothingChanged(ghost, STAMP))).isEqualTo(new CommitOutcome.Stale());
        assertThat(replay(STAMP)).isEmpty();
    }

    @Test
    @Tag("B3")
    void keepsKeysOfGreatestLength() {
        String start = "change:" + "\uD83C\uDFAB".repeat(254);
        for (String end : List.of("a", "b")) {
            IdempotencyStamp stamp = TicketFixtures.stamp(start + end, "body");
            Receipt receipt = committed(make.opening(make.ticket().build(), stamp));
            assertThat(replay(stamp)).containsExactly(new CommitOutcome.Replayed(receipt));
        }
    }

    @Test
    @Tag("B3")
    void saysWhatAKeyCameToWithoutStoring() {
        assertThat(replay(STAMP)).isEmpty();
        Receipt receipt = committed(make.opening(make.ticket().build(), STAMP));

        assertThat(replay(STAMP)).containsExactly(new CommitOutcome.Replayed(receipt));
        assertThat(replay(OTHER_BODY)).containsExactly(new CommitOutcome.KeyReused());
        assertThat(replay(TicketFixtures.stamp("open:KEY-1", "body"))).isEmpty();
        assertHolds(stored(receipt.ticketId()));
    }

    @Test
    @Tag("B3")
    void saysWhatAKeyThatChangedNothingCameTo() {
        Ticket ticket = opened(make.ticket());
        Receipt receipt = committed(make.nothingChanged(ticket, STAMP));
        changed(ticket, edit -> edit.title("Second"));

        assertThat(replay(STAMP)).containsExactly(new CommitOutcome.Replayed(receipt));
    }

    @Test
    @Tag("B3")
    @Tag("R20")
    void keyOfDeletedTicketStaysTaken() {
        Receipt receipt = committed(make.opening(make.ticket().build(), STAMP));
        deleted(stored(receipt.ticketId()));

        assertThat(replay(STAMP)).containsExactly(new CommitOutcome.Replayed(receipt));
        assertThat(commit(make.opening(make.ticket().build(), STAMP))).isEqualTo(new CommitOutcome.Replayed(receipt));
    }

    @Test
    @Tag("B3")
    void lostCommitLeavesItsKeyFree() {
        Ticket first = opened(make.ticket());
        changed(first, edit -> edit.title("Second"));

        assertThat(commit(make.change(first, edit -> edit.title("Late"), STAMP)))
                .isEqualTo(new CommitOutcome.Stale());
        assertThat(replay(STAMP)).isEmpty();
        TicketId other =
                committed(make.opening(make.ticket().build(), OTHER_BODY)).ticketId();
        assertThat(stored(other).version()).isEqualTo(1);
    }

    private List<CommitOutcome> replay(IdempotencyStamp stamp) {
        return storage().tickets().replay(make.tenant(), stamp).stream().toList();
    }
}
