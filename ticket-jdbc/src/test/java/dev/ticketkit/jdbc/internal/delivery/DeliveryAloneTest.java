package dev.ticketkit.jdbc.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.jdbc.JdbcOptions;
import dev.ticketkit.jdbc.JdbcStorage;
import dev.ticketkit.jdbc.SqlDialect;
import dev.ticketkit.jdbc.StorageInternals;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.jdbc.fixture.source.ExecutedDataSource;
import dev.ticketkit.jdbc.internal.dialect.Dialects;
import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.spi.storage.delivery.Delivery;
import dev.ticketkit.spi.storage.delivery.DeliveryQueue;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A tenant that was the only one with something due is claimed from without a search for tenants, as long as he is. */
@Tag("F34")
class DeliveryAloneTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final HikariDataSource database = TestDatabase.withTables(SqlDialect.POSTGRESQL);
    private final ExecutedDataSource executed = new ExecutedDataSource(database);
    private final TicketStorage storage = JdbcStorage.owning(executed.dataSource);
    private final DeliveryQueue queue = storage.deliveries();
    private final TicketFixtures one = TicketFixtures.ofNewTenant();
    private final TicketFixtures other = TicketFixtures.ofNewTenant();

    @BeforeEach
    void claimTwiceFromOne() {
        for (int i = 0; i < 2; i++) {
            open(one, 1);
            assertThat(queue.claim("w", 10, LONG)).hasSize(1);
        }
        executed.statements.clear();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void claimIsOneStatement() {
        open(one, 3);
        executed.statements.clear();

        assertThat(queue.claim("w", 10, LONG)).hasSize(3);
        assertThat(executed.statements).hasSize(1);
        assertThat(queue.claim("w", 10, LONG)).isEmpty();
        assertThat(executed.statements).hasSize(2);
    }

    @Test
    void whoeverComesToItGetsHisShare() {
        open(one, 20);
        open(other, 5);

        List<Delivery> claimed = queue.claim("w", 10, LONG);

        assertThat(claimed).hasSize(10);
        assertThat(claimed)
                .filteredOn(delivery -> delivery.tenant().equals(other.tenant()))
                .hasSize(5);
    }

    @Test
    void onlyOthersHaveSomething() {
        open(other, 2);

        assertThat(queue.claim("w", 10, LONG)).hasSize(2);
    }

    @Test
    void oneClaimTakesNoMoreThanItWants() {
        open(one, 5);

        assertThat(queue.claim("w", 3, LONG)).hasSize(3);
        assertThat(queue.claim("w", 3, LONG)).hasSize(2);
    }

    @Test
    void afterAClaimTheConnectionIsAsDurableAsBefore() throws SQLException {
        SqlText.Form claim = new ClaimForms(
                        StorageInternals.settings(JdbcOptions.defaults()).names())
                .claim(false, ClaimForms.near(1))
                .in(Dialects.POSTGRESQL);
        open(one, 1);

        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET synchronous_commit = on");
            try (PreparedStatement claiming = connection.prepareStatement(claim.text())) {
                new Bindings()
                        .text("tenant_id", one.tenant().value())
                        .text("owner", "w")
                        .number("micros", 1)
                        .number("most", 1)
                        .apply(claiming, claim);
                claiming.execute();
            }
            try (ResultSet row = statement.executeQuery("SHOW synchronous_commit")) {
                row.next();
                assertThat(row.getString(1)).isEqualTo("on");
            }
            statement.execute("RESET synchronous_commit");
        }
    }

    private void open(TicketFixtures make, int count) {
        for (int i = 0; i < count; i++) {
            storage.tickets().commit(make.opening(make.ticket().build()));
        }
    }
}
