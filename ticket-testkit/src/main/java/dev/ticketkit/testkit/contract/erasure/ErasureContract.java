package dev.ticketkit.testkit.contract.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ticketkit.spi.event.Cause;
import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.event.FieldChange;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.event.TicketField;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.ActorKind;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.InstantRange;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.IdempotencyStamp;
import dev.ticketkit.spi.storage.StoragePart;
import dev.ticketkit.spi.storage.TicketChange;
import dev.ticketkit.spi.storage.automation.AutomationExecution;
import dev.ticketkit.spi.storage.automation.ExecutionState;
import dev.ticketkit.spi.storage.delivery.Delivery;
import dev.ticketkit.spi.storage.statistics.CountBasis;
import dev.ticketkit.spi.storage.statistics.CountQuery;
import dev.ticketkit.testkit.contract.fixture.ErasableTicket;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import dev.ticketkit.testkit.contract.internal.DeliveryContract;
import dev.ticketkit.testkit.contract.internal.Race;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** After an erasure nothing that was said of the contact is in the store, and everything that was counted is. */
@Tag("B7")
@SuppressWarnings("exports")
public abstract class ErasureContract extends DeliveryContract {
    private static final Reference NEW = new Reference("erased-1");

    /** For subclasses. */
    protected ErasureContract() {}

    @Test
    void leavesNoTextOfTheContactAnywhere() {
        ErasableTicket erasable = ErasableTicket.in(storage(), make);
        UUID opening = erasable.changes().get(0).event().id();
        if (keeps(StoragePart.DELIVERIES)) {
            done(claimOne("w", LONG), park("mail", erasable.marker("parked")), retry("other", LONG));
        }
        if (keeps(StoragePart.AUTOMATIONS)) {
            keepRun(opening, null, erasable.marker("detail"));
            keepRun(UUID.randomUUID(), erasable.ticket(), erasable.marker("detail"));
        }
        assertThat(everythingRead(erasable))
                .contains(erasable.markers().stream()
                        .filter(marker -> !marker.startsWith("Markkey"))
                        .map(marker -> marker.toLowerCase(Locale.ROOT))
                        .toList());

        committed(make.erasure(erasable.ticket(), NEW));

        String all = everythingRead(erasable);
        assertThat(erasable.markers())
                .allSatisfy(marker -> assertThat(all).doesNotContain(marker.toLowerCase(Locale.ROOT)));
        assertThat(all).doesNotContain("mark");
    }

    @Test
    void keepsWhatStatisticsCountAndWhatHappened() {
        ErasableTicket erasable = ErasableTicket.in(storage(), make);
        Ticket before = erasable.ticket();
        List<TicketEvent> recorded = history(before.id());
        Object counted = counted();

        Ticket after = stored(committed(make.erasure(before, NEW)).ticketId());

        assertThat(counted()).isEqualTo(counted);
        assertThat(after.toBuilder()
                        .version(before.version())
                        .reference(before.reference())
                        .title(before.title())
                        .description(before.description())
                        .contact(before.contact())
                        .externalId(before.externalId())
                        .attributes(before.attributes())
                        .updatedAt(before.updatedAt())
                        .erasedAt(null)
                        .build())
                .isEqualTo(before);
        List<TicketEvent> left = history(before.id());
        assertThat(left.subList(0, recorded.size()))
                .containsExactlyElementsOf(recorded.stream()
                        .map(event -> event.erased(after.contact()))
                        .toList());
        assertThat(left).last().extracting(TicketEvent::kind).isEqualTo(EventKind.ERASED);
        assertThat(left.get(1).changes())
                .contains(FieldChange.of(TicketField.PRIORITY, "MEDIUM", "URGENT"))
                .contains(FieldChange.of(TicketField.OWNER, null, "op-2"))
                .contains(FieldChange.ofAttribute("", null, null))
                .anySatisfy(change -> assertThat(change.field()).isEqualTo(TicketField.CATEGORY));
        assertThat(left).filteredOn(event -> event.cause() != null).allSatisfy(event -> {
            assertThat(event.cause()).isEqualTo(new Cause(null, Cause.ERASED, 1));
            assertThat(event.actor().kind()).isEqualTo(ActorKind.CONTACT);
            assertThat(event.actor().id()).isEqualTo(after.contact().id());
        });
    }

    @Test
    @Tag("R7")
    void refusesOldReferenceAndExternalIdForGoodButFindsThemNoMore() {
        Ticket ticket = opened(make.ticket().reference(new Reference("Anna-1")).externalId("order-1"));
        Ticket erased = stored(committed(make.erasure(ticket, NEW)).ticketId());

        assertThat(commit(make.opening(
                        make.ticket().reference(new Reference("ANNA-1")).build())))
                .isEqualTo(new CommitOutcome.ReferenceTaken());
        assertThat(commit(make.opening(make.ticket().externalId("order-1").build())))
                .isEqualTo(new CommitOutcome.ExternalIdTaken());
        assertThat(storage().tickets().findByReference(make.tenant(), new Reference("anna-1")))
                .isEmpty();
        assertThat(storage().tickets().findByExternalId(make.tenant(), "order-1"))
                .isEmpty();
        assertThat(storage().tickets().findByReference(make.tenant(), new Reference("ERASED-1")))
                .contains(erased);
        assertHolds(erased);
    }

