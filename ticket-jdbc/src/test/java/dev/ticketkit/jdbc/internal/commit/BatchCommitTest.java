package dev.ticketkit.jdbc.internal.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.jdbc.JdbcOptions;
import dev.ticketkit.jdbc.JdbcStorage;
import dev.ticketkit.jdbc.SqlDialect;
import dev.ticketkit.jdbc.StorageInternals;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.jdbc.internal.schema.SchemaGuard;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.SqlFailure;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.spi.catalogue.CategoryEntry;
import dev.ticketkit.spi.catalogue.StatusEntry;
import dev.ticketkit.spi.event.NoteVisibility;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.Receipt;
import dev.ticketkit.spi.storage.ReferenceRequest;
import dev.ticketkit.spi.storage.TicketChange;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Batches of several changes, as the statement takes them. */
class BatchCommitTest {
    private static final HikariDataSource DATABASE = TestDatabase.withTables(SqlDialect.POSTGRESQL);
    private static final JdbcStorage STORE = JdbcStorage.owning(DATABASE);
    private static final TableNames NAMES =
            StorageInternals.settings(JdbcOptions.defaults()).names();
    private static final CommitForms FORMS = CommitForms.on(NAMES);
    private static final ReferenceRequest SERIES = new ReferenceRequest("T-", "T-", 3);

    private final TicketFixtures make = TicketFixtures.ofNewTenant();
    private final TicketFixtures other = TicketFixtures.ofNewTenant();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void storesChangesOfAllKindsAndTenants() {
        Ticket first = stored(make.opening(make.ticket().build()));
        Ticket second = stored(make.opening(make.ticket().build()));
        Ticket third = stored(
                make.opening(make.ticket().category(make.category("Logistics")).build()));
        TicketChange opening = make.opening(make.ticket()
                .category(make.category("New \"one\""))
                .attributes(Map.of("a", "{\"\\,NULL}", "b", "ü"))
                .externalId("order-1")
                .build());
        TicketChange change =
                make.change(first, edit -> edit.priority(Priority.URGENT).description("Quotes \" and \\ and {braces}"));
        TicketChange note = make.note(second, NoteVisibility.PUBLIC, "A note");
        TicketChange uncategorized = make.change(third, edit -> edit.category(null));
        TicketChange elsewhere = other.opening(
                other.ticket().category(other.category("Logistics")).build());

        assertThat(many(opening, change, note, uncategorized, elsewhere)).doesNotContain(Optional.empty());

        for (TicketChange each : List.of(opening, change, note, uncategorized, elsewhere)) {
            assertThat(found(each)).isEqualTo(each.after());
            assertThat(STORE.events().history(each.tenant(), each.after().id(), 0, 10))
                    .endsWith(each.event());
        }
    }

    @Test
    @Tag("F19")
    void losersAreLeftOutAndTheOthersStored() {
        Ticket stale = stored(make.opening(make.ticket().build()));
        stored(make.change(stale, edit -> edit.title("Faster")));
        stored(make.opening(make.ticket()
                .reference(new Reference("TAKEN"))
                .externalId("e-1")
                .build()));
        TicketChange changeOfStale = make.change(stale, edit -> edit.title("Slower"));
        TicketChange taken =
                make.opening(make.ticket().reference(new Reference("taken")).build());
        TicketChange sameExternalId =
                make.opening(make.ticket().externalId("e-1").build());
        TicketChange good = make.opening(make.ticket().build());

        List<Optional<Receipt>> receipts = many(changeOfStale, taken, sameExternalId, good);

        assertThat(receipts).extracting(Optional::isPresent).containsExactly(false, false, false, true);
        assertThat(STORE.tickets().find(make.tenant(), taken.after().id())).isEmpty();
        assertThat(found(good)).isEqualTo(good.after());
    }

    @Test
    @Tag("F21")
    void oneOfThoseThatCollideWithinABatchWins() {
        TicketChange keyed = keyed("open:1");
        TicketChange sameKey = keyed("open:1");
        TicketChange reference =
                make.opening(make.ticket().reference(new Reference("A-1")).build());
        TicketChange sameReference =
                make.opening(make.ticket().reference(new Reference("a-1")).build());
        TicketChange inAnotherTenant =
                other.opening(other.ticket().reference(new Reference("A-1")).build());

        List<Optional<Receipt>> receipts = many(keyed, sameKey, reference, sameReference, inAnotherTenant);

        assertThat(receipts).extracting(Optional::isPresent).containsExactly(true, false, true, false, true);
    }

    @Test
    void numbersFollowEachOtherInEachSeriesAndTenant() {
        ReferenceRequest yearly = new ReferenceRequest("Y-", "Y-2026-", 5);
        stored(make.numbered(make.ticket().build(), SERIES, null));

        List<Optional<Receipt>> receipts = many(
                make.numbered(make.ticket().build(), SERIES, null),
                other.numbered(other.ticket().build(), SERIES, null),
                make.numbered(make.ticket().build(), yearly, null),
                make.numbered(make.ticket().build(), SERIES, null));

        assertThat(receipts)
                .map(receipt -> receipt.orElseThrow().reference().value())
                .containsExactly("T-002", "T-001", "Y-2026-00001", "T-003");
        Receipt last = receipts.get(3).orElseThrow();
        assertThat(STORE.tickets().findByReference(make.tenant(), new Reference("t-003")))
                .map(Ticket::id)
                .contains(last.ticketId());
    }

