package dev.ticketkit.spring.internal.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.transaction.TransactionDefinition.PROPAGATION_MANDATORY;
import static org.springframework.transaction.TransactionDefinition.PROPAGATION_NESTED;
import static org.springframework.transaction.TransactionDefinition.PROPAGATION_NEVER;
import static org.springframework.transaction.TransactionDefinition.PROPAGATION_NOT_SUPPORTED;
import static org.springframework.transaction.TransactionDefinition.PROPAGATION_REQUIRED;
import static org.springframework.transaction.TransactionDefinition.PROPAGATION_REQUIRES_NEW;
import static org.springframework.transaction.TransactionDefinition.PROPAGATION_SUPPORTS;
import static org.springframework.transaction.support.TransactionSynchronizationManager.registerSynchronization;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.core.reference.ReferenceFormat;
import dev.ticketkit.core.tenant.TenantSettings;
import dev.ticketkit.jdbc.SqlDialect;
import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.host.Notifier;
import dev.ticketkit.spi.host.Operator;
import dev.ticketkit.spi.host.OperatorDirectory;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spring.CurrentActor;
import dev.ticketkit.spring.TicketDeskCustomizer;
import dev.ticketkit.spring.fixture.Runners;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionTemplate;

/** In each way to be in a transaction of Spring or not: what commits is notified exactly once and at once, what rolls back never. */
@Tag("B6")
@Timeout(120)
class PropagationTest {
    private final BlockingQueue<String> notified = new LinkedBlockingQueue<>();

    /** Who manages the transactions. */
    enum Manager {
        JDBC,
        JPA
    }

    private void run(SqlDialect dialect, Manager manager, Consumer<Host> test) {
        ApplicationContextRunner runner = Runners.desk(dialect)
                // Nothing is found by looking: a day between two polls.
                .withPropertyValues(
                        "ticketkit.delivery.poll-interval=1d", "spring.datasource.hikari.maximum-pool-size=6")
                .withBean(Notifier.class, () -> notification -> {
                    notified.add(notification.ticket().title());
                    return DeliveryResult.DELIVERED;
                })
                .withBean(
                        OperatorDirectory.class,
                        () -> tenant -> List.of(new Operator("otto", "Otto", "otto@example.org", "en")))
                .withBean(CurrentActor.class, () -> desk -> desk.as("acme", Actor.operator("olga", "Olga")))
                // Numbers without gaps would wait for the outer transaction.
                .withBean(
                        TicketDeskCustomizer.class,
                        () -> builder -> builder.tenants(
                                tenant -> TenantSettings.defaults().withReferences(ReferenceFormat.code("", 10))));
        if (manager == Manager.JPA) {
            runner = runner.withConfiguration(AutoConfigurations.of(HibernateJpaAutoConfiguration.class));
        }
        runner.run(context -> {
            assertThat(context).hasNotFailed();
            test.accept(new Host(
                    context.getBean(TicketDesk.class),
                    context.getBean(ActorDesk.class),
                    context.getBean(PlatformTransactionManager.class),
                    context.getBean(HikariDataSource.class)));
        });
    }

    private record Host(TicketDesk desk, ActorDesk olga, PlatformTransactionManager manager, HikariDataSource pool) {
        void open(String title) {
            olga.open(OpenTicket.builder()
                    .title(title)
                    .contact(Contact.of("c", "Carla"))
                    .build());
        }

        TransactionTemplate in(int propagation) {
            TransactionTemplate template = new TransactionTemplate(manager);
            template.setPropagationBehavior(propagation);
            return template;
        }

        void rolledBack(int propagation, Runnable work) {
            in(propagation).executeWithoutResult(status -> {
                work.run();
                status.setRollbackOnly();
            });
        }

        void committed(int propagation, Runnable work) {
            in(propagation).executeWithoutResult(status -> work.run());
        }
    }

    @ParameterizedTest
    @EnumSource(SqlDialect.class)
    void joinsOrIsApartAsEachPropagationSays(SqlDialect dialect) {
        run(dialect, Manager.JDBC, host -> {
            host.open("outside");
            host.committed(PROPAGATION_REQUIRED, () -> host.open("required"));
            host.rolledBack(PROPAGATION_REQUIRED, () -> host.open("never"));
            host.committed(
                    PROPAGATION_REQUIRED, () -> host.committed(PROPAGATION_MANDATORY, () -> host.open("mandatory")));
            host.committed(PROPAGATION_SUPPORTS, () -> host.open("supports"));
            host.committed(PROPAGATION_NEVER, () -> host.open("never transactional"));
            host.rolledBack(PROPAGATION_REQUIRED, () -> {
                host.open("never");
                host.committed(PROPAGATION_SUPPORTS, () -> host.open("never"));
                host.committed(PROPAGATION_REQUIRES_NEW, () -> host.open("new"));
                host.rolledBack(PROPAGATION_REQUIRES_NEW, () -> host.open("never"));
                host.committed(PROPAGATION_NOT_SUPPORTED, () -> host.open("not supported"));
            });
            host.committed(PROPAGATION_REQUIRED, () -> {
                host.open("outer");
                host.rolledBack(PROPAGATION_NESTED, () -> host.open("never"));
                host.committed(PROPAGATION_NESTED, () -> host.open("nested"));
            });

            assertNotifiedOf(
                    host.desk(),
                    "outside",
                    "required",
                    "mandatory",
                    "supports",
                    "never transactional",
                    "new",
                    "not supported",
                    "outer",
                    "nested");
        });
    }

