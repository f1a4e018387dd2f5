package dev.ticketkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.jdbc.fixture.DatabaseCopies;
import dev.ticketkit.jdbc.fixture.DatabaseKeys;
import dev.ticketkit.jdbc.fixture.source.Routed;
import dev.ticketkit.jdbc.fixture.source.SchemaRouted;
import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spi.error.TicketErrorCode;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.CommitOutcome.Committed;
import dev.ticketkit.spi.storage.ReferenceRequest;
import dev.ticketkit.spi.storage.TicketChange;
import dev.ticketkit.spi.storage.TicketStore;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Which databases are the storage's own when its source begins to lead elsewhere. */
@ParameterizedClass
@EnumSource(SqlDialect.class)
@Tag("B24")
class OneDatabaseTest {
    private static final ReferenceRequest SERIES = new ReferenceRequest("S", "S-", 1);

    private final SqlDialect dialect;
    private final TicketFixtures make = TicketFixtures.ofNewTenant();
    private final Routed routed = new Routed();
    private final DataSource first;
    private final TicketStore store = JdbcStorage.owning(routed.dataSource).tickets();

    OneDatabaseTest(SqlDialect dialect) {
        this.dialect = dialect;
        first = DatabaseCopies.withTables(dialect);
        routed.moveTo(first);
    }

    @Test
    void aDatabaseRestoredUnderItsNameIsTheSame() throws SQLException {
        assertThat(open()).isEqualTo("S-1");
        DataSource backup = DatabaseCopies.copyOf(first);
        open();

        DatabaseCopies.restore(first, backup);

        assertThat(open()).as("the second is not in the backup").isEqualTo("S-2");
    }

    @Test
    void aCopyThatHasWhatWasStoredIsTheSame() throws SQLException {
        open();
        DataSource copy = DatabaseCopies.copyOf(first);

        routed.moveTo(copy);

        assertThat(open()).isEqualTo("S-2");
        assertThat(rows(first)).isEqualTo(1);
        assertThat(rows(copy)).isEqualTo(2);
    }

    @Test
    void theOneThatWasLeftForItsCopyIsAnother() throws SQLException {
        open();
        DataSource copy = DatabaseCopies.copyOf(first);
        routed.moveTo(copy);
        open();

        routed.moveTo(first);

        assertRefused(this::open);
        assertThat(rows(first)).isEqualTo(1);
        routed.moveTo(copy);
        assertThat(open()).isEqualTo("S-3");
    }

    @Test
    void aCopyOfBeforeIsAnother() throws SQLException {
        DataSource copy = DatabaseCopies.copyOf(first);
        open();

        routed.moveTo(copy);

        assertRefused(this::open);
        assertThat(rows(copy)).isZero();
    }

    @Test
    void oneWithAKeyOfItsOwnIsAnotherForReadersToo() throws SQLException {
        open();
        DataSource second = DatabaseCopies.withTables(dialect);
        DatabaseKeys.set(second, 1);

        routed.moveTo(second);

        assertRefused(() -> store.find(make.tenant(), make.ticket().build().id()));
        assertRefused(this::open);
        assertThat(rows(second)).isZero();
    }

    @Test
    void theHostsOwnKeyOfReferencesMakesNoDifference() throws SQLException {
        JdbcOptions options = JdbcOptions.builder().referenceKey(new byte[32]).build();
        TicketStore withKey = JdbcStorage.owning(routed.dataSource, options).tickets();
        withKey.commit(make.opening(make.ticket().build()));
        DataSource second = DatabaseCopies.withTables(dialect);
        DatabaseKeys.set(second, 1);

        routed.moveTo(second);

        assertRefused(() -> withKey.commit(make.opening(make.ticket().build())));
        assertThat(rows(second)).isZero();
    }

    @Test
    void anotherSchemaOnTheSameConnectionIsAnother() throws SQLException {
        DatabaseCopies.run(first, List.of("CREATE SCHEMA other"));
        try (HikariDataSource one = new HikariDataSource()) {
            one.setDataSource(first);
            one.setMaximumPoolSize(1);
            SchemaRouted schemas = new SchemaRouted(one);
            schemas.to("other");
            TicketSchema.create(schemas.dataSource);
            TicketStore bySchema = JdbcStorage.owning(schemas.dataSource).tickets();
            schemas.to(dialect == SqlDialect.H2 ? "PUBLIC" : "public");
            TicketChange opening = make.numbered(make.ticket().build(), SERIES, null);
            bySchema.commit(opening);
            bySchema.find(make.tenant(), opening.after().id());

            schemas.to("other");

            assertRefused(() -> bySchema.commit(make.numbered(make.ticket().build(), SERIES, null)));
            assertThat(rows(first)).isEqualTo(1);
        }
    }

    @Test
    void aJoinedStorageStaysOnOneDatabaseToo() throws SQLException {
        List<Connection> hosts = new ArrayList<>();
        DataSource second = DatabaseCopies.withTables(dialect);
        DatabaseKeys.set(second, 1);
        TicketStore joined =
                JdbcStorage.joining(HostConnections.held(() -> hosts.get(0))).tickets();
        try (Connection here = first.getConnection();
                Connection there = second.getConnection()) {
            here.setAutoCommit(false);
            there.setAutoCommit(false);
            hosts.add(here);
            joined.commit(make.opening(make.ticket().build()));

            hosts.set(0, there);

            assertRefused(() -> joined.commit(make.opening(make.ticket().build())));
            hosts.set(0, here);
            Ticket last = make.ticket().build();
            joined.commit(make.opening(last));
            here.commit();
            there.commit();
        }
        assertThat(rows(first)).isEqualTo(2);
        assertThat(rows(second)).isZero();
    }

    private String open() {
        Committed opened = (Committed) store.commit(make.numbered(make.ticket().build(), SERIES, null));
        return opened.receipt().reference().value();
    }

    private static void assertRefused(Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        StorageException.class, e -> assertThat(e.code()).isEqualTo(TicketErrorCode.STORAGE_FAILED))
                .hasMessageContaining("another database");
    }

    private static int rows(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement();
                var found = statement.executeQuery("SELECT COUNT(*) FROM ticket")) {
            found.next();
            return found.getInt(1);
        }
    }
}
