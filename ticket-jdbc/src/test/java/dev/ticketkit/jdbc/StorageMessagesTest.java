package dev.ticketkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spi.error.TicketErrorCode;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.assertj.core.api.AbstractThrowableAssert;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an owning storage says when the database or the pool fails: what it is, and what to do. */
class StorageMessagesTest {
    private final TicketFixtures make = TicketFixtures.ofNewTenant();

    @ParameterizedTest
    @EnumSource(SqlDialect.class)
    void anExhaustedAndAClosedPool(SqlDialect dialect) throws SQLException {
        HikariDataSource small = new HikariDataSource();
        try (HikariDataSource database = TestDatabase.withTables(dialect)) {
            small.setDataSource(database);
            small.setMaximumPoolSize(1);
            small.setConnectionTimeout(250);
            try (var held = small.getConnection()) {
                assertThat(held.isValid(1)).isTrue();
                assertUnavailable(small)
                        .hasMessageContainingAll("pool is exhausted or closed", "given back", "nothing was stored");
            }
            small.close();
            assertUnavailable(small).hasMessageContaining("pool is exhausted or closed");
        }
    }

    @Test
    void aSourceThatThrowsSomethingElse() throws SQLException {
        DataSource source = mock(DataSource.class);
        when(source.getConnection()).thenThrow(new IllegalStateException("shut down"));

        assertUnavailable(source).hasMessageContainingAll("source of connections failed", "IllegalStateException");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY", "SET default_transaction_read_only = on"
            })
    void aReadOnlyTransaction(String setting) {
        try (HikariDataSource database = TestDatabase.withTables(SqlDialect.POSTGRESQL);
                HikariDataSource reading = new HikariDataSource()) {
            reading.setDataSource(database);
            reading.setMaximumPoolSize(2);
            reading.setConnectionInitSql(setting);

            assertThatThrownBy(() -> storage(reading)
                            .tickets()
                            .commit(make.opening(make.ticket().build())))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContainingAll("read-only", "open it for writing", "standby");
        }
    }

    /** With H2's own words for each, and its own pool. */
    @ParameterizedTest
    @CsvSource({
        "jdbc:h2:file:relative, does not take the address",
        "jdbc:h2:mem:x;MODE=Basic, does not take the address",
        "jdbc:h2:mem:x;NO_SUCH_SETTING=1, does not take the address",
        "jdbc:h2:mem:not-there;IFEXISTS=TRUE, no database of this name"
    })
    void anAddressThatH2DoesNotTake(String url, String what) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(url);

        assertUnavailable(database).hasMessageContaining(what);
    }

    @Test
    void anExhaustedPoolOfH2AndAMissingDriver() throws SQLException {
        JdbcConnectionPool pool = JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID(), "", "");
        pool.setMaxConnections(1);
        pool.setLoginTimeout(1);
        DataSource source = mock(DataSource.class);
        when(source.getConnection()).thenAnswer(call -> DriverManager.getConnection("jdbc:nobody:x"));
        try (var held = pool.getConnection()) {
            assertThat(held.isValid(1)).isTrue();
            assertUnavailable(pool).hasMessageContaining("the pool has one left");
        }
        pool.dispose();

        assertUnavailable(source).hasMessageContaining("driver is on the class path");
    }

    /** One for each kind of state that a driver gives. */
    @ParameterizedTest
    @CsvSource({
        "40001,STORAGE_RETRYABLE,call again,READ COMMITTED",
        "40P01,STORAGE_RETRYABLE,call again,READ COMMITTED",
        "57014,STORAGE_RETRYABLE,call again,statement_timeout",
        "25006,STORAGE_UNAVAILABLE,open it for writing,standby",
        "90097,STORAGE_UNAVAILABLE,open it for writing,standby",
        "42501,STORAGE_FAILED,may not,SELECT",
        "90096,STORAGE_FAILED,may not,SELECT",
        "08001,STORAGE_UNAVAILABLE,no connection,address",
        "08001,STORAGE_UNAVAILABLE,driver is on the class path,pool",
        "08006,STORAGE_UNAVAILABLE,no connection,address",
        "28P01,STORAGE_UNAVAILABLE,user or the password,DataSource",
        "28000,STORAGE_UNAVAILABLE,user or the password,DataSource",
        "3D000,STORAGE_UNAVAILABLE,no database of this name,address",
        "53100,STORAGE_UNAVAILABLE,disk is full,nothing was stored",
        "53300,STORAGE_UNAVAILABLE,no connection left,max_connections",
        "57P01,STORAGE_UNAVAILABLE,going down,call again",
        "57P03,STORAGE_UNAVAILABLE,going down,call again",
        "90011,STORAGE_UNAVAILABLE,address in the DataSource,correct it",
        "90146,STORAGE_UNAVAILABLE,no database of this name,address",
        "90020,STORAGE_UNAVAILABLE,another process,server",
        "58030,STORAGE_UNAVAILABLE,does not answer,cause",
        "42P01,SCHEMA,tables are missing,TicketSchema.create",
        "42601,STORAGE_FAILED,refused a statement,report"
    })
    void eachStateSaysWhatItIsAndWhatToDo(String state, TicketErrorCode code, String what, String remedy)
            throws SQLException {
        DataSource source = mock(DataSource.class);
        when(source.getConnection()).thenThrow(new SQLException("the driver's words", state));

        assertThatThrownBy(() -> find(source))
                .isInstanceOfSatisfying(
                        StorageException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContainingAll(what, remedy)
                .hasMessageNotContainingAny("null", "whole transaction", "the driver's words", "primary;");
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertUnavailable(DataSource source) {
        return assertThatThrownBy(() -> find(source))
                .isInstanceOfSatisfying(StorageException.class, e -> assertThat(e.code())
                        .isEqualTo(TicketErrorCode.STORAGE_UNAVAILABLE))
                .hasMessageNotContainingAny("null");
    }

    private void find(DataSource source) {
        storage(source).tickets().find(make.tenant(), make.ticket().build().id());
    }

    private static JdbcStorage storage(DataSource source) {
        return JdbcStorage.owning(
                source, JdbcOptions.builder().verifySchema(false).build(), millis -> {});
    }
}
