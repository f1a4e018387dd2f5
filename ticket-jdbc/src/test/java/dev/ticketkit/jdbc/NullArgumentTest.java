package dev.ticketkit.jdbc;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What a host forgot to give is named where it should have been given. */
class NullArgumentTest {
    private static final DataSource SOURCE = mock(DataSource.class);
    private static final HostConnections HOST = mock(HostConnections.class);
    private static final JdbcOptions OPTIONS = JdbcOptions.defaults();

    private static void assertNames(String argument, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(NullPointerException.class)
                .hasMessage(argument + ": is null; give a value");
    }

    @Test
    void storageNamesIt() {
        assertNames("dataSource", () -> JdbcStorage.owning(null));
        assertNames("options", () -> JdbcStorage.owning(SOURCE, null));
        assertNames("dataSource", () -> JdbcStorage.ambient(null, HOST));
        assertNames("host", () -> JdbcStorage.ambient(SOURCE, null));
        assertNames("options", () -> JdbcStorage.ambient(SOURCE, HOST, null));
        assertNames("host", () -> JdbcStorage.joining(null));
        assertNames("options", () -> JdbcStorage.joining(HOST, null));
    }

    @Test
    void schemaNamesIt() {
        assertNames("dataSource", () -> TicketSchema.create(null));
        assertNames("options", () -> TicketSchema.create(SOURCE, null));
        assertNames("dataSource", () -> TicketSchema.verify(null));
        assertNames("dataSource", () -> TicketSchema.scripts((DataSource) null, OPTIONS));
        assertNames("dialect", () -> TicketSchema.scripts((SqlDialect) null, OPTIONS));
        assertNames("options", () -> TicketSchema.scripts(SqlDialect.H2, null));
        assertNames("options", () -> TicketSchema.distribution(null));
    }

    @Test
    void optionsAndConnectionsNameIt() {
        assertNames("tablePrefix", () -> JdbcOptions.builder().tablePrefix(null));
        assertNames("lockWait", () -> JdbcOptions.builder().lockWait(null));
        assertNames("searchLanguage", () -> JdbcOptions.builder().searchLanguage(null));
        assertNames("listener", () -> JdbcOptions.builder().listener(null));
        assertNames("active", () -> HostConnections.of(null, () -> null, connection -> {}));
        assertNames("connection", () -> HostConnections.held(null));
        assertNames("hook", () -> HostConnections.held(() -> null).withAfterCommit(null));
    }
}
