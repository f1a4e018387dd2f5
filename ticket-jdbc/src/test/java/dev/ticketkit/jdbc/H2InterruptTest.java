package dev.ticketkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.delivery.DeliveredEvent;
import dev.ticketkit.core.delivery.DeliveryOptions;
import dev.ticketkit.core.delivery.EventConsumer;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.jdbc.fixture.LimitedFiles;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.query.TicketQuery;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A file of H2 that does not bear interrupts, as its default, and threads that are interrupted. */
@Timeout(300)
class H2InterruptTest {
    private static final int TICKETS = 60;

    @TempDir
    Path folder;

    private HikariDataSource pool;
    private JdbcStorage storage;
    private ActorDesk olga;

    @BeforeEach
    void open() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:file:" + folder.resolve("desk") + ";WRITE_DELAY=0");
        config.setMaximumPoolSize(4);
        pool = new HikariDataSource(config);
        TicketSchema.create(pool);
        storage = JdbcStorage.owning(pool);
        olga = TicketDesk.builder().storage(storage).build().as("acme", Actor.operator("olga"));
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void callerWhoIsInterruptedStoresAndStaysInterrupted() throws InterruptedException {
        boolean[] stayed = {true};
        Thread caller = new Thread(() -> {
            for (int i = 0; i < TICKETS; i++) {
                Thread.currentThread().interrupt();
                openOne(olga);
                stayed[0] &= Thread.interrupted();
            }
        });
        caller.start();
        caller.join();

        assertThat(stayed[0]).isTrue();
        assertThat(count()).isEqualTo(TICKETS);
    }

    @Test
    void interruptsInTheMiddleOfCallsReachNothing() throws InterruptedException {
        Thread caller = new Thread(() -> {
            for (int i = 0; i < TICKETS; i++) {
                openOne(olga);
            }
        });
        caller.start();
        while (caller.isAlive()) {
            caller.interrupt();
            Thread.onSpinWait();
        }

        assertThat(count()).isEqualTo(TICKETS);
    }

    @Test
    void handlersThatUseTheDeskMayBeInterrupted() throws InterruptedException {
        for (int i = 0; i < 20; i++) {
            openOne(olga);
            CountDownLatch begun = new CountDownLatch(1);
            TicketDesk pump = TicketDesk.builder()
                    .storage(storage)
                    .consumer(new Noting(begun))
                    .delivery(DeliveryOptions.builder().threads(2).build())
                    .automations(false)
                    .build();
            pump.start();
            begun.await();
            pump.stop(Duration.ZERO);
            assertThat(pump.stop(Duration.ofMinutes(2))).isTrue();
        }
        assertThat(count()).isEqualTo(20);
    }

    @Test
    void databaseThatAHostsOwnThreadHasClosedOpensAgainOnTheSamePool() throws Exception {
        for (int i = 0; i < 5; i++) {
            openOne(olga);
        }
        closeByInterrupt();
        openOne(olga);

        assertThat(count()).isEqualTo(6);
    }

    @Test
    void afterAFullDiskTheSamePoolGoesOnWhenThereIsRoom() {
        LimitedFiles.register();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:" + LimitedFiles.SCHEME + ":" + folder.resolve("limited") + ";WRITE_DELAY=0");
        config.setMaximumPoolSize(2);
        try (HikariDataSource limited = new HikariDataSource(config)) {
            TicketSchema.create(limited);
            int[] pauses = {0};
            JdbcStorage store = JdbcStorage.owning(limited, JdbcOptions.defaults(), millis -> {
                // Somebody makes room while the call waits.
                LimitedFiles.full = ++pauses[0] < 3;
                Thread.sleep(millis);
            });
            ActorDesk otto = TicketDesk.builder().storage(store).build().as("acme", Actor.operator("otto"));
            openOne(otto);
            LimitedFiles.full = true;
            openOne(otto);

            assertThat(pauses[0]).isGreaterThanOrEqualTo(3);
            assertThat(otto.list(TicketQuery.builder().build()).items()).hasSize(2);
        } finally {
            LimitedFiles.full = false;
        }
    }

    /** What the library kept its own calls from. */
    private void closeByInterrupt() throws Exception {
        Connection[] all = new Connection[4];
        for (int i = 0; i < all.length; i++) {
            all[i] = pool.getConnection();
        }
        SQLException[] failed = new SQLException[1];
        Thread host = new Thread(() -> {
            try (Statement statement = all[0].createStatement()) {
                for (int i = 0; i < 100; i++) {
                    Thread.currentThread().interrupt();
                    statement.execute("CREATE TABLE host_" + System.nanoTime() + " AS SELECT RANDOM_UUID() AS id"
                            + " FROM SYSTEM_RANGE(1, 2000)");
                }
            } catch (SQLException e) {
                failed[0] = e;
            }
        });
        host.start();
        host.join();
        assertThat((Throwable) failed[0]).isNotNull();
        for (Connection each : all) {
            try (Statement statement = each.createStatement()) {
                statement.execute("SELECT COUNT(*) FROM ticket");
                throw new AssertionError("the database is still open");
            } catch (SQLException e) {
                assertThat(e.getSQLState()).isEqualTo("90098");
            } finally {
                closeQuietly(each);
            }
        }
    }

    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            assertThat(e.getSQLState()).isNotNull();
        }
    }

    private long count() {
        return olga.list(TicketQuery.builder().limit(200).build()).items().size();
    }

    private static void openOne(ActorDesk desk) {
        desk.open(OpenTicket.builder()
                .title("Lamp")
                .contact(Contact.of("c-1", "Carla"))
                .build());
    }

    private final class Noting implements EventConsumer {
        private final CountDownLatch begun;

        private Noting(CountDownLatch begun) {
            this.begun = begun;
        }

        @Override
        public String name() {
            return "noting";
        }

        @Override
        public DeliveryResult handle(DeliveredEvent context) {
            begun.countDown();
            while (!Thread.currentThread().isInterrupted()) {
                olga.ticket(context.ticket().id()).addInternalNote("seen");
            }
            return DeliveryResult.DELIVERED;
        }
    }
}
