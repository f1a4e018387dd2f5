package dev.ticketkit.testkit.contract.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.event.NoteVisibility;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.delivery.Delivery;
import dev.ticketkit.spi.storage.delivery.DeliveryFailure;
import dev.ticketkit.spi.storage.delivery.ParkedDelivery;
import dev.ticketkit.testkit.contract.internal.DeliveryContract;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each consumer gets a ticket's events in order; one that fails holds up no other, and only for that ticket. */
@SuppressWarnings("exports")
public abstract class DeliveryOrderContract extends DeliveryContract {
    /** For subclasses. */
    protected DeliveryOrderContract() {}

    @Test
    @Tag("B4")
    void eventsOfOneTicketComeOneAfterTheOther() {
        Ticket ticket = opened(make.ticket());
        for (int i = 0; i < 4; i++) {
            committed(make.note(ticket, NoteVisibility.INTERNAL, "note"));
            ticket = stored(ticket.id());
        }
        List<Long> versions = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Delivery next = claimOne("one", LONG);
            assertThat(claim("two", LONG)).isEmpty();
            versions.add(next.version());
            done(next);
        }

        assertThat(versions).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void ticketsDoNotWaitForEachOther() {
        opened(make.ticket());
        claimOne("one", LONG);
        opened(make.ticket());

        assertThat(claim("two", LONG)).hasSize(1);
    }

    @Test
    @Tag("B4")
    void failedConsumerGetsDeliveryOfItsOwn() {
        opened(make.ticket());
        done(claimOne("one", LONG), retry("mail", Duration.ZERO));
        assertThat(kept().pending(make.tenant())).isEqualTo(1);

        Delivery own = claimAgain("two", LONG);
        assertThat(own.consumer()).isEqualTo("mail");
        assertThat(own.isToEveryone()).isFalse();
        assertThat(own.waiting()).isEmpty();
        done(own, retry("mail", Duration.ZERO));
        Delivery again = claimAgain("two", LONG);
        assertThat(again.attempt()).isEqualTo(own.attempt() + 1);
        done(again);
        assertThat(kept().pending(make.tenant())).isZero();
    }

    @Test
    void eachFailedConsumerGetsOne() {
        opened(make.ticket());
        done(claimOne("one", LONG), retry("mail", Duration.ZERO), retry("host", LONG), park("other", "cause"));

        assertThat(kept().pending(make.tenant())).isEqualTo(2);
        assertThat(claimAgain("two", LONG).consumer()).isEqualTo("mail");
        assertThat(kept().parked(make.tenant(), MOST))
                .extracting(ParkedDelivery::consumer)
                .containsExactly("other");
    }

    @Test
    void ownDeliveryIsSplitFurtherForOthersNamed() {
        opened(make.ticket());
        done(claimOne("one", LONG), retry("mail", Duration.ZERO));
        done(claimAgain("one", LONG), retry("mail:olga", Duration.ZERO));

        Delivery part = claimAgain("one", LONG);
        assertThat(part.consumer()).isEqualTo("mail:olga");
        assertThat(kept().pending(make.tenant())).isEqualTo(1);
        done(part);
        assertThat(kept().pending(make.tenant())).isZero();
    }

    @Test
    void delayedDeliveryDoesNotComeBefore() {
        opened(make.ticket());
        done(claimOne("one", LONG), retry("mail", LONG));

        assertThat(claim("one", LONG)).isEmpty();
        assertThat(kept().pending(make.tenant())).isEqualTo(1);
    }

    @Test
    void consumerThatAsksForDelayHasHadNoAttempt() {
        opened(make.ticket());
        done(claimOne("one", LONG), new DeliveryFailure("mail", false, Duration.ofNanos(1_000), null));

        assertThat(claimAgain("one", LONG).attempt()).isEqualTo(1);
    }

    @Test
    @Tag("F26")
    void laterEventGoesToEveryoneButTheOneWhoWaits() {
        Ticket ticket = opened(make.ticket());
        done(claimOne("one", LONG), retry("mail", LONG));
        changed(ticket, edit -> edit.title("Second"));

        Delivery second = claimOne("one", LONG);
        assertThat(second.version()).isEqualTo(2);
        assertThat(second.isToEveryone()).isTrue();
        assertThat(second.waiting()).containsExactly("mail");
        done(second, waited("mail"));
        assertThat(claim("one", LONG)).isEmpty();
        assertThat(kept().pending(make.tenant())).isEqualTo(2);
    }

    @Test
    @Tag("F26")
    void waitingConsumerGetsEventsInOrder() {
        Ticket ticket = opened(make.ticket());
        done(claimOne("one", LONG), retry("mail", Duration.ZERO));
        claimAgain("one", Duration.ZERO);
        changed(ticket, edit -> edit.title("Second"));
        Delivery second = claimToEveryone();
        assertThat(second.waiting()).containsExactly("mail");
        done(second, waited("mail"));

        Delivery first = claimAgain("one", LONG);
        assertThat(first.version()).isEqualTo(1);
        done(first);
        Delivery waited = claimAgain("one", LONG);
        assertThat(waited.version()).isEqualTo(2);
        assertThat(waited.consumer()).isEqualTo("mail");
        assertThat(waited.attempt()).isEqualTo(1);
        done(waited);
        assertThat(kept().pending(make.tenant())).isZero();
    }

    @Test
    @Tag("F26")
    void parkedDeliveryHoldsNobodyUp() {
        Ticket ticket = opened(make.ticket());
        done(claimOne("one", LONG), park("mail", "cause"));
        changed(ticket, edit -> edit.title("Second"));

        Delivery second = claimOne("one", LONG);
        assertThat(second.waiting()).isEmpty();
        done(second);
        assertThat(kept().pending(make.tenant())).isZero();
    }

    @Test
    void ownDeliveryThatFailsIsKeptBesideItsParts() {
        opened(make.ticket());
        done(claimOne("one", LONG), retry("mail", Duration.ZERO));
        done(claimOne("one", LONG), retry("mail:op-1", Duration.ZERO), retry("mail", Duration.ZERO));

        assertThat(claim("one", LONG)).extracting(Delivery::consumer).containsExactlyInAnyOrder("mail", "mail:op-1");
    }

    @Test
    void ownDeliveryCanBeParked() {
        opened(make.ticket());
        done(claimOne("one", LONG), retry("mail", Duration.ZERO));
        Delivery own = claimAgain("one", LONG);
        done(own, park("mail", "given up"));

        ParkedDelivery parked = kept().parked(make.tenant(), MOST).get(0);
        assertThat(parked.cause()).isEqualTo("given up");
        assertThat(parked.attempts()).isEqualTo(own.attempt());
        assertThat(kept().pending(make.tenant())).isZero();
        assertThat(queue().extend(own, LONG)).isFalse();
    }

    @Test
    @Tag("R20")
    void deletionCancelsOwnDeliveriesToo() {
        Ticket ticket = opened(make.ticket());
        done(claimOne("one", LONG), retry("mail", LONG));
        deleted(ticket);

        Delivery deletion = claimOne("one", LONG);
        assertThat(deletion.version()).isEqualTo(2);
        assertThat(deletion.waiting()).isEmpty();
        assertThat(kept().pending(make.tenant())).isEqualTo(1);
    }

    /** The own delivery of the consumer may come with it, or not. */
    private Delivery claimToEveryone() {
        return claim("one", Duration.ZERO).stream()
                .filter(Delivery::isToEveryone)
                .findFirst()
                .orElseThrow();
    }
}
