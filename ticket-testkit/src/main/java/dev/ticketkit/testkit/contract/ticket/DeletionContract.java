package dev.ticketkit.testkit.contract.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.testkit.contract.fixture.StorageContract;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Deleting and restoring are changes like others; a deleted ticket leaves lists but not the store. */
public abstract class DeletionContract extends StorageContract {
    /** For subclasses. */
    protected DeletionContract() {}

    @Test
    @Tag("R20")
    void keepsDeletedTicketAndItsHistoryForTheAudit() {
        Ticket ticket = opened(make.ticket().externalId("order-1"));
        Ticket gone = deleted(ticket);

        assertThat(gone.deletedAt()).isEqualTo(ticket.updatedAt().plusSeconds(1));
        assertThat(storage().tickets().findByReference(make.tenant(), ticket.reference()))
                .contains(gone);
        assertThat(storage().tickets().findByExternalId(make.tenant(), "order-1"))
                .contains(gone);
        assertThat(history(ticket.id()))
                .extracting(TicketEvent::kind)
                .containsExactly(EventKind.OPENED, EventKind.DELETED);
    }

    @Test
    @Tag("R15")
    @Tag("R20")
    void listsNoDeletedTicketUntilItIsRestored() {
        Ticket stays = opened(make.ticket().title("printer"));
        Ticket ticket = opened(make.ticket().title("printer"));
        Ticket gone = deleted(ticket);
        TicketQuery search = TicketQuery.builder().text("printer").build();

        assertHolds(stays);
        assertThat(list(search)).containsExactly(stays);
        Ticket back = changed(gone, edit -> edit.deletedAt(null));
        assertThat(back.deletedAt()).isNull();
        assertHolds(stays, back);
        assertThat(list(search)).containsExactlyInAnyOrder(stays, back);
        assertThat(history(ticket.id()))
                .extracting(TicketEvent::kind)
                .containsExactly(EventKind.OPENED, EventKind.DELETED, EventKind.RESTORED);
    }

    @Test
    @Tag("R20")
    void refusesDeletionOfStaleVersion() {
        Ticket first = opened(make.ticket());
        Ticket second = changed(first, edit -> edit.title("Second"));

        assertThat(commit(make.change(first, edit -> edit.deletedAt(TicketFixtures.START))))
                .isEqualTo(new CommitOutcome.Stale());
        assertHolds(second);
    }
}
