package dev.ticketkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.jdbc.fixture.H2Tickets;
import dev.ticketkit.jdbc.fixture.WorkoutOfSteps;
import dev.ticketkit.jdbc.fixture.source.H2PlanningDataSource;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.InstantRange;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.storage.IdempotencyStamp;
import dev.ticketkit.spi.storage.ReferenceRequest;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.spi.storage.statistics.CountBasis;
import dev.ticketkit.spi.storage.statistics.CountQuery;
import dev.ticketkit.spi.storage.statistics.DerivedStatistics;
import dev.ticketkit.testkit.contract.fixture.Rounds;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What H2 reads for calls other than lists, of a tenant with many tickets. */
class H2StatementPlanTest {
    private static final int TICKETS = Rounds.of(5_000, 100_000);
    private static final int FEW = 450;

    /** Tables with rows for every ticket, event or delivery. */
    private static final Set<String> LARGE = Set.of(
            "TICKET",
            "TICKET_EVENT",
            "TICKET_TERM",
            "TICKET_FEED",
            "TICKET_FEED_TAIL",
            "TICKET_DELIVERY",
            "TICKET_RUN",
            "TICKET_FIRING",
            "TICKET_NOTICE");

    /** The erasure of a contact's firings reads the runs and the undelivered of its tenant, and numbering those that wait. */
    private static final Set<String> WRITTEN_BY_KEY =
            Set.of("TICKET", "TICKET_EVENT", "TICKET_TERM", "TICKET_FEED", "TICKET_FIRING", "TICKET_NOTICE");

    private static HikariDataSource database;
    private static List<Ticket> some;

    @BeforeAll
    static void fill() throws SQLException {
        database = H2Tickets.filled(TICKETS, 1_000);
        some = JdbcStorage.owning(database)
                .tickets()
                .list(H2Tickets.TENANT, TicketQuery.all(), AccessScope.all(), null, 50);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void ticketsAndEventsAreFoundByTheirKeys() {
        Ticket first = some.get(0);
        readsFew(store -> store.tickets().find(H2Tickets.TENANT, first.id()));
        readsFew(store -> store.tickets()
                .findAll(H2Tickets.TENANT, some.stream().map(Ticket::id).toList()));
        readsFew(store -> store.tickets().findByReference(H2Tickets.TENANT, new Reference("r7")));
        readsFew(store -> store.tickets().findByExternalId(H2Tickets.TENANT, "order-7"));
        readsFew(store -> store.tickets().replay(H2Tickets.TENANT, new IdempotencyStamp("key r7", new byte[32])));
        readsFew(store -> store.contacts().ticketsOf(H2Tickets.TENANT, "p7", null, 20));
        readsFew(store -> store.events().history(H2Tickets.TENANT, first.id(), 0, 20));
        readsFew(store -> store.events()
                .events(
                        H2Tickets.TENANT,
                        some.stream().map(ticket -> ticket.id().value()).toList()));
    }

    @Test
    void pagesOfEventsBeginAtTheirPlace() {
        TicketEvent event = JdbcStorage.owning(database)
                .events()
                .event(H2Tickets.TENANT, some.get(0).id().value())
                .orElseThrow();
        InstantRange late = InstantRange.of(Instant.parse("2026-01-02T00:00:00Z"), null);
        readsFew(store -> store.events().between(H2Tickets.TENANT, late, null, 100));
        readsFew(store -> store.events().between(H2Tickets.TENANT, InstantRange.ALWAYS, event, 100));
        readsFew(store -> store.events().changesSince(H2Tickets.TENANT, TICKETS / 2, 100));
    }

    @Test
    void takenNumbersAreLookedUpOneByOne() {
        readsFew(store -> store.numbers().next(H2Tickets.TENANT, new ReferenceRequest("S", "r", 1), 5));
    }

    @Test
    void aClaimLooksAtTheFirstThatAreDue() {
        readsFew(store -> store.deliveries().claim("worker", 20, Duration.ofMinutes(1)));
    }

    @Test
    void aReportOfAMonthReadsTheHoursAtItsEnds() {
        InstantRange month =
                InstantRange.of(Instant.parse("2026-01-02T23:00:00Z"), Instant.parse("2026-02-28T22:00:00Z"));
        for (CountBasis reading : CountBasis.values()) {
            CountQuery query = new CountQuery(H2Tickets.TENANT, AccessScope.all(), reading, month, Set.of());
            readsFew(store -> DerivedStatistics.of(store.statistics()).report(query, CountBasis.CLOSED));
        }
    }

    @Test
    void commitsWriteByKey() {
        H2PlanningDataSource planning = new H2PlanningDataSource(database);
        new WorkoutOfSteps().run(store(planning));
        assertThat(planning.plans).hasSizeGreaterThan(40);
        assertThat(planning.reads())
                .filteredOn(read -> WRITTEN_BY_KEY.contains(read.table()))
                // What inserts names the table alone.
                .filteredOn(read -> read.how().contains("PUBLIC."))
                .as(() -> String.join("\n", planning.plans))
                .noneMatch(H2PlanningDataSource.Read::isOfAll);
    }

    private static void readsFew(Consumer<TicketStorage> call) {
        H2PlanningDataSource planning = new H2PlanningDataSource(database);
        call.accept(store(planning));
        assertThat(planning.plans).isNotEmpty();
        assertThat(planning.reads())
                .filteredOn(read -> LARGE.contains(read.table()))
                .as(() -> String.join("\n", planning.plans))
                .allMatch(read -> read.rows() <= FEW);
    }

    private static TicketStorage store(H2PlanningDataSource planning) {
        return JdbcStorage.owning(
                planning.dataSource, JdbcOptions.builder().verifySchema(false).build());
    }
}
