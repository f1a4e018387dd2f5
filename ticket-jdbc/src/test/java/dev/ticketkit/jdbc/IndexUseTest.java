package dev.ticketkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.jdbc.fixture.source.PlanningDataSource;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketBuilder;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.query.InstantRange;
import dev.ticketkit.spi.query.SortDirection;
import dev.ticketkit.spi.query.SortPosition;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.TicketSort;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.spi.storage.TicketStore;
import dev.ticketkit.spi.storage.statistics.CountBasis;
import dev.ticketkit.spi.storage.statistics.CountQuery;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Plans of PostgreSQL on a small table that may not be scanned: an index fits the filter and gives the order. */
class IndexUseTest {
    private static final TicketFixtures MAKE = TicketFixtures.ofNewTenant();

    private static HikariDataSource database;
    private static Ticket some;

    @BeforeAll
    static void fill() throws SQLException {
        database = TestDatabase.withTables(SqlDialect.POSTGRESQL);
        TicketStore store = JdbcStorage.owning(database).tickets();
        for (int i = 0; i < 200; i++) {
            TicketBuilder ticket = MAKE.ticket().externalId("order-" + i);
            some = i % 10 == 0
                    ? ticket.build()
                    : ticket.status(Status.CLOSED)
                            .closedAt(TicketFixtures.START.plusSeconds(i))
                            .build();
            store.commit(MAKE.opening(some));
        }
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("ANALYZE");
        }
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void theDefaultListIsOneStretchOfAnIndex() throws SQLException {
        assertThat(plan(list(TicketQuery.all(), false)))
                .contains("ticket_macro_ix")
                .doesNotContain("Sort  (");
    }

    @Test
    void soIsItsNextPage() throws SQLException {
        assertThat(plan(list(TicketQuery.all(), true)))
                .contains("ticket_macro_ix", "Index Cond", "ROW(priority, opened_at) <= ROW")
                .doesNotContain("Sort  (");
    }

    @Test
    void openTicketsAndOneStatusHaveTheirOwn() throws SQLException {
        assertThat(plan(list(
                        TicketQuery.builder()
                                .macroStatus(MacroStatus.IN_PROGRESS)
                                .build(),
                        true)))
                .contains("ticket_macro_ix")
                .doesNotContain("Sort  (");
        assertThat(plan(list(TicketQuery.builder().statuses("open").build(), true)))
                .contains("ticket_status_ix")
                .doesNotContain("Sort  (");
    }

    @Test
    void timesAreSortedByTheirIndexes() throws SQLException {
        for (TicketSort sort : new TicketSort[] {TicketSort.OPENED, TicketSort.UPDATED, TicketSort.CLOSED}) {
            TicketQuery query =
                    TicketQuery.builder().sort(sort, SortDirection.DESCENDING).build();
            assertThat(plan(list(query, false)))
                    .contains("ticket_" + sort.name().toLowerCase(Locale.ROOT) + "_ix");
        }
    }

    @Test
    void keysAreLookedUpByTheirIndexes() throws SQLException {
        assertThat(plan(store -> store.tickets().findByReference(MAKE.tenant(), new Reference("ref-7"))))
                .contains("ticket_event_reference_uq", "ticket_pk")
                .doesNotContain("Seq Scan");
        assertThat(plan(store -> store.tickets().findByExternalId(MAKE.tenant(), "order-7")))
                .contains("ticket_event_external_uq", "ticket_pk");
        assertThat(plan(store -> store.tickets().find(MAKE.tenant(), some.id())))
                .contains("ticket_pk");
        assertThat(plan(store -> store.events().history(MAKE.tenant(), some.id(), 0, 10)))
                .contains("ticket_event_version_uq")
                .doesNotContain("Sort  (");
    }

    @Test
    void ticketsOfAFormerContactAreOneStretchOfAnIndex() throws SQLException {
        for (TicketId after : new TicketId[] {null, some.id()}) {
            assertThat(plan(store -> store.contacts().ticketsOf(MAKE.tenant(), "contact-1", after, 10)))
                    .contains("ticket_former_contact_pk")
                    .doesNotContain("Seq Scan on ticket_former_contact", "Seq Scan on ticket_event");
        }
    }

    @Test
    void eventsByTimeAreOneStretchOfAnIndex() throws SQLException {
        TicketEvent event =
                database().events().history(MAKE.tenant(), some.id(), 0, 1).get(0);
        InstantRange range = InstantRange.of(TicketFixtures.START, null);
        assertThat(plan(store -> store.events().between(MAKE.tenant(), range, event, 10)))
                .contains("ticket_event_time_ix", "occurred_at >=")
                .doesNotContain("Sort  (", "Seq Scan");
    }

    @Test
    void durationsOfARangeAreReadAlongIndexes() throws SQLException {
        InstantRange range = InstantRange.of(TicketFixtures.START, TicketFixtures.START.plusSeconds(60));
        assertThat(plan(store -> store.statistics().closingTimes(durations(CountBasis.CLOSED, range))))
                .contains("ticket_closed_ix", "closed_at >=")
                .doesNotContain("Seq Scan");
        assertThat(plan(store -> store.statistics().firstAnswers(durations(CountBasis.OPENED, range))))
                .contains("ticket_opened_ix", "opened_at >=")
                .doesNotContain("Seq Scan");
    }

    @Test
    void wholeMonthsOfDurationsAreReadFromCells() throws SQLException {
        InstantRange months =
                InstantRange.of(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2027-03-01T00:00:00Z"));
        for (CountBasis reading : List.of(CountBasis.OPENED, CountBasis.CLOSED)) {
            assertThat(plan(store -> store.statistics().closingTimes(durations(reading, months))))
                    .contains("ticket_rollup_period_pk")
                    .doesNotContain(" on ticket t");
        }
        assertThat(plan(store -> store.statistics().firstAnswers(durations(CountBasis.OPENED, months))))
                .contains("ticket_rollup_period_pk")
                .doesNotContain(" on ticket t");
    }

    @Test
    void aLosersReasonIsLookedUpByUniqueIndexes() throws SQLException {
        assertThat(plan(store -> store.tickets().commit(MAKE.opening(some, TicketFixtures.stamp("open:1", "body")))))
                .contains("ticket_event_pk", "ticket_event_key_uq", "ticket_event_reference_uq")
                .doesNotContain("Seq Scan on ticket");
    }

    private static TicketStorage database() {
        return JdbcStorage.owning(database);
    }

    private static CountQuery durations(CountBasis reading, InstantRange range) {
        return new CountQuery(MAKE.tenant(), AccessScope.all(), reading, range, Set.of());
    }

    private static Consumer<TicketStorage> list(TicketQuery query, boolean nextPage) {
        SortPosition after = nextPage ? query.sort().positionOf(some) : null;
        return store -> store.tickets().list(MAKE.tenant(), query, AccessScope.all(), after, 50);
    }

    private static String plan(Consumer<TicketStorage> call) throws SQLException {
        PlanningDataSource planning = new PlanningDataSource(database);
        call.accept(JdbcStorage.owning(
                planning.dataSource, JdbcOptions.builder().verifySchema(false).build()));
        return String.join("\n", planning.plans);
    }
}
