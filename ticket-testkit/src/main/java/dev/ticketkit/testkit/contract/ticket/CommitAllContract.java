package dev.ticketkit.testkit.contract.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.CommitOutcome.Kind;
import dev.ticketkit.spi.storage.ReferenceRequest;
import dev.ticketkit.spi.storage.StoragePart;
import dev.ticketkit.spi.storage.TicketChange;
import dev.ticketkit.testkit.contract.fixture.StorageContract;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many changes at once are each what they would be alone. */
@Tag("B8")
public abstract class CommitAllContract extends StorageContract {
    private static final ReferenceRequest SERIES = new ReferenceRequest("T-", "T-", 4);

    /** For subclasses. */
    protected CommitAllContract() {}

    @Test
    void storesEveryChangeAndAnswersInTheirOrder() {
        Ticket there = opened(make.ticket());
        List<TicketChange> changes = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            changes.add(make.opening(
                    make.ticket().category(make.category("Category " + i % 5)).build()));
        }
        changes.add(300, make.change(there, edit -> edit.title("Changed")));

        List<CommitOutcome> outcomes = storage().tickets().commitAll(changes);

        assertThat(outcomes)
                .extracting(CommitOutcome::kind)
                .containsOnly(Kind.COMMITTED)
                .hasSize(601);
        for (int i = 0; i < outcomes.size(); i++) {
            assertThat(((CommitOutcome.Committed) outcomes.get(i)).receipt().ticketId())
                    .isEqualTo(changes.get(i).after().id());
        }
        Set<Ticket> stored = new HashSet<>(list(TicketQuery.all()));
        assertThat(stored)
                .hasSize(601)
                .contains(changes.get(7).after(), changes.get(300).after());
    }

    @Test
    void whatLosesKeepsNothingElseBack() {
        Ticket taken = opened(make.ticket().reference(new Reference("Taken")).externalId("order-1"));
        Ticket changed = changed(taken, edit -> edit.title("Later"));
        TicketChange good = make.opening(make.ticket().build());
        TicketChange key = make.opening(make.ticket().build(), TicketFixtures.stamp("open:key", "one"));
        committed(key);

        List<CommitOutcome> outcomes = storage()
                .tickets()
                .commitAll(List.of(
                        make.opening(
                                make.ticket().reference(new Reference("taken")).build()),
                        make.opening(make.ticket().externalId("order-1").build()),
                        good,
                        make.change(taken, edit -> edit.title("Stale")),
                        make.opening(make.ticket().build(), TicketFixtures.stamp("open:key", "one")),
                        make.opening(make.ticket().build(), TicketFixtures.stamp("open:key", "other")),
                        key));

        assertThat(outcomes)
                .extracting(CommitOutcome::kind)
                .containsExactly(
                        Kind.REFERENCE_TAKEN,
                        Kind.EXTERNAL_ID_TAKEN,
                        Kind.COMMITTED,
                        Kind.STALE,
                        Kind.REPLAYED,
                        Kind.KEY_REUSED,
                        Kind.COMMITTED);
        assertHolds(changed, good.after(), key.after());
    }

    @Test
    void oneOfTwoThatWantTheSameWins() {
        Reference same = new Reference("Same");

        List<CommitOutcome> outcomes = storage()
                .tickets()
                .commitAll(List.of(
                        make.opening(make.ticket().reference(same).build()),
                        make.opening(make.ticket().reference(same).build())));

        assertThat(outcomes)
                .extracting(CommitOutcome::kind)
                .containsExactlyInAnyOrder(Kind.COMMITTED, Kind.REFERENCE_TAKEN);
        assertThat(list(TicketQuery.all())).hasSize(1);
    }

    @Test
    @Tag("R7")
    void numbersOfASeriesHaveNoGap() {
        List<TicketChange> changes = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            changes.add(make.numbered(make.ticket().build(), SERIES, null));
        }
        storage().tickets().commitAll(changes);

        assertThat(list(TicketQuery.all()))
                .extracting(ticket -> ticket.reference().value())
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 50)
                        .mapToObj(n -> SERIES.format(n).value())
                        .toList());
    }

    @Test
    void silentOnesAreNotDelivered() {
        assumeTrue(keeps(StoragePart.DELIVERIES));
        storage()
                .tickets()
                .commitAll(List.of(
                        make.opening(make.ticket().build()).silently(),
                        make.opening(make.ticket().build())));

        assertThat(storage().deliveries().kept().pending(make.tenant())).isEqualTo(1);
    }

    @Test
    void nothingIsNothing() {
        assertThat(storage().tickets().commitAll(List.of())).isEmpty();
    }
}
