package dev.ticketkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.jdbc.fixture.ListFilters;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.jdbc.fixture.source.PlanningDataSource;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.SortDirection;
import dev.ticketkit.spi.query.SortPosition;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.TicketQueryBuilder;
import dev.ticketkit.spi.query.TicketSort;
import dev.ticketkit.spi.storage.TicketStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What PostgreSQL reads by the plans it likes best for a page of 20,000 tickets. */
@Tag("R16")
public class ListPlanTest {
    private static final int TICKETS = 20_000;
    private static final int PAGE = 51;
    private static final int OWNERS = 30;
    private static final TenantId TENANT = new TenantId("big");

    /** A page, a ticket more for each of many stretches, and a page each of two that are sorted once more: those without a value. */
    private static final int FEW = 3 * PAGE + 20;

    /** A filter that is not in the index of the order: either it leaves few, or a page of it is soon found. */
    private static final long SOON = 4 * (long) Math.sqrt((double) PAGE * TICKETS);

    private static final Pattern NODE = Pattern.compile("actual rows=([0-9.]+) loops=(\\d+)");
    private static final Pattern REMOVED = Pattern.compile("Rows Removed by (?:Filter|Index Recheck): (\\d+)");
    private static final Map<String, UnaryOperator<TicketQueryBuilder>> FILTERS = ListFilters.ofEveryStore();

    private static HikariDataSource database;
    private static Ticket some;