    @Test
    @Tag("R7")
    void givesNoReferenceThatIsInUse() {
        Ticket other = opened(make.ticket().reference(NEW));
        Ticket ticket = opened(make.ticket());

        assertThat(commit(make.erasure(ticket, NEW))).isEqualTo(new CommitOutcome.ReferenceTaken());
        assertHolds(other, ticket);
        Ticket erased = stored(
                committed(make.erasure(ticket, new Reference("erased-2"))).ticketId());
        assertThat(commit(make.opening(
                        make.ticket().reference(new Reference("Erased-2")).build())))
                .isEqualTo(new CommitOutcome.ReferenceTaken());
        assertHolds(other, erased);
    }

    @Test
    void findsTicketThatKeepsItsReference() {
        Ticket ticket = opened(make.ticket());
        Ticket erased =
                stored(committed(make.erasure(ticket, ticket.reference())).ticketId());

        assertThat(erased.reference()).isEqualTo(ticket.reference());
        assertThat(storage().tickets().findByReference(make.tenant(), ticket.reference()))
                .contains(erased);
    }

    @Test
    @Tag("R15")
    void findsErasedTicketByNoWordEvenAfterLaterChanges() {
        Ticket ticket = opened(make.ticket().title("printer"));
        Ticket erased = stored(committed(make.erasure(ticket, NEW)).ticketId());
        Ticket later = changed(erased, edit -> edit.title("scanner").description("scanner"));

        for (String word : List.of("printer", "erased", "scanner", "erased-1")) {
            assertThat(list(TicketQuery.builder().text(word).build())).isEmpty();
        }
        assertThat(later.erasedAt()).isEqualTo(erased.erasedAt());
        assertHolds(later);
    }

    @Test
    @Tag("B3")
    void forgetsKeysOfErasedTicket() {
        IdempotencyStamp stamp = TicketFixtures.stamp("open:key", "body");
        Ticket ticket =
                stored(committed(make.opening(make.ticket().build(), stamp)).ticketId());
        IdempotencyStamp hidden = TicketFixtures.stamp("change:key", "body");
        committed(make.nothingChanged(ticket, hidden));

        committed(make.erasure(ticket, NEW));

        assertThat(storage().tickets().replay(make.tenant(), stamp)).isEmpty();
        assertThat(storage().tickets().replay(make.tenant(), hidden)).isEmpty();
        committed(make.opening(make.ticket().build(), stamp));
    }

    @Test
    @Tag("R28")
    void notifiesNobodyAndGivesUpWhatIsUndelivered() {
        assumeTrue(keeps(StoragePart.DELIVERIES));
        Ticket ticket = opened(make.ticket());
        Ticket second = changed(ticket, edit -> edit.title("Second"));
        done(claimOne("w", LONG), park("mail", "Anna"), retry("other", LONG));
        Delivery held = claimAgain("w", LONG);

        committed(make.erasure(second, NEW));

        assertThat(kept().pending(make.tenant())).isZero();
        assertThat(kept().parked(make.tenant(), MOST)).isEmpty();
        assertThat(queue().complete(held, List.of(park("mail", "Anna")))).isFalse();
        assertThat(kept().release(make.tenant(), history(ticket.id()).get(0).id(), "mail"))
                .isFalse();
        assertThat(claim("w", LONG)).isEmpty();
    }

    @Test
    void refusesErasureOfStaleVersionAndTouchesNothing() {
        ErasableTicket erasable = ErasableTicket.in(storage(), make);
        TicketChange late = make.erasure(erasable.ticket(), NEW);
        Ticket now = changed(erasable.ticket(), edit -> edit.title("Other"));
        String before = everythingRead(erasable);

        assertThat(commit(late)).isEqualTo(new CommitOutcome.Stale());
        assertThat(everythingRead(erasable)).isEqualTo(before);
        assertHolds(now);
    }

    @Test
    void erasesDeletedTicketWhichStaysDeleted() {
        Ticket gone = deleted(opened(make.ticket().title("printer")));
        Ticket erased = stored(committed(make.erasure(gone, NEW)).ticketId());

        assertThat(erased.deletedAt()).isEqualTo(gone.deletedAt());
        assertThat(list(TicketQuery.all())).isEmpty();
    }

    @Test
    void answersTheSameErasureTwiceAsStored() {
        Ticket ticket = opened(make.ticket());
        TicketChange erasure = make.erasure(ticket, NEW);

        assertThat(committed(erasure)).isEqualTo(committed(erasure));
        assertThat(history(ticket.id())).hasSize(2);
    }

