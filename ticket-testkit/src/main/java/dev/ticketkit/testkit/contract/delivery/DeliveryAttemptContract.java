package dev.ticketkit.testkit.contract.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.delivery.Delivery;
import dev.ticketkit.spi.storage.delivery.KeptDeliveries;
import dev.ticketkit.spi.storage.delivery.ParkedDelivery;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import dev.ticketkit.testkit.contract.internal.DeliveryContract;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Only what was begun is an attempt, as far as the queue can know. */
@Tag("B4")
@SuppressWarnings("exports")
public abstract class DeliveryAttemptContract extends DeliveryContract {
    /** For subclasses. */
    protected DeliveryAttemptContract() {}

    /** Only differences: the store may hold what other tests left. */
    @Test
    void backlogCountsAllTenantsTogether() {
        KeptDeliveries.Backlog before = kept().backlog().orElseThrow();
        opened(make.ticket());
        KeptDeliveries.Backlog waiting = kept().backlog().orElseThrow();
        assertThat(waiting.pending()).isEqualTo(before.pending() + 1);
        assertThat(waiting.parked()).isEqualTo(before.parked());
        assertThat(waiting.dueSince()).isNotNull();

        Delivery claimed = claimOne("one", LONG);
        queue().complete(claimed, List.of(park("slow", "no"), park("deaf", "no")));
        KeptDeliveries.Backlog given = kept().backlog().orElseThrow();
        assertThat(given.pending()).isEqualTo(before.pending());
        assertThat(given.parked()).isEqualTo(before.parked() + 2);

        kept().release(make.tenant(), claimed.eventId(), "slow");
        assertThat(kept().backlog().orElseThrow().parked()).isEqualTo(before.parked() + 1);
        assertThat(kept().backlog().orElseThrow().pending()).isEqualTo(before.pending() + 1);
    }

    @Test
    void whatIsGivenBackHasHadNoAttemptAndIsDueAtOnce() {
        for (int i = 0; i < 3; i++) {
            opened(make.ticket());
        }
        for (int i = 0; i < 5; i++) {
            List<Delivery> claimed = queue().claim("one", MOST, LONG);
            assertThat(claimed).hasSize(3).allSatisfy(each -> {
                assertThat(each.attempt()).isEqualTo(1);
                assertThat(each.alone()).isFalse();
            });
            queue().giveBack(claimed, Duration.ZERO);
        }
        assertThat(kept().pending(make.tenant())).isEqualTo(3);
    }

    @Test
    void attemptsThatFailedBeforeStayWhenItIsGivenBack() {
        opened(make.ticket());
        done(claimOne("one", LONG), retry("mail", Duration.ZERO));
        Delivery second = claimOne("one", LONG);
        queue().giveBack(List.of(second), Duration.ZERO);

        Delivery again = claimOne("two", LONG);
        assertThat(second.attempt()).isEqualTo(2);
        assertThat(again.attempt()).isEqualTo(2);
        assertThat(again.consumer()).isEqualTo("mail");
    }

    @Test
    void whatIsGivenBackForLaterWaits() {
        opened(make.ticket());
        queue().giveBack(List.of(claimOne("one", LONG)), LONG);

        assertThat(claim("one", LONG)).isEmpty();
        assertThat(kept().pending(make.tenant())).isEqualTo(1);
    }

    @Test
    @Tag("F18")
    void whoGaveItBackMarksNothing() {
        opened(make.ticket());
        Delivery given = claimOne("one", LONG);
        queue().giveBack(List.of(given), Duration.ZERO);

        assertThat(queue().complete(given, List.of())).isFalse();
        assertThat(queue().extend(given, LONG)).isFalse();
        Delivery other = claimOne("two", LONG);
        queue().giveBack(List.of(given), Duration.ZERO);
        done(other);
        assertThat(kept().pending(make.tenant())).isZero();
    }

    @Test
    void givesBackThoseOfSeveralTenantsAndConsumers() {
        TicketFixtures other = TicketFixtures.ofNewTenant();
        opened(make.ticket());
        done(claimOne("one", LONG), retry("mail", Duration.ZERO), retry("host", Duration.ZERO));
        committed(other.opening(other.ticket().build()));
        Set<TenantId> both = Set.of(make.tenant(), other.tenant());
        List<Delivery> claimed = claim("one", MOST, LONG, both);
        assertThat(claimed).hasSize(3);
        queue().giveBack(claimed, Duration.ZERO);

        assertThat(claim("two", MOST, LONG, both))
                .extracting(each -> each.consumer() + each.attempt())
                .containsExactlyInAnyOrder("mail2", "host2", "*1");
    }

