package dev.ticketkit.jdbc.internal.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.jdbc.internal.dialect.Dialects;
import dev.ticketkit.jdbc.internal.rollup.Rollup;
import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Row;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.statistics.CategoryCount;
import dev.ticketkit.spi.storage.statistics.CountSummary;
import dev.ticketkit.spi.storage.statistics.TicketCount;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SumsTest {
    private static final Category HARDWARE = Category.named(new TenantId("acme"), "Hardware");
    private static final String ROW =
            "SELECT CAST(NULL AS uuid) AS category_id, CAST(NULL AS varchar) AS category_name,"
                    + " 'open' AS status_key, '%s' AS macro_status, 1 AS status_position, %s AS priority,"
                    + " CAST(%s AS bigint) AS tickets, CAST(0 AS numeric) AS closed_micros, CAST(0 AS bigint) AS reopenings,"
                    + " %s AS of_group";

    @Test
    void rowsOfOneGroupAreAddedAndEmptyGroupsLeftOut() {
        CountSum sum = new CountSum()
                .add(count(HARDWARE, Status.OPEN, 2))
                .add(count(HARDWARE, Status.OPEN, 3))
                .add(count(null, Status.OPEN, 1))
                .add(count(null, Status.OPEN, -1))
                .add(count(HARDWARE, Status.CLOSED, 4));
        assertThat(sum.rows())
                .containsExactlyInAnyOrder(
                        new TicketCount(HARDWARE, Status.OPEN, Priority.LOW, 5, BigInteger.valueOf(20), 2),
                        new TicketCount(HARDWARE, Status.CLOSED, Priority.LOW, 4, BigInteger.TEN, 1));
    }

    /** A rollup has each ticket twice: by its category, and by its status and priority. */
    @Test
    void eachSideOfASummaryIsAddedUpByItself() throws SQLException {
        SummaryRows rows = new SummaryRows();
        add(rows, Rollup.NO_PRIORITY, 3);
        add(rows, 4, 2);
        add(rows, 4, 1);
        CountSummary summary = rows.summary();
        assertThat(summary.categories())
                .containsExactly(new CategoryCount(null, MacroStatus.IN_PROGRESS, 3, BigInteger.ZERO, 0));
        assertThat(summary.statuses()).isEqualTo(Map.of(Status.OPEN, 3L));
        assertThat(summary.priorities()).isEqualTo(Map.of(Priority.HIGH, 3L));
    }

    @Test
    void aGroupIsOnBothSidesAndAnEntryOnNone() throws SQLException {
        SummaryRows rows = new SummaryRows();
        one(ROW.formatted(MacroStatus.IN_PROGRESS, 4, 2, "TRUE"), rows::addSideOrGroup);
        one(ROW.formatted("", Rollup.NO_PRIORITY, 7, "FALSE"), rows::addSideOrEntry);
        one(ROW.formatted(MacroStatus.IN_PROGRESS, Rollup.NO_PRIORITY, 1, "FALSE"), rows::addSideOrEntry);
        assertThat(rows.summary().categories())
                .extracting(CategoryCount::tickets)
                .containsExactly(3L);
        assertThat(rows.summary().priorities()).isEqualTo(Map.of(Priority.HIGH, 2L));
        assertThat(rows.entries()).isEqualTo(Map.of("open", 7L));
    }

    @Test
    void whatWasTakenAwayAgainIsNoGroup() throws SQLException {
        SummaryRows rows = new SummaryRows();
        add(rows, 4, 2);
        add(rows, 4, -2);
        assertThat(rows.summary()).isEqualTo(new CountSummary(List.of(), Map.of(), Map.of()));
    }

    private static void add(SummaryRows rows, int priority, long tickets) throws SQLException {
        one(ROW.formatted(MacroStatus.IN_PROGRESS, priority, tickets, "FALSE"), rows::add);
    }

    private static void one(String statement, Row.Mapper<Row> how) throws SQLException {
        try (HikariDataSource database = TestDatabase.h2();
                Connection connection = database.getConnection()) {
            new Sql(connection, Dialects.H2).list(SqlText.parse(statement), new Bindings(), how);
        }
    }

    private static TicketCount count(Category category, Status status, long tickets) {
        return new TicketCount(category, status, Priority.LOW, tickets, BigInteger.TEN, 1);
    }
}
