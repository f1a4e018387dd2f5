package dev.ticketkit.testkit.contract.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.catalogue.StatusEntry;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketBuilder;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.IdempotencyStamp;
import dev.ticketkit.spi.storage.Receipt;
import dev.ticketkit.spi.storage.ReferenceRequest;
import dev.ticketkit.spi.storage.TicketChange;
import dev.ticketkit.testkit.contract.fixture.Rounds;
import dev.ticketkit.testkit.contract.fixture.StorageContract;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import dev.ticketkit.testkit.contract.internal.Race;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How a status goes: hidden, it is entered no more; removed, its key stays its own. */
@Tag("B12")
public abstract class StatusRemovalContract extends StorageContract {
    private static final Status LAB = new Status("in-lab", MacroStatus.IN_PROGRESS, 8);
    private static final StatusEntry SHOWN = new StatusEntry(LAB, "In the lab", false);
    private static final StatusEntry HIDDEN = new StatusEntry(LAB, "In the lab", true);
    private static final CommitOutcome STALE = new CommitOutcome.Stale();

    /** So few that everything 64 threads store fits into one list, whoever comes last; so many that some come after the hiding. */
    private static final int EACH = Rounds.of(3, 7);

    private final AtomicInteger passed = new AtomicInteger();

    /** For subclasses. */
    protected StatusRemovalContract() {}

    @Test
    void removesAStatusThatIsAsSeenAndOnce() {
        add();
        hide();

        assertThat(remove(SHOWN)).isFalse();
        assertThat(remove(new StatusEntry(LAB, "Other", true))).isFalse();
        assertThat(kept()).containsExactly(HIDDEN);
        assertThat(remove(HIDDEN)).isTrue();
        assertThat(remove(HIDDEN)).isFalse();
        assertThat(kept()).isEmpty();
        assertThat(removed()).containsExactly(LAB);
    }

    @Test
    void removesNoPredefinedStatusAndNoneThatIsNotThere() {
        StatusEntry waiting = new StatusEntry(Status.WAITING, null, true);
        assertThat(save(new StatusEntry(Status.WAITING, null, false), waiting)).isTrue();

        assertThat(remove(waiting)).isFalse();
        assertThat(remove(HIDDEN)).isFalse();
        assertThat(kept()).containsExactly(waiting);
        assertThat(removed()).isEmpty();
    }

    @Test
    void labelOfARemovedStatusIsFreeAndItsPositionIsNot() {
        removeLab();

        assertThat(save(null, new StatusEntry(new Status("other", MacroStatus.IN_PROGRESS, 8), "Other", false)))
                .isFalse();
        StatusEntry other = new StatusEntry(new Status("other", MacroStatus.IN_PROGRESS, 9), "IN THE LAB", false);
        assertThat(save(null, other)).isTrue();
        assertThat(kept()).containsExactly(other);
    }

    @Test
    @Tag("R4")
    void removedStatusComesBackOnlyAsWhatItWas() {
        removeLab();

        assertThat(save(HIDDEN, SHOWN)).isFalse();
        assertThat(save(null, new StatusEntry(new Status("in-lab", MacroStatus.TERMINATED, 8), "Lab", false)))
                .isFalse();
        assertThat(save(null, new StatusEntry(new Status("in-lab", MacroStatus.IN_PROGRESS, 9), "Lab", false)))
                .isFalse();
        StatusEntry again = new StatusEntry(LAB, "Lab again", false);
        assertThat(save(null, again)).isTrue();
        assertThat(kept()).containsExactly(again);
        assertThat(removed()).isEmpty();
        assertThat(opened(inLab()).status()).isEqualTo(LAB);
    }

    @Test
    void entersNoHiddenOrRemovedStatus() {
        Ticket ticket = opened(make.ticket());
        add();
        hide();
        assertThat(commit(make.opening(inLab().build()))).isEqualTo(STALE);
        assertThat(commit(make.change(ticket, edit -> edit.status(LAB)))).isEqualTo(STALE);

        assertThat(remove(HIDDEN)).isTrue();
        assertThat(commit(make.opening(inLab().build()))).isEqualTo(STALE);
        assertThat(commit(make.change(ticket, edit -> edit.status(LAB)))).isEqualTo(STALE);
        assertHolds(ticket);
        assertThat(history(ticket.id())).hasSize(1);
    }

    @Test
    @Tag("R3")
    void entersNoHiddenPredefinedStatusButOpen() {
        Ticket ticket = opened(make.ticket());
        for (Status status : List.of(Status.PENDING, Status.OPEN)) {
            StatusEntry shown = new StatusEntry(status, null, false);
            storage().statuses().saveStatus(make.tenant(), shown, new StatusEntry(status, null, true));
        }

        assertThat(commit(make.opening(make.ticket().status(Status.PENDING).build())))
                .isEqualTo(STALE);
        assertThat(commit(make.change(ticket, edit -> edit.status(Status.PENDING))))
                .isEqualTo(STALE);
        committed(make.opening(make.ticket().build()));
        Ticket waiting = changed(ticket, edit -> edit.status(Status.WAITING));
        changed(waiting, edit -> edit.status(Status.OPEN));
    }

