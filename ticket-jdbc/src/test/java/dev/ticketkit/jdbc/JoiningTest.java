package dev.ticketkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.CommitOutcome.Committed;
import dev.ticketkit.spi.storage.ReferenceRequest;
import dev.ticketkit.spi.storage.TicketChange;
import dev.ticketkit.spi.storage.TicketStore;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(SqlDialect.class)
@Tag("B6")
@Tag("F25")
class JoiningTest {
    private static final ReferenceRequest SERIES = new ReferenceRequest("S", "S-", 1);

    private final HikariDataSource database;
    private final TicketFixtures make = TicketFixtures.ofNewTenant();
    private TicketStore others;
    private Connection connection;
    private TicketStore joined;

    JoiningTest(SqlDialect dialect) {
        database = TestDatabase.withTables(dialect);
    }

    @BeforeEach
    void begin() throws SQLException {
        others = JdbcStorage.owning(database).tickets();
        connection = database.getConnection();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE host_order (tenant_id varchar(200), number integer)");
        }
        connection.commit();
        joined = JdbcStorage.joining(HostConnections.held(() -> connection)).tickets();
    }

    @AfterEach
    void end() throws SQLException {
        connection.rollback();
        connection.close();
        database.close();
    }

    @Test
    void orderAndTicketAreCommittedTogether() throws SQLException {
        insertOrder();
        TicketChange opening = committed(make.opening(make.ticket().build()));

        assertThat(others.find(make.tenant(), opening.after().id())).isEmpty();
        connection.commit();

        assertThat(others.find(make.tenant(), opening.after().id())).isPresent();
        assertThat(orders()).isEqualTo(1);
    }

    @Test
    void orderAndTicketAreRolledBackTogether() throws SQLException {
        insertOrder();
        TicketChange opening = committed(
                make.opening(make.ticket().category(make.category("New")).build()));
        connection.rollback();

        assertThat(others.find(make.tenant(), opening.after().id())).isEmpty();
        assertThat(others.commit(opening)).isInstanceOf(Committed.class);
        assertThat(orders()).isZero();
    }

    @Test
    void whatCameAfterASavepointGoesWithIt() throws SQLException {
        committed(make.numbered(make.ticket().build(), SERIES, null));
        Savepoint outer = connection.setSavepoint();
        committed(make.numbered(make.ticket().build(), SERIES, null));
        Savepoint inner = connection.setSavepoint();
        committed(make.numbered(make.ticket().build(), SERIES, null));
        connection.rollback(inner);
        connection.rollback(outer);
        TicketChange last = committed(make.numbered(make.ticket().build(), SERIES, null));
        connection.commit();

        assertThat(others.find(make.tenant(), last.after().id())
                        .orElseThrow()
                        .reference()
                        .value())
                .isEqualTo("S-2");
        assertThat(others.findByReference(make.tenant(), new Reference("S-3"))).isEmpty();
    }

    @Test
    void losersLeaveTheTransactionUsable() throws SQLException {
        TicketChange first =
                make.opening(make.ticket().externalId("order-1").build(), TicketFixtures.stamp("open:1", "body"));
        others.commit(first);
        Ticket before = others.find(make.tenant(), first.after().id()).orElseThrow();
        others.commit(make.change(before, ticket -> ticket.title("Faster")));
        insertOrder();

        assertThat(lost(make.opening(make.ticket().build(), TicketFixtures.stamp("open:1", "body"))))
                .isEqualTo(CommitOutcome.Kind.REPLAYED);
        assertThat(lost(make.opening(make.ticket().build(), TicketFixtures.stamp("open:1", "other"))))
                .isEqualTo(CommitOutcome.Kind.KEY_REUSED);
        assertThat(lost(make.opening(
                        make.ticket().reference(first.after().reference()).build())))
                .isEqualTo(CommitOutcome.Kind.REFERENCE_TAKEN);
        assertThat(lost(make.opening(make.ticket().externalId("order-1").build())))
                .isEqualTo(CommitOutcome.Kind.EXTERNAL_ID_TAKEN);
        assertThat(lost(make.change(before, ticket -> ticket.title("Slower")))).isEqualTo(CommitOutcome.Kind.STALE);
        assertThat(joined.commit(first)).isInstanceOf(Committed.class);

        TicketChange last = committed(make.opening(make.ticket().build()));
        connection.commit();
        assertThat(others.find(make.tenant(), last.after().id())).isPresent();
        assertThat(orders()).isEqualTo(1);
    }

    @Test
    @Tag("F20")
    void aLoserBurnsNoNumber() throws SQLException {
        others.commit(make.opening(make.ticket().externalId("order-1").build()));
        others.commit(make.opening(make.ticket().reference(new Reference("s-3")).build()));

        assertThat(number()).isEqualTo("S-1");
        assertThat(lost(make.numbered(make.ticket().externalId("order-1").build(), SERIES, null)))
                .isEqualTo(CommitOutcome.Kind.EXTERNAL_ID_TAKEN);
        assertThat(number()).isEqualTo("S-2");
        assertThat(number()).as("3 was set by hand").isEqualTo("S-4");
        connection.commit();

        Committed next = (Committed) others.commit(make.numbered(make.ticket().build(), SERIES, null));
        assertThat(next.receipt().reference().value()).isEqualTo("S-5");
    }

    private String number() {
        Committed opened = (Committed) joined.commit(make.numbered(make.ticket().build(), SERIES, null));
        return opened.receipt().reference().value();
    }

    @Test
    void theConnectionStaysAsTheHostMadeIt() throws SQLException {
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        Ticket ticket = make.ticket().category(make.category("A")).build();
        committed(make.opening(ticket));
        joined.find(make.tenant(), ticket.id());

        assertThat(connection.isClosed()).isFalse();
        assertThat(connection.getAutoCommit()).isFalse();
        assertThat(connection.isReadOnly()).isFalse();
        assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
    }

    @Test
    void refusesAConnectionWithoutTransaction() throws SQLException {
        connection.setAutoCommit(true);

        assertThatThrownBy(() -> joined.commit(make.opening(make.ticket().build())))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("autocommit");

        connection.setAutoCommit(false);
    }

    @Test
    void refusesNoConnection() {
        TicketStore without =
                JdbcStorage.joining(HostConnections.held(() -> null)).tickets();

        assertThatThrownBy(
                        () -> without.find(make.tenant(), make.ticket().build().id()))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("no transaction is active");
    }

    @Test
    void missingTablesLeaveTheTransactionUsable() throws SQLException {
        JdbcOptions elsewhere = JdbcOptions.builder().tablePrefix("none_").build();
        TicketStore without = JdbcStorage.joining(HostConnections.held(() -> connection), elsewhere)
                .tickets();
        insertOrder();

        assertThatThrownBy(
                        () -> without.find(make.tenant(), make.ticket().build().id()))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("schema version 1 is missing");

        connection.commit();
        assertThat(orders()).isEqualTo(1);
    }

    private TicketChange committed(TicketChange change) {
        assertThat(joined.commit(change)).isInstanceOf(Committed.class);
        return change;
    }

    private CommitOutcome.Kind lost(TicketChange change) {
        return joined.commit(change).kind();
    }

    private void insertOrder() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("INSERT INTO host_order VALUES ('t', 1)");
        }
    }

    private int orders() throws SQLException {
        try (var other = database.getConnection();
                var statement = other.createStatement();
                var result = statement.executeQuery("SELECT COUNT(*) FROM host_order")) {
            result.next();
            return result.getInt(1);
        }
    }
}
