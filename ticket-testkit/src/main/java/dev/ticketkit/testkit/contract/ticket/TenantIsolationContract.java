package dev.ticketkit.testkit.contract.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ticketkit.spi.catalogue.PriorityEntry;
import dev.ticketkit.spi.catalogue.StatusEntry;
import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.InstantRange;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.storage.CategoryStore;
import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.IdempotencyStamp;
import dev.ticketkit.spi.storage.Receipt;
import dev.ticketkit.spi.storage.TicketChange;
import dev.ticketkit.spi.storage.statistics.CountBasis;
import dev.ticketkit.spi.storage.statistics.CountQuery;
import dev.ticketkit.spi.storage.statistics.CountReport;
import dev.ticketkit.spi.storage.statistics.CountSummary;
import dev.ticketkit.spi.storage.statistics.DerivedStatistics;
import dev.ticketkit.testkit.contract.fixture.StorageContract;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nothing one tenant stored can be seen, changed or bumped into by another. */
@Tag("B1")
@Tag("F58")
public abstract class TenantIsolationContract extends StorageContract {
    private static final IdempotencyStamp STAMP = TicketFixtures.stamp("open:key-1", "body");
    private static final IdempotencyStamp OTHER_BODY = TicketFixtures.stamp("open:key-1", "other");

    private final TicketFixtures stranger = TicketFixtures.ofNewTenant();

    /** For subclasses. */
    protected TenantIsolationContract() {}

    @Test
    void seesNoTicketOfAnotherTenant() {
        Ticket ticket = storeEverything(make);

        assertThat(storage().tickets().find(stranger.tenant(), ticket.id())).isEmpty();
        assertThat(storage().tickets().findByReference(stranger.tenant(), ticket.reference()))
                .isEmpty();
        assertThat(storage().tickets().findByExternalId(stranger.tenant(), "order-1"))
                .isEmpty();
        assertThat(storage().events().history(stranger.tenant(), ticket.id(), 0, MOST))
                .isEmpty();
        assertThat(storage().tickets().replay(stranger.tenant(), STAMP)).isEmpty();
        assertThat(storage().tickets().list(stranger.tenant(), TicketQuery.all(), AccessScope.all(), null, MOST))
                .isEmpty();
    }

    @Test
    void seesNoCatalogueOfAnotherTenant() {
        storeEverything(make);

        assertThat(storage().statuses().statuses(stranger.tenant())).isEmpty();
        assertThat(storage().statuses().priorities(stranger.tenant())).isEmpty();
        assertThat(storage().categories().categories(stranger.tenant())).isEmpty();
        assertThat(storage().categories().find(stranger.tenant(), idOf("Logistics")))
                .isEmpty();
    }

    @Test
    void countsNothingOfAnotherTenant() {
        storeEverything(make);
        for (CountBasis reading : CountBasis.values()) {
            CountQuery query =
                    new CountQuery(stranger.tenant(), AccessScope.all(), reading, InstantRange.ALWAYS, Set.of());
            assertThat(storage().statistics().counts(query)).isEmpty();
            assertThat(DerivedStatistics.of(storage().statistics()).summary(query))
                    .isEqualTo(CountSummary.EMPTY);
            assertThat(storage().statistics().statusEntries(query)).isEmpty();
            assertThat(DerivedStatistics.of(storage().statistics()).report(query, reading))
                    .isEqualTo(CountReport.EMPTY);
        }
    }

    @Test
    void changesNoTicketOfAnotherTenant() {
        Ticket ticket = storeEverything(make);
        Ticket claimed = ticket.toBuilder().tenant(stranger.tenant()).build();

        assertThat(commit(stranger.change(claimed, edit -> edit.title("Taken over"))))
                .isEqualTo(new CommitOutcome.Stale());
        assertThat(commit(stranger.nothingChanged(claimed, STAMP))).isEqualTo(new CommitOutcome.Stale());
        assertThat(stored(ticket.id())).isEqualTo(ticket);
        assertThat(storage().tickets().find(stranger.tenant(), ticket.id())).isEmpty();
        assertThat(storage().events().history(stranger.tenant(), ticket.id(), 0, MOST))
                .isEmpty();
    }

    @Test
    void touchesNoCategoryOfAnotherTenant() {
        storeEverything(make);
        opened(make.ticket().category(make.category("Other")));
        CategoryStore categories = storage().categories();

        assertThat(categories.rename(stranger.tenant(), idOf("Logistics"), "Mine"))
                .isFalse();
        assertThat(categories.merge(stranger.tenant(), idOf("Logistics"), idOf("Other")))
                .isFalse();
        assertThat(categories.hide(stranger.tenant(), idOf("Logistics"), true)).isFalse();
        assertThat(categories.categories(make.tenant()))
                .extracting(entry -> entry.category().name(), entry -> entry.hidden())
                .containsExactly(tuple("Logistics", false), tuple("Other", false));
    }

