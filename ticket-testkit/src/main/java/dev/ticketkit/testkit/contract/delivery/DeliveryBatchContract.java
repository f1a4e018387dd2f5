package dev.ticketkit.testkit.contract.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.storage.TicketChange;
import dev.ticketkit.spi.storage.delivery.Delivery;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import dev.ticketkit.testkit.contract.internal.DeliveryContract;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is read and marked for a whole batch of deliveries is what would be read and marked one by one. */
@Tag("B4")
@SuppressWarnings("exports")
public abstract class DeliveryBatchContract extends DeliveryContract {
    /** For subclasses. */
    protected DeliveryBatchContract() {}

    @Test
    void marksAllAsDone() {
        for (int i = 0; i < 5; i++) {
            opened(make.ticket());
        }
        List<Delivery> claimed = claim("one", LONG);

        assertThat(queue().completeAll(claimed)).isEmpty();
        assertThat(kept().pending(make.tenant())).isZero();
        assertThat(queue().completeAll(claimed)).containsExactlyElementsOf(claimed);
        assertThat(queue().completeAll(List.of())).isEmpty();
    }

    @Test
    @Tag("F18")
    void refusesOnlyThoseThatWereTakenOver() {
        opened(make.ticket());
        Delivery late = claimOne("one", Duration.ZERO);
        Delivery again = claimAgain("two", LONG);
        opened(make.ticket());
        Delivery own = claimOne("one", LONG);

        assertThat(queue().completeAll(List.of(late, own))).containsExactly(late);
        assertThat(kept().pending(make.tenant())).isEqualTo(1);
        done(again);
    }

    @Test
    void marksThoseOfSeveralTenants() {
        TicketFixtures other = TicketFixtures.ofNewTenant();
        opened(make.ticket());
        committed(other.opening(other.ticket().build()));
        List<Delivery> claimed = claim("one", MOST, LONG, Set.of(make.tenant(), other.tenant()));
        assertThat(claimed).hasSize(2);

        assertThat(queue().completeAll(claimed)).isEmpty();
        assertThat(kept().pending(make.tenant())).isZero();
        assertThat(kept().pending(other.tenant())).isZero();
    }

    @Test
    void marksOneConsumersOwnAndNotAnothers() {
        opened(make.ticket());
        done(claimOne("one", LONG), retry("mail", Duration.ZERO), retry("host", LONG));
        Delivery own = claimAgain("one", LONG);
        assertThat(own.consumer()).isEqualTo("mail");

        assertThat(queue().completeAll(List.of(own))).isEmpty();
        assertThat(kept().pending(make.tenant())).isEqualTo(1);
    }

    @Test
    void wakesTheNextOfEachTicketAndNoLaterOnes() {
        for (int i = 0; i < 3; i++) {
            Ticket ticket = opened(make.ticket());
            ticket = changed(ticket, edit -> edit.title("second"));
            changed(ticket, edit -> edit.title("third"));
        }
        for (long version = 1; version <= 3; version++) {
            List<Delivery> claimed = claim("one", LONG);
            assertThat(claimed)
                    .extracting(Delivery::version)
                    .containsOnly(version)
                    .hasSize(3);
            assertThat(claim("two", LONG)).isEmpty();
            assertThat(queue().completeAll(claimed)).isEmpty();
        }
        assertThat(kept().pending(make.tenant())).isZero();
    }

    @Test
    void readsEventsAndTicketsOfABatch() {
        TicketChange first = make.opening(make.ticket().build());
        TicketChange second =
                make.opening(make.ticket().category(make.category("Hardware")).build());
        committed(first);
        committed(second);
        TenantId stranger = new TenantId("tenant-" + UUID.randomUUID());
        List<UUID> events = List.of(event(first), event(second), UUID.randomUUID());
        List<TicketId> tickets = List.of(first.after().id(), second.after().id(), new TicketId(UUID.randomUUID()));

        assertThat(storage().events().events(make.tenant(), events))
                .containsExactlyInAnyOrder(first.event(), second.event());
        assertThat(storage().tickets().findAll(make.tenant(), tickets))
                .containsExactlyInAnyOrder(
                        stored(first.after().id()), stored(second.after().id()));
        assertThat(storage().events().events(stranger, events)).isEmpty();
        assertThat(storage().tickets().findAll(stranger, tickets)).isEmpty();
        assertThat(storage().events().events(make.tenant(), List.of())).isEmpty();
        assertThat(storage().tickets().findAll(make.tenant(), List.of())).isEmpty();
    }

    @Test
    void findsNoHiddenEventsAndDeletedTicketsToo() {
        Ticket ticket = opened(make.ticket());
        TicketChange receipt = make.nothingChanged(ticket, TicketFixtures.stamp("change:key", "same"));
        committed(receipt);
        Ticket gone = deleted(ticket);

        assertThat(storage().events().events(make.tenant(), List.of(event(receipt))))
                .isEmpty();
        assertThat(storage().tickets().findAll(make.tenant(), List.of(gone.id())))
                .containsExactly(gone);
    }
}