    @Test
    void abandonedComeOneByOneAndCountWhenTheyWereAlone() {
        abandon(3);
        assertThat(queue().claim("two", MOST, LONG)).isEmpty();
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            Delivery alone = abandoned("two", LONG);
            assertThat(alone.alone()).isTrue();
            assertThat(alone.attempt()).isEqualTo(1);
            seen.add(alone.eventId());
        }
        assertThat(seen).hasSize(3);
        assertThat(queue().claimAbandoned("two", LONG)).isEmpty();
    }

    @Test
    void eachEndOfOneThatWasAloneIsAnAttempt() {
        abandon(1);
        for (int attempt = 1; attempt <= 4; attempt++) {
            assertThat(abandoned("node-" + attempt, Duration.ZERO).attempt()).isEqualTo(attempt);
        }
    }

    @Test
    void whatWasAloneAndIsGivenBackComesAlone() {
        abandon(1);
        for (int i = 0; i < 4; i++) {
            Delivery alone = abandoned("two", LONG);
            assertThat(alone.attempt()).isEqualTo(1);
            queue().giveBack(List.of(alone), Duration.ZERO);
            assertThat(queue().complete(alone, List.of())).isFalse();
        }
        done(abandoned("three", LONG));
        assertThat(kept().pending(make.tenant())).isZero();
    }

    @Test
    void whatFailedAloneIsOneOfManyAgain() {
        abandon(1);
        done(abandoned("two", LONG), retry(Delivery.EVERYONE, Duration.ZERO));

        Delivery again = claimOne("two", LONG);
        assertThat(again.alone()).isFalse();
        assertThat(again.isToEveryone()).isTrue();
        assertThat(again.attempt()).isEqualTo(2);
    }

    @Test
    void deliveryToEveryoneCanBeParkedAndReleasedAsAWhole() {
        Ticket ticket = opened(make.ticket());
        Delivery first = claimOne("one", LONG);
        done(first, park(Delivery.EVERYONE, "cannot be read"));
        changed(ticket, edit -> edit.title("Second"));

        assertThat(kept().parked(make.tenant(), MOST))
                .extracting(ParkedDelivery::consumer)
                .containsExactly(Delivery.EVERYONE);
        done(claimOne("one", LONG));
        assertThat(kept().release(make.tenant(), first.eventId(), Delivery.EVERYONE))
                .isTrue();
        assertThat(claimOne("one", LONG).attempt()).isEqualTo(1);
    }

    @Test
    void abandonedOfSeveralTenantsTakeTurns() {
        TicketFixtures other = TicketFixtures.ofNewTenant();
        opened(make.ticket());
        opened(make.ticket());
        committed(other.opening(other.ticket().build()));
        assertThat(queue().claim("dead", MOST, Duration.ZERO)).hasSize(3);

        List<TenantId> order = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            order.add(abandoned("two", LONG).tenant());
        }
        assertThat(order).containsOnlyOnce(other.tenant());
        assertThat(order.subList(0, 2)).containsExactlyInAnyOrder(make.tenant(), other.tenant());
    }

    @Test
    void laterEventWaitsForTheAbandonedOne() {
        Ticket ticket = opened(make.ticket());
        assertThat(queue().claim("dead", MOST, Duration.ZERO)).hasSize(1);
        changed(ticket, edit -> edit.title("Second"));

        Delivery first = abandoned("two", LONG);
        assertThat(first.version()).isEqualTo(1);
        assertThat(queue().claim("two", MOST, LONG)).isEmpty();
        done(first);
        assertThat(claimOne("two", LONG).version()).isEqualTo(2);
    }

    private void abandon(int count) {
        for (int i = 0; i < count; i++) {
            opened(make.ticket());
        }
        assertThat(queue().claim("dead", MOST, Duration.ZERO)).hasSize(count);
    }

    /** Claims until one comes: a lease of no time ends when the store's clock has moved on. */
    private Delivery abandoned(String owner, Duration lease) {
        for (int i = 0; i < CLAIMS_TO_GIVE_UP; i++) {
            assertThat(queue().claim(owner, MOST, LONG)).isEmpty();
            Optional<Delivery> claimed = queue().claimAbandoned(owner, lease);
            if (claimed.isPresent()) {
                return claimed.get();
            }
        }
        throw new AssertionError("what was abandoned never came again");
    }
}
