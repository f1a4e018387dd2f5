package dev.ticketkit.jdbc.internal.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.ticketkit.spi.error.StorageException;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What depends on where a database is, and which dialect it is. */
class DialectPlacesTest {
    @ParameterizedTest
    @CsvSource({
        "jdbc:h2:mem:tickets, true, false",
        "jdbc:h2:tcp://localhost/~/tickets, true, true",
        "jdbc:h2:ssl://localhost/~/tickets, true, true",
        "jdbc:h2:async:/data/tickets, true, true",
        "jdbc:h2:file:async:/data/tickets, true, true",
        "jdbc:h2:file:/data/tickets, false, true",
        "jdbc:h2:/data/tickets, false, true",
        "jdbc:h2:~/tickets, false, true",
        "jdbc:h2:file:/data/mem:tickets, false, true"
    })
    void anH2FileBearsNoInterruptsAndIsWrittenInTurns(String url, boolean bears, boolean inTurns) {
        assertThat(Dialects.H2.bearsInterrupts(url)).isEqualTo(bears);
        assertThat(Dialects.H2.writesInTurns(url)).isEqualTo(inTurns);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:postgresql://localhost/tickets", "jdbc:postgresql:tickets"})
    void aServerBearsInterruptsAndIsWrittenAtOnce(String url) {
        assertThat(Dialects.POSTGRESQL.bearsInterrupts(url)).isTrue();
        assertThat(Dialects.POSTGRESQL.writesInTurns(url)).isFalse();
    }

    @Test
    void aDialectIsFoundByItsName() {
        assertThat(Dialects.named("POSTGRESQL")).isSameAs(Dialects.POSTGRESQL);
        assertThat(Dialects.named("H2")).isSameAs(Dialects.H2);
        assertThatIllegalArgumentException().isThrownBy(() -> Dialects.named("h2"));
    }

    @Test
    void anotherDatabaseIsRefused() throws SQLException {
        Connection connection = mock(Connection.class, RETURNS_DEEP_STUBS);
        when(connection.getMetaData().getDatabaseProductName()).thenReturn("Oracle");
        assertThatThrownBy(() -> Dialects.of(connection)).isInstanceOf(StorageException.class);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "70, 70", "70ms, 70", "2s, 2000", "3min, 180000", "1h, 3600000", "1d, 86400000", "whatever, 0"})
    void aSettingOfAServerIsReadInMilliseconds(String setting, long millis) {
        assertThat(PostgresLockLimit.millis(setting)).isEqualTo(millis);
    }
}