    @Test
    void openingThatMayNotEnterUsesNoNumberAndNoKey() {
        add();
        hide();
        ReferenceRequest series = new ReferenceRequest("L-", "L-", 3);
        IdempotencyStamp stamp = TicketFixtures.stamp("open:lab", "body");
        assertThat(commit(make.numbered(inLab().build(), series, stamp))).isEqualTo(STALE);

        assertThat(save(HIDDEN, SHOWN)).isTrue();
        Receipt receipt = committed(make.numbered(inLab().build(), series, stamp));
        assertThat(receipt.reference().value()).isEqualTo("L-001");
        assertThat(commit(make.numbered(inLab().build(), series, stamp)))
                .isEqualTo(new CommitOutcome.Replayed(receipt));
    }

    @Test
    void keyIsAnsweredBeforeTheStatus() {
        add();
        IdempotencyStamp stamp = TicketFixtures.stamp("open:lab", "body");
        TicketChange opening = make.opening(inLab().build(), stamp);
        Receipt receipt = committed(opening);
        hide();

        assertThat(commit(opening)).isEqualTo(new CommitOutcome.Committed(receipt));
        assertThat(commit(make.opening(inLab().build(), stamp))).isEqualTo(new CommitOutcome.Replayed(receipt));
    }

    @Test
    void ticketInAHiddenOrRemovedStatusIsChangedDeletedAndRestored() {
        add();
        Ticket ticket = opened(inLab());
        hide();
        ticket = changed(ticket, edit -> edit.title("Still there"));
        assertThat(remove(HIDDEN)).isTrue();
        Ticket gone = deleted(changed(ticket, edit -> edit.title("And now")));

        assertThat(changed(gone, edit -> edit.deletedAt(null)).status()).isEqualTo(LAB);
        assertThat(list(TicketQuery.builder().statuses("in-lab").build())).hasSize(1);
    }

    @Test
    void anotherTenantsStatusOfTheSameKeyIsNotConcerned() {
        removeLab();
        TicketFixtures other = TicketFixtures.ofNewTenant();

        assertThat(commit(other.opening(other.ticket().status(LAB).build())))
                .isInstanceOf(CommitOutcome.Committed.class);
        assertThat(storage().statuses().removedStatuses(other.tenant())).isEmpty();
    }

    @Test
    @Tag("F19")
    void nobodyEntersOnceHidingHasReturned() {
        add();
        List<Integer> counted = Race.run(n -> n == 0 ? hideAndCount() : enter());

        int entered = counted.stream().skip(1).mapToInt(Integer::intValue).sum();
        assertThat(inLabNow()).isEqualTo(counted.get(0)).isEqualTo(entered);
    }

    /** While the others are about it: a gate that does not hold is seen by who passes at that moment. */
    private int hideAndCount() {
        while (passed.get() < Race.THREADS) {
            Thread.onSpinWait();
        }
        hide();
        return inLabNow();
    }

    /** How many of some openings and changes were stored. */
    private int enter() {
        int entered = 0;
        for (int i = 0; i < EACH; i++) {
            Ticket ticket = opened(make.ticket());
            boolean changed = commit(make.change(ticket, edit -> edit.status(LAB))) instanceof CommitOutcome.Committed;
            boolean opened = commit(make.opening(inLab().build())) instanceof CommitOutcome.Committed;
            entered += (changed ? 1 : 0) + (opened ? 1 : 0);
            passed.incrementAndGet();
        }
        return entered;
    }

    private int inLabNow() {
        return list(TicketQuery.builder().statuses("in-lab").build()).size();
    }

    private TicketBuilder inLab() {
        return make.ticket().status(LAB);
    }

    private void removeLab() {
        add();
        hide();
        assertThat(remove(HIDDEN)).isTrue();
    }

    private void add() {
        assertThat(save(null, SHOWN)).isTrue();
    }

    private void hide() {
        assertThat(save(SHOWN, HIDDEN)).isTrue();
    }

    private boolean save(@Nullable StatusEntry before, StatusEntry entry) {
        return storage().statuses().saveStatus(make.tenant(), before, entry);
    }

    private boolean remove(StatusEntry before) {
        return storage().statuses().removeStatus(make.tenant(), before);
    }

    private List<StatusEntry> kept() {
        return storage().statuses().statuses(make.tenant());
    }

    private List<Status> removed() {
        return storage().statuses().removedStatuses(make.tenant());
    }
}
