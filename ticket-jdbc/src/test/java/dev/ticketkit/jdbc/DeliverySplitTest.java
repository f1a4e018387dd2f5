package dev.ticketkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.CommitOutcome.Committed;
import dev.ticketkit.spi.storage.Delivery;
import dev.ticketkit.spi.storage.DeliveryFailure;
import dev.ticketkit.testkit.contract.TicketFixtures;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A ticket is deleted while its delivery is being split: held between the two statements until the deletion waits. */
@ParameterizedClass
@EnumSource(SqlDialect.class)
class DeliverySplitTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final SqlDialect dialect;
    private final HikariDataSource database;
    private final JdbcStorage storage;
    private final TicketFixtures make = TicketFixtures.ofNewTenant();
    private final ExecutorService thread = Executors.newSingleThreadExecutor();

    DeliverySplitTest(SqlDialect dialect) {
        this.dialect = dialect;
        database = TestDatabase.withTables(TestDatabase.of(dialect));
        storage = JdbcStorage.owning(database);
    }

    @AfterEach
    void close() {
        thread.shutdown();
        database.close();
    }

    @Test
    @Tag("R20")
    void deletionCancelsWhatASplitUnderWayAdds() throws Exception {
        Ticket ticket = make.ticket().build();
        storage.tickets().commit(make.opening(ticket));
        Delivery delivery = storage.deliveries().claim("one", 1, LONG).get(0);
        var deletion = make.change(ticket, it -> it.deletedAt(TicketFixtures.START.plusSeconds(60)));
        Future<?>[] deleting = new Future<?>[1];
        Callable<Object> deleteMeanwhile = () -> {
            deleting[0] = thread.submit(() -> storage.tickets().commit(deletion));
            while (!someoneWaits() && !deleting[0].isDone()) {
                Thread.onSpinWait();
            }
            return deletion;
        };

        boolean marked = JdbcStorage.owning(proxy(DataSource.class, database, deleteMeanwhile))
                .deliveries()
                .complete(delivery, List.of(new DeliveryFailure("slow", false, LONG, "failed")));

        assertThat(marked).isTrue();
        assertThat((CommitOutcome) deleting[0].get()).isInstanceOf(Committed.class);
        assertThat(storage.deliveries().pending(make.tenant())).isEqualTo(1);
        assertThat(storage.deliveries().claim("two", 10, LONG))
                .extracting(Delivery::eventId)
                .containsExactly(deletion.event().id());
    }

    private boolean someoneWaits() throws SQLException {
        String waiting = dialect == SqlDialect.POSTGRESQL
                ? "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                : "SELECT 1 FROM INFORMATION_SCHEMA.SESSIONS WHERE BLOCKER_ID IS NOT NULL";
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(waiting)) {
            return rows.next();
        }
    }

    private static <T> T proxy(Class<T> type, T target, Callable<Object> beforeSplit) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")
                            && ((String) arguments[0]).startsWith("INSERT INTO ticket_delivery")) {
                        beforeSplit.call();
                    }
                    try {
                        Object result = method.invoke(target, arguments);
                        return result instanceof Connection connection
                                ? proxy(Connection.class, connection, beforeSplit)
                                : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
