package dev.ticketkit.testkit.contract.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.TicketChange;
import dev.ticketkit.spi.storage.delivery.Delivery;
import dev.ticketkit.spi.storage.delivery.ParkedDelivery;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import dev.ticketkit.testkit.contract.internal.DeliveryContract;
import dev.ticketkit.testkit.contract.internal.Race;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each recorded event is claimed by one worker at a time, until the worker acknowledges it, and given up only where it is listed. */
@SuppressWarnings("exports")
public abstract class DeliveryQueueContract extends DeliveryContract {
    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

    /** For subclasses. */
    protected DeliveryQueueContract() {}

    @Test
    @Tag("B4")
    void everyRecordedEventIsDelivered() {
        TicketChange opening = make.opening(make.ticket().build());
        committed(opening);

        Delivery claimed = claimOne("one", LONG);
        assertThat(claimed)
                .isEqualTo(new Delivery(
                        make.tenant(), event(opening), opening.after().id(), 1, Delivery.EVERYONE, Set.of(), 1, "one"));
        assertThat(kept().pending(make.tenant())).isEqualTo(1);
        done(claimed);
        assertThat(kept().pending(make.tenant())).isZero();
        assertThat(claim("one", LONG)).isEmpty();
        assertThat(queue().complete(claimed, List.of())).isFalse();
    }

    @Test
    void findsEventOfDelivery() {
        TicketChange opening = make.opening(make.ticket().build());
        committed(opening);

        assertThat(storage().events().event(make.tenant(), event(opening))).contains(opening.event());
        assertThat(storage().events().event(make.tenant(), UUID.randomUUID())).isEmpty();
        assertThat(storage().events().event(new TenantId("tenant-" + UUID.randomUUID()), event(opening)))
                .isEmpty();
    }

    @Test
    void lostCommitsAndReceiptsAreNotDelivered() {
        TicketChange opening = make.opening(make.ticket().build());
        committed(opening);
        commit(opening);
        commit(make.opening(opening.after().toBuilder().build()));
        TicketChange receipt =
                make.nothingChanged(stored(opening.after().id()), TicketFixtures.stamp("change:key", "same"));
        committed(receipt);

        assertThat(events(claim("one", LONG))).containsExactly(event(opening));
        assertThat(kept().pending(make.tenant())).isEqualTo(1);
        assertThat(storage().events().event(make.tenant(), event(receipt))).isEmpty();
    }

    @Test
    void leasedDeliveryIsNobodyElses() {
        opened(make.ticket());
        claimOne("one", LONG);

        assertThat(claim("two", LONG)).isEmpty();
        assertThat(kept().pending(make.tenant())).isEqualTo(1);
    }

    @Test
    @Tag("F18")
    void lateOwnerMarksNothing() {
        opened(make.ticket());
        Delivery late = claimOne("one", Duration.ZERO);
        Delivery again = claimAgain("two", LONG);

        assertThat(again.alone()).isTrue();
        assertThat(again.eventId()).isEqualTo(late.eventId());
        assertThat(queue().complete(late, List.of())).isFalse();
        assertThat(queue().complete(late, List.of(park("slow", "late")))).isFalse();
        assertThat(queue().extend(late, LONG)).isFalse();
        assertThat(kept().parked(make.tenant(), MOST)).isEmpty();
        done(again);
    }

    @Test
    @Tag("F18")
    void sameWorkersEarlierClaimMarksNothing() {
        opened(make.ticket());
        Delivery first = claimOne("one", Duration.ZERO);
        Delivery second = claimAgain("one", LONG);

        assertThat(queue().extend(first, LONG)).isFalse();
        assertThat(queue().complete(first, List.of())).isFalse();
        done(second);
    }

    @Test
    void extendedLeaseLasts() {
        opened(make.ticket());
        Delivery claimed = claimOne("one", Duration.ZERO);

        assertThat(queue().extend(claimed, LONG)).isTrue();
        assertThat(claim("two", LONG)).isEmpty();
        assertThat(queue().extend(claimed, Duration.ZERO)).isTrue();
        assertThat(claimAgain("two", LONG).alone()).isTrue();
    }

    @Test
    void lateOwnerMayMarkWhatNobodyTookOver() {
        opened(make.ticket());
        done(claimOne("one", Duration.ZERO));

        assertThat(claim("two", LONG)).isEmpty();
    }

    @Test
    @Tag("F30")
    void parkedDeliveryIsListedUntilReleased() {
        TicketChange opening = make.opening(make.ticket().build());
        committed(opening);
        done(claimOne("one", LONG), park("mail", "the server said \uD83D\uDE00"));

        assertThat(claim("one", LONG)).isEmpty();
        assertThat(kept().pending(make.tenant())).isZero();
        assertThat(kept().parked(new TenantId("tenant-" + UUID.randomUUID()), MOST))
                .isEmpty();
        ParkedDelivery parked = kept().parked(make.tenant(), MOST).get(0);
        assertThat(parked.eventId()).isEqualTo(event(opening));
        assertThat(parked.ticketId()).isEqualTo(opening.after().id());
        assertThat(parked.consumer()).isEqualTo("mail");
        assertThat(parked.cause()).isEqualTo("the server said \uD83D\uDE00");

        assertThat(kept().release(make.tenant(), event(opening), "other")).isFalse();
        assertThat(kept().release(make.tenant(), event(opening), "mail")).isTrue();
        assertThat(kept().release(make.tenant(), event(opening), "mail")).isFalse();
        assertThat(kept().parked(make.tenant(), MOST)).isEmpty();
        Delivery released = claimOne("one", LONG);
        assertThat(released.consumer()).isEqualTo("mail");
        assertThat(released.attempt()).isEqualTo(1);
    }