    @BeforeAll
    static void fill() throws SQLException {
        database = TestDatabase.withTables(SqlDialect.POSTGRESQL);
        execute("""
                INSERT INTO ticket_category (tenant_id, id, name, name_sort, hidden)
                SELECT 'big', CAST(md5('category' || n) AS uuid), 'c' || n, '\\x00', FALSE FROM generate_series(0, 19) n""");
        for (int n = 0; n < 20; n++) {
            execute("UPDATE ticket_category SET id = '"
                    + Category.idOf(TENANT, "c" + n) + "' WHERE tenant_id = 'big' AND name = 'c" + n
                    + "'");
        }
        execute("""
                INSERT INTO ticket (tenant_id, id, version, reference, reference_fold, reference_sort, title, title_sort,
                  search_text, status_key, status_position, macro_status, priority, category_id, category_sort, contact_id,
                  contact_sort, owner_id, owner_label, owner_sort, origin, attributes, attribute_terms, opened_at, updated_at,
                  closed_at, closing_micros, reopenings)
                SELECT 'big', CAST(md5('id' || n) AS uuid), 1, 'r' || n, 'r' || n, convert_to('r' || n, 'UTF8'), 't' || n % 977,
                  convert_to('t' || n % 977, 'UTF8'), ' ', s.status, s.place, s.macro, 1 + n % 6, c.id,
                  CASE WHEN c.id IS NULL THEN '\\xff' ELSE convert_to('c' || n % 23, 'UTF8') END, 'p' || n % 500,
                  convert_to('p' || n % 500, 'UTF8'), o.owner, o.owner,
                  CASE WHEN o.owner IS NULL THEN '\\xff' ELSE convert_to(o.owner, 'UTF8') END, 'HOST', '{}', '{}',
                  TIMESTAMPTZ '2026-01-01' + n * INTERVAL '1 minute', TIMESTAMPTZ '2026-02-01' + n * INTERVAL '1 minute',
                  CASE WHEN s.macro = 'TERMINATED' THEN TIMESTAMPTZ '2026-02-01' + n * INTERVAL '1 minute' END,
                  CASE WHEN s.macro = 'TERMINATED' THEN 1 END, 0
                FROM (SELECT n, md5(n || 'x') AS h FROM generate_series(1, %d) n) g
                LEFT JOIN ticket_category c ON c.tenant_id = 'big' AND c.name = 'c' || n %% 23
                CROSS JOIN LATERAL (SELECT CASE WHEN n %% 31 < 30 THEN 'o' || n %% 31 END AS owner) o
                JOIN (VALUES ('open', 1, 'IN_PROGRESS', '0'), ('waiting', 4, 'IN_PROGRESS', '1'), ('resolved', 5, 'TERMINATED', '23456'),
                  ('closed', 6, 'TERMINATED', '789abcdef')) s (status, place, macro, digits) ON POSITION(left(h, 1) IN s.digits) > 0
                """.replace("n % ", "n %% ").formatted(TICKETS));
        execute("ANALYZE");
        some = store(database)
                .list(TENANT, TicketQuery.all(), AccessScope.all(), null, 1_000)
                .get(700);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @ParameterizedTest
    @EnumSource
    void anyOrderIsReadAlongAnIndex(TicketSort sort) throws SQLException {
        for (String filter : List.of("none", "macro")) {
            assertReads(sort, filter, FEW);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anyFilterInAnyOrderReadsLittle(TicketSort sort) throws SQLException {
        for (String filter : FILTERS.keySet()) {
            // A filter by the very column of the order is collected and sorted; a seventh of a small table is read at
            // once.
            if (!(sort == TicketSort.CATEGORY && filter.startsWith("categor"))) {
                assertReads(sort, filter, SOON);
            }
        }
    }

    @Test
    void anyFilterInTheDefaultOrderIsReadAlongAnIndex() throws SQLException {
        for (String filter : FILTERS.keySet()) {
            assertReads(TicketSort.PRIORITY, filter, FEW);
        }
    }

    @Test
    @Tag("B13")
    void scopesAreReadAlongAnIndex() throws SQLException {
        List<AccessScope> scopes = List.of(
                AccessScope.owners(Set.of("o1", "o2")).or(AccessScope.unassigned()),
                AccessScope.categories(Set.of("c1", "C1", "c2")),
                AccessScope.contacts(Set.of("p1", "p2")),
                AccessScope.owners(Set.of("o1"))
                        .or(AccessScope.unassigned())
                        .or(AccessScope.categories(Set.of("c1", "c2"))));
        for (AccessScope scope : scopes) {
            String plan = plan(TicketQuery.all(), scope, null);
            // What two parts show is passed over in the later one.
            assertThat(read(plan)).as(plan).isBetween((long) PAGE, 2L * FEW);
            assertThat(plan).doesNotContain("Seq Scan on ticket t");
        }
    }

    /** Each name twice, to come to it and to read it, for each macro status. */
    @Test
    void namesOfOwnersAreReadAlongAnIndexByOneStatement() throws SQLException {
        TicketQuery query = TicketQuery.builder()
                .ownerNames("nobody", "none", "x*")
                .excluded(TicketQuery.builder().ownerNames("nobody either").build())
                .build();
        String plan = plan(query, AccessScope.all(), null);

        assertThat(read(plan)).as(plan).isBetween(4L * OWNERS, 4L * OWNERS + 20);
        assertThat(plan).contains("ticket_owner_sort_ix").doesNotContain("Seq Scan on ticket t");
        assertThat(plan.split("Recursive Union", -1)).hasSize(2);
    }

    private static void assertReads(TicketSort sort, String filter, long most) throws SQLException {
        for (SortDirection direction : SortDirection.values()) {
            TicketQuery query = query(sort, direction, filter);
            for (SortPosition after : new SortPosition[] {null, sort.positionOf(some)}) {
                String plan = plan(query, AccessScope.all(), after);
                assertThat(read(plan))
                        .as("%s %s by %s, after %s:\n%s", sort, direction, filter, after != null, plan)
                        .isLessThanOrEqualTo(most);
            }
        }
    }

    /** Rows of the table that were looked at, found fit or not. */
    private static long read(String plan) {
        double rows = 0;
        double loops = 0;
        for (String line : plan.split("\n", -1)) {
            Matcher node = NODE.matcher(line);
            Matcher removed = REMOVED.matcher(line);
            if (node.find()) {
                loops = line.contains(" on ticket t") ? Double.parseDouble(node.group(2)) : 0;
                rows += loops * Double.parseDouble(node.group(1));
            } else if (removed.find()) {
                rows += loops * Long.parseLong(removed.group(1));
            }
        }
        return Math.round(rows);
    }

    private static String plan(TicketQuery query, AccessScope scope, SortPosition after) {
        PlanningDataSource planning = new PlanningDataSource(database, true).analyzing();
        store(planning.dataSource).list(TENANT, query, scope, after, PAGE);
        return String.join("\n", planning.plans);
    }

    private static TicketQuery query(TicketSort sort, SortDirection direction, String filter) {
        return FILTERS.get(filter)
                .apply(TicketQuery.builder().sort(sort, direction))
                .build();
    }

    private static TicketStore store(DataSource source) {
        return JdbcStorage.owning(
                        source, JdbcOptions.builder().verifySchema(false).build())
                .tickets();
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
