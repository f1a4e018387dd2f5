package dev.ticketkit.jdbc.internal.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.jdbc.JdbcOptions;
import dev.ticketkit.jdbc.JdbcStorage;
import dev.ticketkit.jdbc.fixture.H2Tickets;
import dev.ticketkit.jdbc.fixture.ListFilters;
import dev.ticketkit.jdbc.fixture.source.H2PlanningDataSource;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.InstantRange;
import dev.ticketkit.spi.query.SortDirection;
import dev.ticketkit.spi.query.SortPosition;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.TicketQueryBuilder;
import dev.ticketkit.spi.query.TicketSort;
import dev.ticketkit.spi.storage.TicketStore;
import dev.ticketkit.testkit.contract.fixture.Rounds;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What H2 reads for a page of many tickets: as much, however many there are. */
@Tag("R16")
class H2ListPlanTest {
    private static final int TICKETS = Rounds.of(6_000, 100_000);
    private static final int PAGE = 51;

    /** A page for each macro status and part of it, and a row more each. */
    private static final int FEW = 6 * (PAGE + 1);

    /** What is collected, and a page along an order of a filter that finds more. */
    private static final long SOON = 2 * (Candidates.MOST + 1) + 3L * FEW;

    private static final Map<String, UnaryOperator<TicketQueryBuilder>> FILTERS = filters();

    private static HikariDataSource database;
    private static Ticket some;

    @BeforeAll
    static void fill() throws SQLException {
        database = H2Tickets.filled(TICKETS, 1_000);
        some = store(database)
                .list(H2Tickets.TENANT, TicketQuery.all(), AccessScope.all(), null, 1_000)
                .get(700);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @ParameterizedTest
    @EnumSource
    void anyOrderIsReadAlongAnIndex(TicketSort sort) {
        for (String filter : List.of("none", "macro")) {
            assertReads(sort, filter, FEW);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anyFilterInAnyOrderReadsLittle(TicketSort sort) {
        for (String filter : FILTERS.keySet()) {
            // A filter by the very column of the order is collected and sorted.
            if (!(sort == TicketSort.CATEGORY && filter.equals("categories"))) {
                assertReads(sort, filter, SOON);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    @Tag("B13")
    void whatAnActorMayReadIsFewAndReadAsSuch(TicketSort sort) {
        AccessScope own = AccessScope.contacts(Set.of("p1", "p2"));
        H2PlanningDataSource planning = new H2PlanningDataSource(database);

        store(planning.dataSource)
                .list(
                        H2Tickets.TENANT,
                        TicketQuery.builder()
                                .sort(sort, SortDirection.ASCENDING)
                                .build(),
                        own,
                        null,
                        PAGE);

        assertThat(planning.rowsOf("TICKET"))
                .as(() -> String.join("\n", planning.plans))
                .isLessThanOrEqualTo(SOON);
    }

    /** H2 shows no plan of the step from name to name; PostgreSQL does, in ListPlanTest. */
    @Test
    void namesOfOwnersAreReadByOneStatement() {
        H2PlanningDataSource planning = new H2PlanningDataSource(database);
        TicketQuery query =
                TicketQuery.builder().ownerNames("nobody", "none", "x*").build();

        store(planning.dataSource).list(H2Tickets.TENANT, query, AccessScope.all(), null, PAGE);

        assertThat(planning.plans)
                .filteredOn(plan -> plan.contains("RECURSIVE"))
                .singleElement(STRING)
                .contains("TICKET_OWNER_SORT_IX: TENANT_ID = ?3\n            AND MACRO_STATUS = O.MACRO");
        assertThat(planning.reads()).noneMatch(read -> read.table().equals("TICKET") && read.isOfAll());
    }

    private static void assertReads(TicketSort sort, String filter, long most) {
        for (SortDirection direction : SortDirection.values()) {
            for (SortPosition after : new SortPosition[] {null, sort.positionOf(some)}) {
                H2PlanningDataSource planning = new H2PlanningDataSource(database);
                TicketQuery query = FILTERS.get(filter)
                        .apply(TicketQuery.builder().sort(sort, direction))
                        .build();

                store(planning.dataSource).list(H2Tickets.TENANT, query, AccessScope.all(), after, PAGE);

                assertThat(planning.rowsOf("TICKET"))
                        .as("%s %s by %s, after %s:\n%s", sort, direction, filter, after != null, planning.plans)
                        .isLessThanOrEqualTo(most);
                assertThat(planning.reads()).noneMatch(read -> read.table().equals("TICKET") && read.isOfAll());
            }
        }
    }

    private static TicketStore store(DataSource source) {
        return JdbcStorage.owning(
                        source, JdbcOptions.builder().verifySchema(false).build())
                .tickets();
    }

    private static Map<String, UnaryOperator<TicketQueryBuilder>> filters() {
        Map<String, UnaryOperator<TicketQueryBuilder>> filters = ListFilters.ofEveryStore();
        filters.put("rare word", query -> query.text("rare"));
        filters.put("common word", query -> query.text("comm*"));
        filters.put("common and rare word", query -> query.text("common rare"));
        filters.put("attribute", query -> query.attributes(Map.of("order", "77")));
        filters.put(
                "hour of opening",
                query -> query.opened(
                        InstantRange.of(Instant.parse("2026-01-05T10:00:00Z"), Instant.parse("2026-01-05T11:00:00Z"))));
        return filters;
    }
}
