package dev.ticketkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.delivery.DeliveryOptions;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.host.Operator;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.query.TicketQuery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One started desk on an ambient storage: what commits is notified exactly once and at once, what rolls back never. */
@ParameterizedClass
@EnumSource(SqlDialect.class)
@Tag("B6")
@Timeout(120)
class SpringDeskTest {
    private final HikariDataSource database;
    private final HikariDataSource pool = new HikariDataSource();
    private final DataSourceTransactionManager manager;
    private final BlockingQueue<String> notified = new LinkedBlockingQueue<>();
    private final TicketDesk desk;
    private final ActorDesk olga;

    SpringDeskTest(SqlDialect dialect) {
        database = TestDatabase.withTables(dialect);
        pool.setDataSource(database);
        pool.setMaximumPoolSize(6);
        manager = new DataSourceTransactionManager(pool);
        // Nothing is found by looking: a day between two polls.
        desk = TicketDesk.builder()
                .storage(JdbcStorage.ambient(pool, host()))
                .operators(tenant -> List.of(new Operator("otto", "Otto", "otto@example.org", "en")), notification -> {
                    notified.add(String.valueOf(notification.ticket().title()));
                    return DeliveryResult.DELIVERED;
                })
                .delivery(DeliveryOptions.builder()
                        .pollInterval(Duration.ofDays(1))
                        .build())
                .build();
        olga = desk.as("acme", Actor.operator("olga", "Olga"));
        desk.start();
    }

    private HostConnections host() {
        return HostConnections.of(
                        () -> TransactionSynchronizationManager.isActualTransactionActive()
                                && TransactionSynchronizationManager.hasResource(pool),
                        () -> DataSourceUtils.getConnection(pool),
                        connection -> DataSourceUtils.releaseConnection(connection, pool))
                .withAfterCommit(action ->
                        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                            @Override
                            public void afterCommit() {
                                action.run();
                            }
                        }));
    }

    @AfterEach
    void close() {
        desk.close();
        pool.close();
        database.close();
    }

    @Test
    void outsideATransactionEachCommandCommits() throws InterruptedException {
        open("alone");

        assertNotifiedOf("alone");
    }

    @Test
    void withTheTransactionOrNotAtAll() throws InterruptedException {
        required(true, () -> open("committed"));
        required(false, () -> open("rolled back"));
        open("last");

        assertNotifiedOf("committed", "last");
    }

    @Test
    void requiresNewIsApart() throws InterruptedException {
        required(false, () -> {
            open("outer");
            template(TransactionDefinition.PROPAGATION_REQUIRES_NEW).executeWithoutResult(inner -> open("inner"));
        });
        open("last");

        assertNotifiedOf("inner", "last");
    }

    @Test
    void nestedGoesBackToItsSavepoint() throws InterruptedException {
        required(true, () -> {
            open("outer");
            template(TransactionDefinition.PROPAGATION_NESTED).executeWithoutResult(inner -> {
                open("nested");
                inner.setRollbackOnly();
            });
            template(TransactionDefinition.PROPAGATION_NESTED).executeWithoutResult(inner -> open("kept"));
        });

        assertNotifiedOf("outer", "kept");
    }

    @Test
    void readOnlyTransactionReadsAndRefusesToWrite() throws InterruptedException {
        TransactionTemplate readOnly = template(TransactionDefinition.PROPAGATION_REQUIRED);
        readOnly.setReadOnly(true);
        open("before");
        readOnly.executeWithoutResult(status -> {
            assertThat(olga.list(TicketQuery.all()).items()).hasSize(1);
            if (database.getJdbcUrl() == null || !database.getJdbcUrl().startsWith("jdbc:h2")) {
                assertThatThrownBy(() -> open("never")).isInstanceOf(StorageException.class);
            }
            status.setRollbackOnly();
        });
        open("after");

        assertNotifiedOf("before", "after");
    }

    /** In any order, each once, and nothing else within the time that everything else took. */
    private void assertNotifiedOf(String... titles) throws InterruptedException {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < titles.length; i++) {
            all.add(notified.poll(60, TimeUnit.SECONDS));
        }
        desk.stop(Duration.ofMinutes(1));
        desk.drain();
        notified.drainTo(all);
        assertThat(all).containsExactlyInAnyOrder(titles);
    }

    private void required(boolean commit, Runnable work) {
        template(TransactionDefinition.PROPAGATION_REQUIRED).executeWithoutResult(status -> {
            work.run();
            if (!commit) {
                status.setRollbackOnly();
            }
        });
    }

    private TransactionTemplate template(int propagation) {
        TransactionTemplate template = new TransactionTemplate(manager);
        template.setPropagationBehavior(propagation);
        return template;
    }

    private void open(String title) {
        olga.contact(Contact.of("c", "Carla"))
                .open(OpenTicket.builder().title(title).build());
    }
}
