package dev.ticketkit.testkit.contract.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.delivery.Delivery;
import dev.ticketkit.spi.storage.delivery.DeliveryFailure;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import dev.ticketkit.testkit.contract.internal.DeliveryContract;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a deletion cancelled is delivered when the ticket comes back. */
@Tag("R20")
@Tag("B4")
@SuppressWarnings("exports")
public abstract class RestoringContract extends DeliveryContract {
    /** For subclasses. */
    protected RestoringContract() {}

    @Test
    void everythingIsDeliveredInOrder() {
        Ticket ticket = opened(make.ticket());
        Ticket second = changed(ticket, edit -> edit.title("Second"));
        restored(deleted(second));

        for (long version = 1; version <= 4; version++) {
            Delivery next = claimOne("one", LONG);
            assertThat(next.version()).isEqualTo(version);
            assertThat(next.attempt()).isEqualTo(1);
            done(next);
        }
        assertThat(kept().pending(make.tenant())).isZero();
    }

    @Test
    void whatWasDoneIsNotDeliveredAgain() {
        Ticket ticket = opened(make.ticket());
        done(claimOne("one", LONG));
        Ticket gone = deleted(ticket);
        done(claimOne("one", LONG));
        restored(gone);

        assertThat(claimOne("one", LONG).version()).isEqualTo(3);
        assertThat(kept().pending(make.tenant())).isEqualTo(1);
    }

    @Test
    void partsThatWaitedWereParkedOrLeftComeToo() {
        Ticket ticket = opened(make.ticket());
        done(
                claimOne("one", LONG),
                retry("mail", LONG),
                park("host", "down"),
                DeliveryFailure.left("index"),
                retry("mail:olga", LONG));
        Ticket gone = deleted(ticket);
        done(claimOne("one", LONG));
        restored(gone);

        assertThat(claim("one", LONG))
                .extracting(each -> each.consumer() + each.version() + each.attempt())
                .containsExactlyInAnyOrder("mail11", "host11", "mail:olga11", "*31");
        assertThat(queue().claimLeft("two", Set.of("index"), MOST, LONG)).hasSize(1);
        assertThat(kept().parked(make.tenant(), MOST)).isEmpty();
    }

    @Test
    @Tag("F18")
    void whoHadItBeforeTheDeletionMarksNothing() {
        Ticket ticket = opened(make.ticket());
        Delivery late = claimOne("one", LONG);
        restored(deleted(ticket));

        assertThat(queue().complete(late, List.of())).isFalse();
        assertThat(queue().extend(late, LONG)).isFalse();
        queue().giveBack(List.of(late), Duration.ZERO);
        assertThat(claimOne("two", LONG).version()).isEqualTo(1);
    }

    @Test
    void whatWasCancelledByAnotherCauseStaysSo() {
        queue().consumers().announce(Set.of("mail"));
        Ticket ticket = opened(make.ticket());
        done(claimOne("one", LONG), DeliveryFailure.left("mail"));
        queue().consumers().retire("mail");
        restored(deleted(ticket));

        assertThat(claim("one", LONG)).extracting(Delivery::version).containsExactly(2L);
        assertThat(kept().pending(make.tenant())).isEqualTo(2);
    }

    @Test
    @Tag("B10")
    void saysWhyItWasCancelledUntilItComesBack() {
        Ticket ticket = opened(make.ticket());
        var opening = history(ticket.id()).get(0).id();
        assertThat(storage().notifications().cancelled(make.tenant(), opening)).isEmpty();
        Ticket gone = deleted(ticket);
        assertThat(storage().notifications().cancelled(make.tenant(), opening)).contains("cancelled by deletion");
        assertThat(storage()
                        .notifications()
                        .cancelled(TicketFixtures.ofNewTenant().tenant(), opening))
                .isEmpty();
        restored(gone);
        assertThat(storage().notifications().cancelled(make.tenant(), opening)).isEmpty();
    }

    private void restored(Ticket gone) {
        assertThat(changed(gone, edit -> edit.deletedAt(null)).deletedAt()).isNull();
    }
}
