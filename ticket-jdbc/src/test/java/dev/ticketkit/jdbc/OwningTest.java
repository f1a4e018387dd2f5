package dev.ticketkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.spi.error.RetryableException;
import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spi.error.TicketErrorCode;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.CommitOutcome.Committed;
import dev.ticketkit.spi.storage.ReferenceRequest;
import dev.ticketkit.spi.storage.TicketStore;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OwningTest {
    private static final ReferenceRequest SERIES = new ReferenceRequest("S", "S-", 2);

    private final TicketFixtures make = TicketFixtures.ofNewTenant();

    @ParameterizedTest
    @EnumSource(SqlDialect.class)
    void worksOnAPoolWithoutAutocommit(SqlDialect dialect) throws SQLException {
        try (HikariDataSource pool = TestDatabase.withTables(dialect);
                HikariDataSource manual = new HikariDataSource()) {
            manual.setDataSource(pool);
            manual.setAutoCommit(false);
            manual.setMaximumPoolSize(1);
            TicketStore store = JdbcStorage.owning(manual).tickets();
            var opening = make.numbered(make.ticket().build(), SERIES, null);

            assertThat(store.commit(opening)).isInstanceOf(Committed.class);

            assertThat(JdbcStorage.owning(pool)
                            .tickets()
                            .find(make.tenant(), opening.after().id()))
                    .isPresent();
            try (Connection connection = manual.getConnection()) {
                assertThat(connection.getAutoCommit()).isFalse();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(SqlDialect.class)
    @Tag("F20")
    void numbersPassReferencesThatWereSetByHandOrImported(SqlDialect dialect) {
        try (HikariDataSource pool = TestDatabase.withTables(dialect)) {
            TicketStore store = JdbcStorage.owning(pool).tickets();
            for (int i = 1; i <= 600; i++) {
                store.commit(
                        make.opening(make.ticket().reference(SERIES.format(i)).build()));
            }

            Committed next =
                    (Committed) store.commit(make.numbered(make.ticket().build(), SERIES, null));

            assertThat(next.receipt().reference()).isEqualTo(new Reference("S-601"));
        }
    }

    @Test
    @Tag("F23")
    void aSerializableHostIsToldToRunAgain() throws SQLException {
        try (HikariDataSource pool = TestDatabase.withTables(SqlDialect.POSTGRESQL);
                Connection connection = pool.getConnection()) {
            TicketStore others = JdbcStorage.owning(pool).tickets();
            var first = make.opening(make.ticket().build());
            others.commit(first);
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            TicketStore joined =
                    JdbcStorage.joining(HostConnections.held(() -> connection)).tickets();
            var before = joined.find(make.tenant(), first.after().id()).orElseThrow();
            others.commit(make.change(before, ticket -> ticket.priority(Priority.URGENT)));

            assertThatThrownBy(() -> joined.commit(make.change(before, ticket -> ticket.priority(Priority.LOW))))
                    .isInstanceOfSatisfying(RetryableException.class, e -> assertThat(e.code())
                            .isEqualTo(TicketErrorCode.STORAGE_RETRYABLE));

            connection.rollback();
            assertThat(joined.commit(make.change(before, ticket -> ticket.priority(Priority.LOW)))
                            .kind())
                    .isEqualTo(CommitOutcome.Kind.STALE);
            connection.rollback();
        }
    }

    @Test
    void aReadOnlyConnectionIsClosedForGood() throws SQLException {
        Connection connection = connectionFailingWith("25006");
        DataSource dataSource = mock();
        when(dataSource.getConnection()).thenReturn(connection);

        assertThatThrownBy(() -> storeOn(dataSource)
                        .find(make.tenant(), make.ticket().build().id()))
                .isInstanceOfSatisfying(StorageException.class, e -> assertThat(e.code())
                        .isEqualTo(TicketErrorCode.STORAGE_UNAVAILABLE));

        verify(connection, times(6)).abort(any());
        verify(connection, never()).commit();
    }

    @Test
    void anotherDatabaseIsRefusedByName() throws SQLException {
        Connection connection = mock(RETURNS_DEEP_STUBS);
        when(connection.getMetaData().getDatabaseProductName()).thenReturn("Other");
        DataSource dataSource = mock();
        when(dataSource.getConnection()).thenReturn(connection);

        assertThatThrownBy(() -> storeOn(dataSource)
                        .find(make.tenant(), make.ticket().build().id()))
                .hasMessageContaining("PostgreSQL or H2");
        verify(connection).close();
    }

    @Test
    void nothingIsStoredWhenNoConnectionCanBeHad() throws SQLException {
        DataSource dataSource = mock();
        when(dataSource.getConnection()).thenThrow(new SQLException("no route", "08001"));

        assertThatThrownBy(() ->
                        storeOn(dataSource).commit(make.opening(make.ticket().build())))
                .isInstanceOfSatisfying(StorageException.class, e -> assertThat(e.code())
                        .isEqualTo(TicketErrorCode.STORAGE_UNAVAILABLE));
        verify(dataSource, times(6)).getConnection();
    }

    private static Connection connectionFailingWith(String state) throws SQLException {
        Connection connection = mock(RETURNS_DEEP_STUBS);
        when(connection.getMetaData().getDatabaseProductName()).thenReturn("PostgreSQL");
        when(connection.getAutoCommit()).thenReturn(true);
        when(connection.prepareStatement(any())).thenThrow(new SQLException("refused", state));
        return connection;
    }

    private static TicketStore storeOn(DataSource dataSource) {
        JdbcOptions unverified = JdbcOptions.builder().verifySchema(false).build();
        return JdbcStorage.owning(dataSource, unverified, millis -> {}).tickets();
    }
}