    @Test
    void anOpeningThatWasCarriedOutBeforeBurnsNoNumber() {
        TicketChange before = make.numbered(make.ticket().build(), SERIES, TicketFixtures.stamp("open:1", "body"));
        stored(before);
        TicketChange again = make.numbered(make.ticket().build(), SERIES, TicketFixtures.stamp("open:1", "body"));

        List<Optional<Receipt>> receipts =
                many(again, before, make.numbered(make.ticket().build(), SERIES, null));

        assertThat(receipts).extracting(Optional::isPresent).containsExactly(false, false, true);
        assertThat(receipts.get(2).orElseThrow().reference()).isEqualTo(new Reference("T-002"));
    }

    @Test
    void noneOfASeriesHasANumberWhereOneWasGivenByHand() {
        ReferenceRequest yearly = new ReferenceRequest("Y-", "Y-2026-", 5);
        stored(make.opening(make.ticket().reference(SERIES.format(2)).build()));
        TicketChange good = make.opening(make.ticket().build());

        List<Optional<Receipt>> receipts = many(
                make.numbered(make.ticket().build(), SERIES, null),
                good,
                make.numbered(make.ticket().build(), SERIES, null),
                make.numbered(make.ticket().build(), yearly, null));

        assertThat(receipts).extracting(Optional::isPresent).containsExactly(false, true, false, true);
        assertThat(found(good)).isEqualTo(good.after());
        assertThat(many(make.numbered(make.ticket().build(), SERIES, null)).get(0))
                .map(receipt -> receipt.reference().value())
                .contains("T-001");
    }

    /** What a race with another node comes to; one node takes no two of a key along. */
    @Test
    void oneThatLosesWithANumberRollsEverythingBack() {
        TicketChange good = make.opening(make.ticket().build());
        TicketChange one = make.numbered(make.ticket().build(), SERIES, TicketFixtures.stamp("open:1", "body"));
        TicketChange same = make.numbered(make.ticket().build(), SERIES, TicketFixtures.stamp("open:1", "body"));

        assertThatThrownBy(() -> tried(good, one, same))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(SqlFailure.of(e)).isEqualTo(SqlFailure.CHECK));

        assertThat(STORE.tickets().find(make.tenant(), good.after().id())).isEmpty();
        assertThat(STORE.tickets().find(make.tenant(), one.after().id())).isEmpty();
    }

    @Test
    @Tag("R3")
    void hiddenStatusesOfTheTenantsOwnAreNotEntered() {
        Status custom = new Status("waiting-for-parts", MacroStatus.IN_PROGRESS, 100);
        StatusEntry shown = new StatusEntry(custom, "Waiting for parts", false);
        STORE.statuses().saveStatus(make.tenant(), null, shown);
        STORE.statuses().saveStatus(other.tenant(), null, shown);
        STORE.statuses().saveStatus(make.tenant(), shown, new StatusEntry(custom, "Waiting for parts", true));

        List<Optional<Receipt>> receipts = many(
                make.opening(make.ticket().status(custom).build()),
                other.opening(other.ticket().status(custom).build()),
                make.numbered(make.ticket().status(custom).build(), SERIES, null));

        assertThat(receipts).extracting(Optional::isPresent).containsExactly(false, true, false);
    }

    @Test
    @Tag("R5")
    void aCategoryIsMadeOnceAndFollowsItsMerge() {
        STORE.tickets()
                .commit(make.opening(
                        make.ticket().category(make.category("Old")).build()));
        STORE.tickets()
                .commit(make.opening(
                        make.ticket().category(make.category("Kept")).build()));
        STORE.categories()
                .merge(
                        make.tenant(),
                        make.category("Old").id(),
                        make.category("Kept").id());
        TicketChange old =
                make.opening(make.ticket().category(make.category("Old")).build());
        TicketChange one =
                make.opening(make.ticket().category(make.category("Fresh")).build());
        TicketChange two =
                make.opening(make.ticket().category(make.category("fresh")).build());

        assertThat(many(old, one, two)).doesNotContain(Optional.empty());

        assertThat(found(old).category()).isEqualTo(make.category("Kept"));
        assertThat(STORE.categories().categories(make.tenant()))
                .extracting(CategoryEntry::category)
                .extracting(category -> category.name().toLowerCase(Locale.ROOT))
                .containsExactlyInAnyOrder("fresh", "kept");
    }

    @Test
    void receiptsOfCommandsThatChangedNothingAreHidden() {
        Ticket ticket = stored(make.opening(make.ticket().build()));
        Ticket moved = stored(make.opening(make.ticket().build()));
        stored(make.change(moved, edit -> edit.title("Moved")));

        List<Optional<Receipt>> receipts = many(
                make.nothingChanged(ticket, TicketFixtures.stamp("change:1", "body")),
                make.nothingChanged(moved, TicketFixtures.stamp("change:2", "body")));

        assertThat(receipts).extracting(Optional::isPresent).containsExactly(true, false);
        assertThat(receipts.get(0).orElseThrow().eventId()).isNull();
        assertThat(STORE.events().history(make.tenant(), ticket.id(), 0, 10)).hasSize(1);
    }

    private TicketChange keyed(String key) {
        return make.opening(make.ticket().build(), TicketFixtures.stamp(key, "body"));
    }

    private static Ticket stored(TicketChange change) {
        STORE.tickets().commit(change);
        return found(change);
    }

    private static Ticket found(TicketChange change) {
        return STORE.tickets().find(change.tenant(), change.after().id()).orElseThrow();
    }

    private static List<Optional<Receipt>> many(TicketChange... changes) {
        try {
            return tried(changes);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Optional<Receipt>> tried(TicketChange... changes) throws SQLException {
        try (Connection connection = DATABASE.getConnection()) {
            Sql sql =
                    new SchemaGuard(NAMES, StorageInternals.settings(JdbcOptions.defaults())).ready(connection, false);
            return FORMS.many(sql, Stream.of(changes).toList(), null);
        }
    }
}