    @Test
    void keepsNoDetailOfRunsThatComesLate() {
        assumeTrue(keeps(StoragePart.AUTOMATIONS));
        Ticket ticket = opened(make.ticket());
        UUID opening = history(ticket.id()).get(0).id();
        UUID other = UUID.randomUUID();
        keepRun(other, null, null);
        committed(make.erasure(ticket, NEW));

        keepRun(opening, null, "Anna");
        storage().executions().save(run(opening, null, "Anna"));
        storage().executions().save(run(other, ticket, "Anna"));
        storage().executions().save(run(UUID.randomUUID(), null, "Anna"));

        for (UUID event : runEvents) {
            assertThat(storage().executions().executions(make.tenant(), event))
                    .extracting(AutomationExecution::detail)
                    .containsOnlyNulls();
        }
    }

    @Test
    void listsTheTicketsOfAContactDeletedOnesToo() {
        Contact anna = Contact.of("anna", "Anna");
        Ticket one = opened(make.ticket().contact(anna));
        Ticket two = deleted(opened(make.ticket().contact(anna)));
        Ticket three = opened(make.ticket().contact(anna));
        opened(make.ticket().contact(Contact.of("Anna", "Anna")));
        var ids = new ArrayList<>(ids(List.of(one, two, three)));
        ids.sort(null);

        assertThat(storage().contacts().ticketsOf(make.tenant(), "anna", null, MOST))
                .isEqualTo(ids);
        assertThat(storage().contacts().ticketsOf(make.tenant(), "anna", ids.get(0), 1))
                .containsExactly(ids.get(1));
        committed(make.erasure(one, NEW));
        assertThat(storage().contacts().ticketsOf(make.tenant(), "anna", null, MOST))
                .hasSize(2)
                .doesNotContain(one.id());
    }

    /** The store may keep an erasure waiting, but not lose one of the two: else a key stays behind that nobody erases. */
    @Test
    @Tag("F61")
    void erasesWhatIsStoredAtTheSameMoment() {
        for (int round = 0; round < 10; round++) {
            Ticket ticket = opened(make.ticket());
            Reference reference = new Reference("erased-" + UUID.randomUUID());
            List<CommitOutcome> outcomes = Race.run(number -> number == 0
                    ? commit(make.erasure(ticket, reference))
                    : commit(make.nothingChanged(ticket, TicketFixtures.stamp("key-" + number, "body"))));

            assertThat(outcomes.get(0).kind()).isEqualTo(CommitOutcome.Kind.COMMITTED);
            for (int number = 1; number < outcomes.size(); number++) {
                IdempotencyStamp stamp = TicketFixtures.stamp("key-" + number, "body");
                assertThat(storage().tickets().replay(make.tenant(), stamp)).isEmpty();
            }
        }
    }

    private void keepRun(UUID event, @Nullable Ticket ticket, @Nullable String detail) {
        storage().executions().begin(make.tenant(), event, List.of(run(event, ticket, detail)));
        runEvents.add(event);
    }

    private AutomationExecution run(UUID event, @Nullable Ticket ticket, @Nullable String detail) {
        return new AutomationExecution(
                make.tenant(),
                event,
                "a-1",
                ExecutionState.RUNNING,
                0,
                ticket == null ? null : ticket.id(),
                detail,
                TicketFixtures.START);
    }

    private final List<UUID> runEvents = new ArrayList<>();

    private Object counted() {
        CountQuery query =
                new CountQuery(make.tenant(), AccessScope.all(), CountBasis.OPENED, InstantRange.ALWAYS, Set.of());
        return List.of(
                storage().statistics().counts(query), storage().statistics().statusEntries(query));
    }

    /** Whatever the ports say of a ticket, in small letters. */
    private String everythingRead(ErasableTicket erasable) {
        List<Object> all = new ArrayList<>();
        Ticket ticket = stored(erasable.ticket().id());
        all.addAll(fields(ticket));
        list(TicketQuery.all()).forEach(each -> all.addAll(fields(each)));
        all.add(storage().contacts().contacts(make.tenant(), TicketQuery.all(), AccessScope.all(), null, MOST));
        List<TicketEvent> events = new ArrayList<>(history(ticket.id()));
        events.addAll(storage().events().between(make.tenant(), InstantRange.ALWAYS, null, MOST));
        for (TicketEvent event : events) {
            storage().events().event(make.tenant(), event.id()).ifPresent(each -> all.addAll(fields(each)));
            all.addAll(fields(event));
        }
        erasable.changes().forEach(change -> {
            all.add(commit(change));
            if (change.idempotency() != null) {
                all.add(storage().tickets().replay(make.tenant(), change.idempotency()));
            }
        });
        all.add(kept().parked(make.tenant(), MOST));
        runEvents.forEach(event -> all.add(storage().executions().executions(make.tenant(), event)));
        all.add(storage().categories().categories(make.tenant()));
        return all.toString().toLowerCase(Locale.ROOT);
    }

    private static List<Object> fields(Ticket ticket) {
        return List.of(
                ticket.reference(),
                ticket.title(),
                String.valueOf(ticket.description()),
                ticket.contact(),
                String.valueOf(ticket.owner()),
                String.valueOf(ticket.externalId()),
                ticket.attributes());
    }

    private static List<Object> fields(TicketEvent event) {
        return List.of(event.actor(), String.valueOf(event.cause()), event.changes(), String.valueOf(event.note()));
    }
}
