package dev.ticketkit.testkit.contract.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.delivery.ConsumerStore;
import dev.ticketkit.spi.storage.delivery.Delivery;
import dev.ticketkit.spi.storage.delivery.DeliveryFailure;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import dev.ticketkit.testkit.contract.internal.DeliveryContract;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The store knows which consumers there are, and keeps for each what others have left to it. */
@Tag("B4")
@SuppressWarnings("exports")
public abstract class ConsumerContract extends DeliveryContract {
    private static final Set<String> MAIL = Set.of("mail");

    /** For subclasses. */
    protected ConsumerContract() {}

    @Test
    void knowsWhoWasAnnouncedUntilRetired() {
        consumers().announce(Set.of("mail", "host"));
        consumers().announce(MAIL);
        assertThat(consumers().known(make.tenant())).containsExactlyInAnyOrder("mail", "host");

        assertThat(consumers().retire("mail")).isTrue();
        assertThat(consumers().retire("mail")).isFalse();
        assertThat(consumers().retire("nobody")).isFalse();
        assertThat(consumers().known(make.tenant())).containsExactly("host");
        consumers().announce(MAIL);
        assertThat(consumers().known(make.tenant())).containsExactlyInAnyOrder("mail", "host");
    }

    @Test
    void whoIsAnnouncedBeforeAnEventIsKnownAfterItsClaim() {
        for (String each : List.of("one", "two", "three")) {
            opened(make.ticket());
            done(claimOne("w", LONG));
            assertThat(consumers().known(make.tenant())).doesNotContain(each);
            consumers().announce(Set.of(each));
            opened(make.ticket());
            done(claimOne("w", LONG));
            assertThat(consumers().known(make.tenant())).contains(each);
            consumers().retire(each);
            opened(make.ticket());
            done(claimOne("w", LONG));
            assertThat(consumers().known(make.tenant())).doesNotContain(each);
        }
    }

    @Test
    void whatIsLeftIsNotDueButForThoseWhoRunIt() {
        Ticket ticket = opened(make.ticket());
        done(claimOne("one", LONG), DeliveryFailure.left("mail"), DeliveryFailure.left("host"));

        assertThat(claim("one", LONG)).isEmpty();
        assertThat(kept().pending(make.tenant())).isEqualTo(2);
        assertThat(queue().claimLeft("two", Set.of("other"), MOST, LONG)).isEmpty();
        Delivery left = leftTo("mail");
        assertThat(left)
                .isEqualTo(new Delivery(
                        make.tenant(), left.eventId(), ticket.id(), 1, "mail", Set.of(), 1, "mailer", false));
        assertThat(queue().claimLeft("three", MAIL, MOST, LONG)).isEmpty();
        done(left);
        assertThat(consumers().pending(make.tenant())).isEqualTo(Map.of("host", 1L));
    }

    @Test
    void whatFailsAfterwardsIsDueAsAlways() {
        opened(make.ticket());
        done(claimOne("one", LONG), DeliveryFailure.left("mail"));
        done(leftTo("mail"), retry("mail", Duration.ZERO));

        Delivery again = claimOne("one", LONG);
        assertThat(again.attempt()).isEqualTo(2);
        done(again, DeliveryFailure.left("mail"));
        assertThat(claim("one", LONG)).isEmpty();
        assertThat(leftTo("mail").attempt()).isEqualTo(2);
    }

    @Test
    void receiversOfAConsumerAreLeftWithIt() {
        opened(make.ticket());
        done(claimOne("one", LONG), retry("mail:olga", Duration.ZERO), retry("mailing:otto", LONG));
        done(claimOne("one", LONG), DeliveryFailure.left("mail:olga"));

        assertThat(consumers().pending(make.tenant())).isEqualTo(Map.of("mail", 1L, "mailing", 1L));
        assertThat(leftTo("mail").consumer()).isEqualTo("mail:olga");
    }

    @Test
    @Tag("F26")
    void whatIsLeftComesInOrderForEachTicket() {
        Ticket ticket = opened(make.ticket());
        done(claimOne("one", LONG), DeliveryFailure.left("mail"));
        changed(ticket, edit -> edit.title("Second"));
        Delivery second = claimOne("one", LONG);
        assertThat(second.waiting()).containsExactly("mail");
        done(second, DeliveryFailure.left("mail"));

        Delivery first = leftTo("mail");
        assertThat(first.version()).isEqualTo(1);
        assertThat(queue().claimLeft("mailer", MAIL, MOST, LONG)).isEmpty();
        done(first);
        assertThat(leftTo("mail").version()).isEqualTo(2);
    }

    @Test
    void whatIsLeftOfSeveralTenantsComes() {
        TicketFixtures other = TicketFixtures.ofNewTenant();
        opened(make.ticket());
        committed(other.opening(other.ticket().build()));
        for (Delivery each : queue().claim("one", MOST, LONG)) {
            done(each, DeliveryFailure.left("mail"));
        }

        TenantId first = leftTo("mail").tenant();
        assertThat(List.of(first, leftTo("mail").tenant())).containsExactlyInAnyOrder(make.tenant(), other.tenant());
        assertThat(queue().claimLeft("mailer", MAIL, MOST, LONG)).isEmpty();
    }

    @Test
    void whatWasLeftAndAbandonedComesAlone() {
        opened(make.ticket());
        done(claimOne("one", LONG), DeliveryFailure.left("mail"));
        assertThat(queue().claimLeft("dead", MAIL, 1, Duration.ZERO)).hasSize(1);

        assertThat(claimAgain("two", LONG).alone()).isTrue();
    }

    @Test
    @Tag("R20")
    void deletionCancelsWhatIsLeft() {
        Ticket ticket = opened(make.ticket());
        done(claimOne("one", LONG), DeliveryFailure.left("mail"));
        deleted(ticket);

        assertThat(queue().claimLeft("two", MAIL, MOST, LONG)).isEmpty();
        assertThat(kept().pending(make.tenant())).isEqualTo(1);
    }

    @Test
    void retiringCancelsWhatWaitsAndWhatIsParked() {
        TicketFixtures other = TicketFixtures.ofNewTenant();
        consumers().announce(MAIL);
        opened(make.ticket());
        done(claimOne("one", LONG), park("mail", "down"), retry("mail:olga", LONG), retry("mailing", LONG));
        committed(other.opening(other.ticket().build()));
        for (Delivery each : queue().claim("one", MOST, LONG)) {
            done(each, DeliveryFailure.left("mail"));
        }
        consumers().retire("mail");

        assertThat(kept().parked(make.tenant(), MOST)).isEmpty();
        assertThat(consumers().pending(make.tenant())).isEqualTo(Map.of("mailing", 1L));
        assertThat(kept().pending(other.tenant())).isZero();
    }

    @Test
    void whoIsNotRunAndWaitedForIsUnattended() {
        consumers().announce(Set.of("mail", "host"));
        opened(make.ticket());
        assertThat(consumers().unattended(Duration.ZERO)).isEmpty();
        done(claimOne("one", LONG), DeliveryFailure.left("mail"));

        assertThat(consumers().unattended(Duration.ZERO))
                .extracting(ConsumerStore.Unattended::name)
                .containsExactly("mail");
        assertThat(consumers().unattended(LONG)).isEmpty();
    }

    private ConsumerStore consumers() {
        return queue().consumers();
    }

    private Delivery leftTo(String consumer) {
        List<Delivery> claimed = queue().claimLeft("mailer", Set.of(consumer), 1, LONG);
        assertThat(claimed).hasSize(1);
        return claimed.get(0);
    }
}
