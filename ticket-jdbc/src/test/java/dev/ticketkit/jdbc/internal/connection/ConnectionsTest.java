package dev.ticketkit.jdbc.internal.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.jdbc.JdbcOptions;
import dev.ticketkit.jdbc.StorageInternals;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spi.error.TicketErrorCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectionsTest {
    private final HikariDataSource pool = TestDatabase.h2();

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void theDriversConnectionIsFoundBehindThePools() throws SQLException {
        try (Connection pooled = pool.getConnection()) {
            Connection physical = PhysicalConnection.of(pooled);
            assertThat(physical.getClass().getName()).startsWith("org.h2.");
            assertThat(PhysicalConnection.of(physical)).isSameAs(physical);
        }
        Connection strange = mock(Connection.class);
        assertThat(PhysicalConnection.of(strange)).isSameAs(strange);
    }

    /** Two connections may say that they are equal. */
    @Test
    void whatIsKnownIsOfOneConnection() {
        ConnectionMemory<String> memory = new ConnectionMemory<>();
        Connection one = mock(Connection.class);
        Connection other = mock(Connection.class);
        memory.remember(one, "one");
        assertThat(memory.of(one)).isEqualTo("one");
        assertThat(memory.of(other)).isNull();
        memory.remember(one, "anew");
        assertThat(memory.of(one)).isEqualTo("anew");
    }

    /** It would be committed. */
    @Test
    void aConnectionThatMayBeInATransactionIsRefused() throws SQLException {
        Connection joined = mock(Connection.class);
        OwnedSource strange = source(mock(DataSource.class), JdbcOptions.defaults());
        assertThat(strange.isPlain()).isFalse();
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> strange.requireOwned(joined))
                .withMessageContaining("joining");
        when(joined.getAutoCommit()).thenReturn(true);
        assertThatCode(() -> strange.requireOwned(joined)).doesNotThrowAnyException();
    }

    @Test
    void aKnownPoolGivesNoTransactionOfOthers() {
        OwnedSource known = source(pool, JdbcOptions.defaults());
        assertThat(known.isPlain()).isTrue();
        assertThatCode(() -> known.requireOwned(mock(Connection.class))).doesNotThrowAnyException();
    }

    @Test
    void patienceIsWhatTheShortestLimitLeaves() {
        LockPatience patience = new LockPatience(Duration.ofHours(1));
        assertThat(patience.sliceMillis()).isEqualTo(2_000);
        patience.atMost(0);
        assertThat(patience.isOver()).isFalse();
        patience.atMost(1);
        assertThat(patience.sliceMillis()).isEqualTo(1);
    }

    @Test
    void whoIsInterruptedWaitsNoLonger() {
        LockPatience patience = new LockPatience(Duration.ofHours(1));
        patience.waited(null);
        Thread.currentThread().interrupt();
        try {
            assertThatExceptionOfType(StorageException.class)
                    .isThrownBy(() -> patience.waited(null))
                    .matches(problem -> problem.code() == TicketErrorCode.STORAGE_LOCKED);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void anInterruptIsKeptFromTheDatabaseAndGivenBackToTheCaller() throws SQLException {
        Thread.currentThread().interrupt();
        boolean elsewhere =
                InterruptGuard.elsewhere(() -> Thread.currentThread().isInterrupted());
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
        boolean here = InterruptGuard.here(() -> Thread.currentThread().isInterrupted());
        assertThat(Thread.interrupted()).isTrue();
        assertThat(elsewhere).isFalse();
        assertThat(here).isFalse();
    }

    @Test
    void errorsOfGuardedWorkAreThrownAsTheyWere() {
        SQLException failure = new SQLException("no", "40001");
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> InterruptGuard.elsewhere(() -> {
                    throw failure;
                }))
                .isSameAs(failure);
        IllegalStateException defect = new IllegalStateException();
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> InterruptGuard.elsewhere(() -> {
                    throw defect;
                }))
                .isSameAs(defect);
    }

    private static OwnedSource source(DataSource dataSource, JdbcOptions options) {
        return new OwnedSource(dataSource, StorageInternals.settings(options));
    }
}