    @Test
    void everyIdMayBeUsedByEveryTenant() {
        Ticket mine = make.ticket().externalId("order-1").build();
        TicketEvent event = make.event(mine, EventKind.OPENED).build();
        Ticket theirs =
                mine.toBuilder().tenant(stranger.tenant()).title("Theirs").build();
        TicketEvent theirEvent = event.toBuilder().tenant(stranger.tenant()).build();
        Receipt receipt = committed(TicketChange.opening(mine, event, null, STAMP));

        assertThat(committed(TicketChange.opening(theirs, theirEvent, null, OTHER_BODY)))
                .isEqualTo(receipt);
        assertThat(stored(mine.id())).isEqualTo(mine);
        assertThat(storage().tickets().find(stranger.tenant(), mine.id())).contains(theirs);
        assertThat(storage().tickets().findByReference(stranger.tenant(), mine.reference()))
                .contains(theirs);
        assertThat(storage().tickets().findByExternalId(stranger.tenant(), "order-1"))
                .contains(theirs);
        assertThat(history(mine.id())).containsExactly(event);
        assertThat(storage().events().history(stranger.tenant(), mine.id(), 0, MOST))
                .containsExactly(theirEvent);
    }

    @Test
    void changeOfOneTenantsTicketLeavesItsTwinAlone() {
        Ticket mine = opened(make.ticket());
        Ticket theirs = mine.toBuilder().tenant(stranger.tenant()).build();
        committed(stranger.opening(theirs));
        Ticket changed = changed(mine, edit -> edit.title("Changed").category(make.category("Logistics")));
        changed(changed, edit -> edit.deletedAt(TicketFixtures.START));

        assertThat(storage().tickets().find(stranger.tenant(), mine.id())).contains(theirs);
        assertThat(storage().tickets().list(stranger.tenant(), TicketQuery.all(), AccessScope.all(), null, MOST))
                .containsExactly(theirs);
    }

    @Test
    void cataloguesOfTwoTenantsMaySayTheSame() {
        storeEverything(make);
        storeEverything(stranger);
        storage().categories().rename(make.tenant(), idOf("Logistics"), "Renamed");
        storage()
                .statuses()
                .saveStatus(
                        make.tenant(),
                        new StatusEntry(Status.OPEN, null, false),
                        new StatusEntry(Status.OPEN, "Neu", true));

        assertThat(storage().categories().categories(stranger.tenant()))
                .extracting(entry -> entry.category().name())
                .containsExactly("Logistics");
        assertThat(storage().statuses().statuses(stranger.tenant())).hasSize(1);
    }

    @Test
    void keepsTenantsApartByCaseAndBlanks() {
        String name = "Acme-" + UUID.randomUUID();
        Map<String, TicketFixtures> tenants = new LinkedHashMap<>();
        for (String spelling : List.of(name, name.toUpperCase(Locale.ROOT), name + " ", "\uFF21" + name.substring(1))) {
            TicketFixtures each = new TicketFixtures(new TenantId(spelling));
            tenants.put(spelling, each);
            committed(each.opening(each.ticket()
                    .reference(new Reference("SAME"))
                    .title(spelling)
                    .build()));
        }
        tenants.forEach((spelling, each) -> assertThat(
                        storage().tickets().list(each.tenant(), TicketQuery.all(), AccessScope.all(), null, MOST))
                .extracting(Ticket::title)
                .containsExactly(spelling));
    }

    private Ticket storeEverything(TicketFixtures tenant) {
        Ticket ticket = tenant.ticket()
                .externalId("order-1")
                .category(tenant.category("Logistics"))
                .build();
        committed(tenant.opening(ticket, STAMP));
        TicketChange change = tenant.change(ticket, edit -> edit.status(Status.WAITING));
        committed(change);
        Status custom = new Status("later", MacroStatus.IN_PROGRESS, 8);
        assertThat(storage().statuses().saveStatus(tenant.tenant(), null, new StatusEntry(custom, "Later", false)))
                .isTrue();
        storage().statuses().savePriority(tenant.tenant(), new PriorityEntry(Priority.HIGH, "Hoch", false));
        return change.after();
    }

    private UUID idOf(String name) {
        return Category.idOf(make.tenant(), name);
    }
}
