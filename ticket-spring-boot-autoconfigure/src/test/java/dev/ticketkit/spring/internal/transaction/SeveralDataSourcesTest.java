package dev.ticketkit.spring.internal.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.jdbc.SqlDialect;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.host.Notifier;
import dev.ticketkit.spi.host.Operator;
import dev.ticketkit.spi.host.OperatorDirectory;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spring.fixture.Databases;
import dev.ticketkit.spring.fixture.Runners;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A host with two databases: the desk is in the transactions of the one that has its tickets, and in no others. */
@Tag("B6")
class SeveralDataSourcesTest {
    private final List<String> notified = new ArrayList<>();

    private static DataSource database(SqlDialect dialect) {
        DriverManagerDataSource database = new DriverManagerDataSource(Databases.url(dialect));
        database.setUsername(Databases.user(dialect));
        return database;
    }

    private void run(SqlDialect dialect, Consumer<Host> test) {
        Runners.bare()
                .withPropertyValues(
                        "ticketkit.schema.mode=create",
                        "ticketkit.data-source=tickets",
                        "ticketkit.delivery.enabled=false")
                .withBean("orders", DataSource.class, () -> database(dialect))
                .withBean("tickets", DataSource.class, () -> database(dialect))
                .withBean(Notifier.class, () -> notification -> {
                    notified.add(notification.ticket().title());
                    return DeliveryResult.DELIVERED;
                })
                .withBean(
                        OperatorDirectory.class, () -> tenant -> List.of(new Operator("o", "O", "o@example.org", "en")))
                .run(context -> {
                    TicketDesk desk = context.getBean(TicketDesk.class);
                    desk.drain();
                    test.accept(new Host(
                            desk.as("acme", Actor.operator("olga", "Olga")),
                            context.getBean("orders", DataSource.class),
                            context.getBean("tickets", DataSource.class)));
                    desk.drain();
                });
    }

    private record Host(ActorDesk olga, DataSource orders, DataSource tickets) {
        void open(String title) {
            olga.open(OpenTicket.builder()
                    .title(title)
                    .contact(Contact.of("c", "Carla"))
                    .build());
        }

        static TransactionTemplate in(DataSource database) {
            return new TransactionTemplate(new JdbcTransactionManager(database));
        }

        static void committed(DataSource database, Runnable work) {
            in(database).executeWithoutResult(status -> work.run());
        }

        static void rolledBack(DataSource database, Runnable work) {
            in(database).executeWithoutResult(status -> {
                work.run();
                status.setRollbackOnly();
            });
        }

        /** Spring keeps this connection until the transaction of the other database ends. */
        void look() {
            assertThat(new JdbcTemplate(tickets).queryForObject("SELECT count(*) FROM ticket", Integer.class))
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @EnumSource(SqlDialect.class)
    void joinsNoTransactionOfAnother(SqlDialect dialect) {
        run(dialect, host -> {
            Host.rolledBack(host.orders(), () -> host.open("of orders"));
            Host.rolledBack(host.orders(), () -> {
                host.look();
                host.open("after a look");
                host.open("and once more");
            });
            TransactionTemplate readOnly = Host.in(host.orders());
            readOnly.setReadOnly(true);
            readOnly.executeWithoutResult(status -> host.open("read-only orders"));
        });
        assertThat(notified)
                .containsExactlyInAnyOrder("of orders", "after a look", "and once more", "read-only orders");
    }

    @ParameterizedTest
    @EnumSource(SqlDialect.class)
    void joinsItsOwnWhateverElseIsOpen(SqlDialect dialect) {
        run(dialect, host -> {
            Host.committed(host.tickets(), () -> host.open("own"));
            Host.rolledBack(host.tickets(), () -> host.open("never"));
            Host.rolledBack(host.orders(), () -> {
                host.look();
                Host.committed(host.tickets(), () -> host.open("within orders"));
                Host.rolledBack(host.tickets(), () -> host.open("never"));
                host.open("by itself");
            });
            Host.rolledBack(host.tickets(), () -> Host.committed(host.orders(), () -> host.open("never")));
        });
        assertThat(notified).containsExactlyInAnyOrder("own", "within orders", "by itself");
    }

    @ParameterizedTest
    @EnumSource(SqlDialect.class)
    void whatCameAfterASavepointGoesWithIt(SqlDialect dialect) {
        run(dialect, host -> Host.in(host.tickets()).executeWithoutResult(status -> {
            host.open("before");
            Object savepoint = status.createSavepoint();
            host.open("never");
            status.rollbackToSavepoint(savepoint);
            host.open("after");
            Object kept = status.createSavepoint();
            host.open("released");
            status.releaseSavepoint(kept);
        }));
        assertThat(notified).containsExactlyInAnyOrder("before", "after", "released");
    }
}
