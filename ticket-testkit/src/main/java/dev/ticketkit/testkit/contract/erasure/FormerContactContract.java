package dev.ticketkit.testkit.contract.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.query.InstantRange;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.StoragePart;
import dev.ticketkit.spi.storage.automation.AutomationExecution;
import dev.ticketkit.spi.storage.automation.ExecutionState;
import dev.ticketkit.testkit.contract.fixture.MovedTicket;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import dev.ticketkit.testkit.contract.internal.DeliveryContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a contact left on a ticket that is another's now goes when the contact is erased, and nothing else does. */
@Tag("B7")
@SuppressWarnings("exports")
public abstract class FormerContactContract extends DeliveryContract {
    /** For subclasses. */
    protected FormerContactContract() {}

    @Test
    void leavesNothingOfTheFormerContactAndAllOfThePresentOne() {
        MovedTicket moved = MovedTicket.in(storage(), make);
        TicketEvent opening = moved.events().get(0);
        TicketEvent later = moved.events().get(moved.events().size() - 1);
        if (keeps(StoragePart.DELIVERIES)) {
            done(claimOne("w", LONG), park("mail", moved.marker("parked")));
        }
        if (keeps(StoragePart.AUTOMATIONS)) {
            keepRun(opening, null, moved.marker("detail"));
            keepRun(later, moved.ticket(), moved.keep("detail"));
        }
        String before = everythingRead(moved);
        moved.markers().stream()
                .filter(marker -> !marker.startsWith("Markkey") && !marker.startsWith("Markhidden"))
                .forEach(marker -> assertThat(before).contains(marker.toLowerCase(Locale.ROOT)));

        committed(moved.erasure());

        String all = everythingRead(moved);
        assertThat(moved.markers())
                .allSatisfy(marker -> assertThat(all).doesNotContain(marker.toLowerCase(Locale.ROOT)));
        assertThat(moved.kept()).allSatisfy(marker -> assertThat(all).contains(marker.toLowerCase(Locale.ROOT)));
        assertThat(history(moved.ticket().id()))
                .last()
                .extracting(TicketEvent::kind)
                .isEqualTo(EventKind.ERASED);
    }

    @Test
    void keepsTheTicketAsItIsAndWhatIsUndelivered() {
        MovedTicket moved = MovedTicket.in(storage(), make);
        long pending = kept().pending(make.tenant());

        Ticket after = stored(committed(moved.erasure()).ticketId());

        assertThat(after.contact()).isEqualTo(moved.present());
        assertThat(after.erasedAt()).isNull();
        assertThat(after.reference()).isEqualTo(moved.ticket().reference());
        assertThat(storage().tickets().findByReference(make.tenant(), after.reference()))
                .contains(after);
        assertThat(kept().pending(make.tenant())).isEqualTo(pending);
        assertThat(kept().parked(make.tenant(), MOST)).isEmpty();
    }

    @Test
    @Tag("B3")
    void forgetsTheKeysOfTheFormerContactsTimeOnly() {
        Contact anna = Contact.of("anna", "Anna");
        var opening = TicketFixtures.stamp("open:anna", "body");
        Ticket ticket =
                stored(committed(make.opening(make.ticket().contact(anna).build(), opening))
                        .ticketId());
        var hidden = TicketFixtures.stamp("hidden:anna", "body");
        committed(make.nothingChanged(ticket, hidden));
        Ticket bruno = moved(ticket, Contact.of("bruno", "Bruno"));
        var later = TicketFixtures.stamp("change:bruno", "body");
        Ticket now = stored(committed(make.change(bruno, edit -> edit.title("Other"), later))
                .ticketId());

        committed(make.erasureOfTraces(now, "anna"));

        assertThat(storage().tickets().replay(make.tenant(), opening)).isEmpty();
        assertThat(storage().tickets().replay(make.tenant(), hidden)).isEmpty();
        assertThat(storage().tickets().replay(make.tenant(), later)).isPresent();
    }

