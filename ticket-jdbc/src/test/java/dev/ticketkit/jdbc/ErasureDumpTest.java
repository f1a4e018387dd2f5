package dev.ticketkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.jdbc.fixture.TransactionPerCall;
import dev.ticketkit.jdbc.internal.sql.Hashes;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.spi.storage.automation.AutomationExecution;
import dev.ticketkit.spi.storage.automation.ExecutionState;
import dev.ticketkit.spi.storage.automation.Firing;
import dev.ticketkit.spi.storage.delivery.Delivery;
import dev.ticketkit.spi.storage.delivery.DeliveryFailure;
import dev.ticketkit.testkit.contract.fixture.ErasableTicket;
import dev.ticketkit.testkit.contract.fixture.MovedTicket;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every column of every table after an erasure: no text of the contact, as text or as bytes, in capitals or folded. */
@Tag("B7")
@Tag("F61")
class ErasureDumpTest {
    private static final Reference NEW = new Reference("erased-1");

    private final TicketFixtures make = TicketFixtures.ofNewTenant();

    @ParameterizedTest
    @EnumSource
    void noTableHoldsATextOfTheContact(SqlDialect dialect) throws SQLException {
        try (HikariDataSource database = TestDatabase.withTables(dialect)) {
            JdbcStorage owning = JdbcStorage.owning(database);
            leavesNothing(database, owning, owning);
        }
    }

    @ParameterizedTest
    @EnumSource
    void norAfterAnErasureInTheHostsTransaction(SqlDialect dialect) throws SQLException {
        try (HikariDataSource database = TestDatabase.withTables(dialect)) {
            leavesNothing(
                    database, JdbcStorage.owning(database), new TransactionPerCall(database, JdbcOptions.defaults()));
        }
    }

    private void leavesNothing(HikariDataSource database, JdbcStorage store, TicketStorage eraser) throws SQLException {
        ErasableTicket erasable = ErasableTicket.in(store, make);
        Ticket ticket = erasable.ticket();
        Delivery opening = store.deliveries().claim("w", 1, Duration.ofHours(1)).get(0);
        store.deliveries()
                .complete(
                        opening,
                        List.of(
                                new DeliveryFailure("mail", true, null, erasable.marker("parked")),
                                new DeliveryFailure("other", false, Duration.ofHours(1), erasable.marker("again"))));
        keepRun(store, opening.eventId(), null, erasable.marker("detail"));
        keepRun(store, UUID.randomUUID(), ticket, erasable.marker("detail"));
        assertThat(dump(database)).contains(lower(erasable.markers()));

        assertThat(eraser.tickets().commit(make.erasure(ticket, NEW)).kind()).isEqualTo(CommitOutcome.Kind.COMMITTED);
        Ticket erased = store.tickets().find(make.tenant(), ticket.id()).orElseThrow();
        store.tickets().commit(make.change(erased, edit -> edit.title("Later")));

        String left = dump(database);
        for (String marker : erasable.markers()) {
            String folded = marker.toLowerCase(Locale.ROOT);
            assertThat(left).doesNotContain(folded, hex(folded), hex(marker));
            // A hash without a key can be found by trying.
            assertThat(left).doesNotContain(Hashes.term(folded), Hashes.term(marker));
        }
        assertThat(left).doesNotContain(hex("mark"));
        assertThat(searchText(database)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void noTableHoldsATextOfAFormerContact(SqlDialect dialect) throws SQLException {
        try (HikariDataSource database = TestDatabase.withTables(dialect)) {
            JdbcStorage store = JdbcStorage.owning(database);
            leavesNothingOfTheFormerContact(database, store, store);
        }
    }

    @ParameterizedTest
    @EnumSource
    void norAfterAnErasureOfTracesInTheHostsTransaction(SqlDialect dialect) throws SQLException {
        try (HikariDataSource database = TestDatabase.withTables(dialect)) {
            leavesNothingOfTheFormerContact(
                    database, JdbcStorage.owning(database), new TransactionPerCall(database, JdbcOptions.defaults()));
        }
    }

    private void leavesNothingOfTheFormerContact(HikariDataSource database, JdbcStorage store, TicketStorage eraser)
            throws SQLException {
        MovedTicket moved = MovedTicket.in(store, make);
        Delivery opening = store.deliveries().claim("w", 1, Duration.ofHours(1)).get(0);
        store.deliveries()
                .complete(
                        opening,
                        List.of(
                                new DeliveryFailure("mail", true, null, moved.marker("parked")),
                                new DeliveryFailure("other", false, Duration.ofHours(1), moved.marker("again"))));
        keepRun(store, opening.eventId(), null, moved.marker("detail"));
        Firing firing = new Firing(
                make.tenant(),
                UUID.randomUUID(),
                moved.former().id(),
                TicketFixtures.START,
                new byte[32],
                moved.marker("fired"));
        store.executions().fire(firing, List.of(), "automations", Duration.ofHours(1));
        keepRun(store, firing.id(), moved.ticket(), moved.marker("detail"));
        store.maintenance().run(1_000);
        assertThat(dump(database)).contains(lower(moved.markers()));

        eraser.executions().eraseContact(make.tenant(), moved.former().id());
        assertThat(eraser.tickets().commit(moved.erasure()).kind()).isEqualTo(CommitOutcome.Kind.COMMITTED);

        assertHoldsNone(dump(database), moved.markers());
        assertThat(dump(database)).contains(lower(moved.kept()));
        store.maintenance().run(1_000);
        assertHoldsNone(dump(database), moved.markers());
        assertThat(dump(database)).contains(lower(moved.kept()));
    }

    private static void assertHoldsNone(String left, List<String> markers) {
        for (String marker : markers) {
            String folded = marker.toLowerCase(Locale.ROOT);
            assertThat(left).doesNotContain(folded, hex(folded), hex(marker));
            assertThat(left).doesNotContain(Hashes.term(folded), Hashes.term(marker));
        }
    }

    private void keepRun(TicketStorage store, UUID event, Ticket ticket, String detail) {
        store.executions()
                .begin(
                        make.tenant(),
                        event,
                        List.of(new AutomationExecution(
                                make.tenant(),
                                event,
                                "a-1",
                                ExecutionState.FAILED,
                                0,
                                ticket == null ? null : ticket.id(),
                                detail,
                                TicketFixtures.START)));
    }

    private static List<String> lower(List<String> markers) {
        return markers.stream().map(marker -> marker.toLowerCase(Locale.ROOT)).toList();
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    /** All values in small letters; bytes as hexadecimal, so a folded text in them is found by its own. */
    private static String dump(HikariDataSource database) throws SQLException {
        StringBuilder dump = new StringBuilder();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : tables(statement)) {
                try (ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
                    while (rows.next()) {
                        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                            dump.append(text(rows.getObject(column))).append('\n');
                        }
                    }
                }
            }
        }
        return dump.toString().toLowerCase(Locale.ROOT);
    }

    private static String searchText(HikariDataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT search_text FROM ticket")) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("SELECT table_name FROM information_schema.tables"
                + " WHERE LOWER(table_schema) = 'public' ORDER BY table_name")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        assertThat(tables).hasSizeGreaterThan(13);
        return tables;
    }

    private static String text(Object value) throws SQLException {
        if (value instanceof Array array) {
            return Arrays.deepToString((Object[]) array.getArray());
        }
        return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value);
    }
}