    @Test
    void listsParkedOldestFirst() {
        List<UUID> parked = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            TicketChange opening = make.opening(make.ticket().build());
            committed(opening);
            done(claimOne("one", LONG), park("mail", "cause"));
            parked.add(event(opening));
        }

        assertThat(kept().parked(make.tenant(), 2))
                .extracting(ParkedDelivery::eventId)
                .containsExactlyElementsOf(parked.subList(0, 2));
    }

    @Test
    void purgeTakesOnlyWhatIsOver() {
        opened(make.ticket());
        done(claimOne("one", LONG));
        opened(make.ticket());
        done(claimOne("one", LONG), park("mail", "cause"));
        opened(make.ticket());

        assertThat(kept().purge(make.tenant(), Instant.EPOCH)).isZero();
        assertThat(kept().purge(make.tenant(), END_OF_TIME)).isEqualTo(2);
        assertThat(kept().purge(make.tenant(), END_OF_TIME)).isZero();
        assertThat(kept().parked(make.tenant(), MOST)).hasSize(1);
        assertThat(claim("one", LONG)).hasSize(1);
    }

    @Test
    @Tag("R20")
    void deletionCancelsWhatIsUndelivered() {
        Ticket ticket = opened(make.ticket());
        Delivery underWay = claimOne("one", LONG);
        Ticket changed = changed(ticket, edit -> edit.title("Second"));
        TicketChange deletion =
                make.change(changed, edit -> edit.deletedAt(changed.updatedAt().plusSeconds(1)));
        committed(deletion);

        assertThat(kept().pending(make.tenant())).isEqualTo(1);
        assertThat(queue().complete(underWay, List.of())).isFalse();
        assertThat(events(claim("one", LONG))).containsExactly(event(deletion));
    }

    @Test
    @Tag("F34")
    void tenantWithManyDoesNotHoldUpTheOthers() {
        TenantId crowded = make.tenant();
        IntStream.range(0, 300).forEach(n -> opened(make.ticket()));
        make = TicketFixtures.ofNewTenant();
        IntStream.range(0, 10).forEach(n -> opened(make.ticket()));

        List<Delivery> first = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            first.addAll(claim("one", 10, LONG, Set.of(crowded, make.tenant())));
        }
        assertThat(first)
                .filteredOn(delivery -> delivery.tenant().equals(make.tenant()))
                .hasSize(10);
        assertThat(first).hasSize(30);
    }

    @Test
    @Tag("F17")
    void concurrentWorkersClaimEachOnce() {
        Set<UUID> expected = new HashSet<>();
        for (int i = 0; i < 500; i++) {
            TicketChange opening = make.opening(make.ticket().build());
            committed(opening);
            expected.add(event(opening));
        }
        List<UUID> claimed = Race.run(this::claimAndFinishAll).stream()
                .flatMap(Collection::stream)
                .toList();

        assertThat(claimed).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(kept().pending(make.tenant())).isZero();
    }

    private List<UUID> claimAndFinishAll(int number) {
        List<UUID> mine = new ArrayList<>();
        while (kept().pending(make.tenant()) > 0) {
            List<Delivery> claimed = claim("worker-" + number, 7, LONG, Set.of(make.tenant()));
            claimed.forEach(DeliveryQueueContract.this::done);
            mine.addAll(events(claimed));
        }
        return mine;
    }

    @Test
    @Tag("R20")
    void deletionGivesUpWhatIsParked() {
        Ticket ticket = opened(make.ticket());
        Delivery opening = claimOne("w", LONG);
        done(opening, park("mail", "down"), retry("other", LONG));

        deleted(ticket);

        assertThat(kept().parked(make.tenant(), MOST)).isEmpty();
        assertThat(kept().release(make.tenant(), opening.eventId(), "mail")).isFalse();
        assertThat(claimOne("w", LONG).version()).isEqualTo(2);
    }

    @Test
    void silentChangesAreNobodysDelivery() {
        Ticket ticket = make.ticket().build();
        committed(make.opening(ticket).silently());
        committed(make.change(ticket, edit -> edit.title("Second")).silently());
        Ticket second = stored(ticket.id());

        assertThat(kept().pending(make.tenant())).isZero();
        assertThat(history(ticket.id())).hasSize(2);
        committed(make.change(second, edit -> edit.title("Third")));
        assertThat(claimOne("w", LONG).version()).isEqualTo(3);
    }

    @Test
    @Tag("R20")
    void silentDeletionGivesUpTheRestAllTheSame() {
        Ticket ticket = opened(make.ticket());
        committed(make.change(ticket, edit -> edit.deletedAt(TicketFixtures.START))
                .silently());

        assertThat(kept().pending(make.tenant())).isZero();
        assertThat(claim("w", LONG)).isEmpty();
    }
}
