package dev.ticketkit.jdbc;

import static dev.ticketkit.jdbc.fixture.AutomationSamples.CONSUMER;
import static dev.ticketkit.jdbc.fixture.AutomationSamples.CONTACT;
import static dev.ticketkit.jdbc.fixture.AutomationSamples.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.jdbc.fixture.AutomationSamples;
import dev.ticketkit.jdbc.fixture.LockWaits;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.jdbc.fixture.source.HoldingDataSource;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.automation.AutomationExecution;
import dev.ticketkit.spi.storage.automation.Firing;
import dev.ticketkit.spi.storage.delivery.Delivery;
import dev.ticketkit.spi.storage.delivery.DeliveryFailure;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What an erasure leaves in the tables, also when a worker writes at the same moment: held until the other one waits. */
@ParameterizedClass
@EnumSource(SqlDialect.class)
@Tag("F61")
class FiringErasureTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final HikariDataSource database;
    private final JdbcStorage storage;
    private final TenantId tenant = TicketFixtures.ofNewTenant().tenant();
    private final AutomationSamples samples = new AutomationSamples(tenant);
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final LockWaits waits;

    FiringErasureTest(SqlDialect dialect) throws SQLException {
        database = TestDatabase.withTables(dialect);
        storage = JdbcStorage.owning(database);
        waits = new LockWaits(dialect, database);
    }

    @AfterEach
    void close() throws SQLException {
        thread.shutdown();
        waits.close();
        database.close();
    }

    @Test
    void noTableHoldsTheText() throws SQLException {
        fired(Duration.ZERO);
        fired(Duration.ZERO);
        fired(LONG);
        List<Delivery> claimed = storage.deliveries().claim("one", 10, LONG);
        complete(storage, claimed.get(0), new DeliveryFailure(CONSUMER, true, null, SECRET));
        complete(storage, claimed.get(1), new DeliveryFailure(CONSUMER, false, LONG, SECRET));
        assertThat(rowsWithSecret()).hasSize(8);

        storage.executions().eraseContact(tenant, CONTACT);

        assertThat(rowsWithSecret()).isEmpty();
    }

    @Test
    void splitUnderWayIsCancelledToo() throws Exception {
        fired(Duration.ZERO);
        Delivery delivery = storage.deliveries().claim("one", 1, LONG).get(0);
        Future<?>[] erasing = new Future<?>[1];
        var holding = HoldingDataSource.before("INSERT INTO ticket_delivery", database, () -> {
            erasing[0] = thread.submit(() -> storage.executions().eraseContact(tenant, CONTACT));
            waits.untilSomeoneWaitsOr(erasing[0]::isDone);
        });

        assertThat(complete(
                        JdbcStorage.owning(holding),
                        delivery,
                        new DeliveryFailure("automations:a", false, LONG, SECRET)))
                .isTrue();
        erasing[0].get();

        assertThat(storage.deliveries().kept().pending(tenant)).isZero();
        assertThat(rowsWithSecret()).isEmpty();
    }

    @Test
    void aRunSavedDuringTheErasureKeepsNoDetail() throws Exception {
        Firing firing = fired(LONG);
        AutomationExecution run = samples.run(firing.id());
        Future<?>[] saving = new Future<?>[1];
        var holding = HoldingDataSource.before("UPDATE ticket_delivery", database, () -> {
            saving[0] = thread.submit(() -> storage.executions().save(run));
            waits.untilSomeoneWaitsOr(saving[0]::isDone);
        });

        JdbcStorage.owning(holding).executions().eraseContact(tenant, CONTACT);
        saving[0].get();

        assertThat(rowsWithSecret()).isEmpty();
    }

    private Firing fired(Duration delay) {
        Firing firing = samples.firing(UUID.randomUUID());
        assertThat(storage.executions().fire(firing, List.of(samples.run(firing.id())), CONSUMER, delay))
                .isEmpty();
        return firing;
    }

    private static boolean complete(JdbcStorage storage, Delivery delivery, DeliveryFailure failure) {
        return storage.deliveries().complete(delivery, List.of(failure));
    }

    private List<String> rowsWithSecret() throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (String table :
                    List.of("ticket_firing", "ticket_execution", "ticket_delivery", "ticket_notification")) {
                try (var rows = statement.executeQuery("SELECT * FROM " + table)) {
                    int columns = rows.getMetaData().getColumnCount();
                    while (rows.next()) {
                        for (int i = 1; i <= columns; i++) {
                            String value = rows.getString(i);
                            if (value != null && value.contains(SECRET)) {
                                found.add(table + "." + rows.getMetaData().getColumnName(i));
                            }
                        }
                    }
                }
            }
        }
        return found;
    }
}