    @Test
    void findsTheTicketsOfAFormerContactUntilTheyAreErased() {
        Contact anna = Contact.of("anna", "Anna");
        Ticket own = opened(make.ticket().contact(anna));
        Ticket left = moved(opened(make.ticket().contact(anna)), Contact.of("bruno", "Bruno"));
        Ticket back = moved(moved(opened(make.ticket().contact(anna)), Contact.of("bruno", "Bruno")), anna);
        List<TicketId> all = new ArrayList<>(ids(List.of(own, left, back)));
        all.sort(null);

        assertThat(ticketsOf("anna", null, MOST)).isEqualTo(all);
        assertThat(ticketsOf("anna", all.get(0), 1)).containsExactly(all.get(1));
        List<TicketId> brunos = new ArrayList<>(ids(List.of(left, back)));
        brunos.sort(null);
        assertThat(ticketsOf("bruno", null, MOST)).isEqualTo(brunos);

        committed(make.erasureOfTraces(left, "anna"));
        committed(make.erasure(back, new Reference("erased-1")));
        assertThat(ticketsOf("anna", null, MOST)).containsExactly(own.id());
        committed(make.erasureOfTraces(stored(back.id()), "bruno"));
        assertThat(ticketsOf("bruno", null, MOST)).containsExactly(left.id());
    }

    @Test
    @Tag("R15")
    void findsTheTicketByNoWordTheFormerContactWrote() {
        MovedTicket moved = MovedTicket.in(storage(), make);
        String written = moved.ticket().title();
        assertThat(list(TicketQuery.builder().text(written).build())).hasSize(1);

        committed(moved.erasure());

        assertThat(list(TicketQuery.builder().text(written).build())).isEmpty();
        assertThat(list(TicketQuery.builder().text("erased").build())).hasSize(1);
    }

    @Test
    void refusesTheErasureOfAStaleVersion() {
        MovedTicket moved = MovedTicket.in(storage(), make);
        var late = moved.erasure();
        Ticket now = changed(moved.ticket(), edit -> edit.title("Other"));

        assertThat(commit(late)).isEqualTo(new CommitOutcome.Stale());
        assertHolds(now);
        assertThat(ticketsOf(moved.former().id(), null, MOST)).containsExactly(now.id());
    }

    private List<TicketId> ticketsOf(String contact, @Nullable TicketId after, int limit) {
        return storage().contacts().ticketsOf(make.tenant(), contact, after, limit);
    }

    private Ticket moved(Ticket ticket, Contact to) {
        return stored(committed(make.moved(ticket, to)).ticketId());
    }

    private void keepRun(TicketEvent event, @Nullable Ticket ticket, String detail) {
        storage()
                .executions()
                .begin(
                        make.tenant(),
                        event.id(),
                        List.of(new AutomationExecution(
                                make.tenant(),
                                event.id(),
                                "a-1",
                                ExecutionState.FAILED,
                                0,
                                ticket == null ? null : ticket.id(),
                                detail,
                                TicketFixtures.START)));
    }

    private String everythingRead(MovedTicket moved) {
        List<Object> all = new ArrayList<>();
        Ticket ticket = stored(moved.ticket().id());
        all.addAll(List.of(ticket.title(), String.valueOf(ticket.description()), ticket.contact()));
        all.add(ticket.attributes());
        List<TicketEvent> events = new ArrayList<>(history(ticket.id()));
        events.addAll(storage().events().between(make.tenant(), InstantRange.ALWAYS, null, MOST));
        events.addAll(storage().events().changesSince(make.tenant(), 0, MOST).events());
        for (TicketEvent event : events) {
            all.addAll(List.of(event.actor(), event.changes()));
            all.add(String.valueOf(event.cause()));
            all.add(String.valueOf(event.note()));
        }
        for (UUID event : events.stream().map(TicketEvent::id).toList()) {
            all.add(storage().executions().executions(make.tenant(), event));
        }
        all.add(kept().parked(make.tenant(), MOST));
        all.add(storage().contacts().contacts(make.tenant(), TicketQuery.all(), AccessScope.all(), null, MOST));
        return all.toString().toLowerCase(Locale.ROOT);
    }
}