    @ParameterizedTest
    @EnumSource(SqlDialect.class)
    void joinsTransactionsOfJpa(SqlDialect dialect) {
        run(dialect, Manager.JPA, host -> {
            host.committed(PROPAGATION_REQUIRED, () -> host.open("required"));
            host.rolledBack(PROPAGATION_REQUIRED, () -> {
                host.open("never");
                host.committed(PROPAGATION_REQUIRES_NEW, () -> host.open("new"));
            });

            refusesToWriteReadOnly(host);

            assertNotifiedOf(host.desk(), "required", "new");
        });
    }

    @ParameterizedTest
    @EnumSource(SqlDialect.class)
    void refusesToWriteInAReadOnlyTransactionAndReadsThere(SqlDialect dialect) {
        run(dialect, Manager.JDBC, host -> {
            host.open("before");
            refusesToWriteReadOnly(host);

            assertNotifiedOf(host.desk(), "before");
        });
    }

    private static void refusesToWriteReadOnly(Host host) {
        TransactionTemplate readOnly = host.in(PROPAGATION_REQUIRED);
        readOnly.setReadOnly(true);
        readOnly.executeWithoutResult(status -> {
            assertThat(host.olga().list(TicketQuery.all()).items()).isNotEmpty();
            assertThatThrownBy(() -> host.open("never"))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("read-only");
        });
    }

    /** Spring calls a transaction active while it runs what was to come after its commit; who joined it there would never be committed. */
    @ParameterizedTest
    @EnumSource(Manager.class)
    void commitsByItselfWhatIsStoredAfterTheCommit(Manager manager) {
        run(SqlDialect.POSTGRESQL, manager, host -> {
            host.committed(
                    PROPAGATION_REQUIRED,
                    () -> registerSynchronization(new TransactionSynchronization() {
                        @Override
                        public void afterCommit() {
                            host.open("after commit");
                            host.rolledBack(PROPAGATION_REQUIRES_NEW, () -> host.open("never"));
                            host.open("after another");
                        }

                        @Override
                        public void afterCompletion(int status) {
                            host.open("after completion");
                        }
                    }));
            host.rolledBack(PROPAGATION_REQUIRED, () -> host.open("never"));

            assertNotifiedOf(host.desk(), "after commit", "after another", "after completion");
        });
    }

    @ParameterizedTest
    @EnumSource(SqlDialect.class)
    void givesBackEveryConnection(SqlDialect dialect) {
        run(dialect, Manager.JDBC, host -> {
            host.desk().stop(Duration.ofMinutes(1));
            for (int i = 0; i < 200; i++) {
                host.olga().list(TicketQuery.all());
            }
            host.committed(PROPAGATION_REQUIRED, () -> host.olga().list(TicketQuery.all()));

            assertThat(host.pool().getHikariPoolMXBean().getActiveConnections()).isZero();
            assertThat(host.pool().getHikariPoolMXBean().getThreadsAwaitingConnection())
                    .isZero();
        });
    }

    /** Each takes one and gives it back, however many ask at once. */
    @ParameterizedTest
    @EnumSource(SqlDialect.class)
    void twoHundredCallsLeaveAPoolOfFourIdle(SqlDialect dialect) {
        Runners.desk(dialect)
                .withPropertyValues("ticketkit.delivery.enabled=false", "spring.datasource.hikari.maximum-pool-size=4")
                .run(context -> {
                    TicketDesk desk = context.getBean(TicketDesk.class);
                    IntStream.range(0, 200).parallel().forEach(i -> desk.as("acme", Actor.operator("olga", "Olga"))
                            .open(OpenTicket.builder()
                                    .title("No " + i)
                                    .contact(Contact.of("c", "Carla"))
                                    .build()));
                    HikariPoolMXBean pool =
                            context.getBean(HikariDataSource.class).getHikariPoolMXBean();
                    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
                    while (pool.getIdleConnections() < 4 && System.nanoTime() < until) {
                        Thread.onSpinWait();
                    }
                    assertThat(pool.getIdleConnections()).isEqualTo(4);
                    assertThat(pool.getActiveConnections()).isZero();
                });
    }

    /** In any order, each once, and nothing else. */
    private void assertNotifiedOf(TicketDesk desk, String... titles) {
        List<String> all = new ArrayList<>();
        try {
            for (int i = 0; i < titles.length; i++) {
                all.add(String.valueOf(notified.poll(30, TimeUnit.SECONDS)));
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        desk.stop(Duration.ofMinutes(1));
        desk.drain();
        notified.drainTo(all);
        assertThat(all).containsExactlyInAnyOrder(titles);
    }
}
