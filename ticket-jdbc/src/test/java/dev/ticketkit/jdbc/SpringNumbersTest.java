package dev.ticketkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.core.reference.ReferenceFormat;
import dev.ticketkit.core.tenant.TenantSettings;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spi.error.TicketErrorCode;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.storage.TicketStorage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Which references wait for open transactions of the host, and which do not, on a pool of four. */
@ParameterizedClass
@EnumSource(SqlDialect.class)
@Tag("B6")
@Timeout(120)
class SpringNumbersTest {
    private static final int POOL = 4;

    private final HikariDataSource database;
    private final HikariDataSource pool = new HikariDataSource();
    private final TransactionTemplate required;
    private final TransactionTemplate requiresNew;
    private final TicketStorage ambient;

    SpringNumbersTest(SqlDialect dialect) {
        database = TestDatabase.withTables(dialect);
        pool.setDataSource(database);
        pool.setMaximumPoolSize(POOL);
        pool.setConnectionTimeout(10_000);
        DataSourceTransactionManager manager = new DataSourceTransactionManager(pool);
        required = new TransactionTemplate(manager);
        requiresNew = new TransactionTemplate(manager);
        requiresNew.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        ambient = JdbcStorage.ambient(
                pool,
                HostConnections.of(
                        TransactionSynchronizationManager::isActualTransactionActive,
                        () -> DataSourceUtils.getConnection(pool),
                        connection -> DataSourceUtils.releaseConnection(connection, pool)),
                JdbcOptions.builder().lockWait(Duration.ofMillis(200)).build());
    }

    /** Numbers of each kind. */
    @SuppressWarnings("ImmutableEnumChecker") // formats are immutable
    private enum Numbers {
        WITHOUT_GAPS(ReferenceFormat.sequence("T-", 4)),
        IN_BLOCKS(ReferenceFormat.sequence("T-", 4).inBlocksOf(100)),
        CODES(ReferenceFormat.code("", 10));

        final ReferenceFormat format;

        Numbers(ReferenceFormat format) {
            this.format = format;
        }

        boolean areWaitedFor() {
            return this == WITHOUT_GAPS;
        }
    }

    @AfterEach
    void close() {
        pool.close();
        database.close();
    }

    @ParameterizedTest
    @EnumSource
    void anOpeningInsideAnOpenTransactionOfTheSameThread(Numbers numbers) {
        TicketDesk desk = desk(numbers);
        List<String> opened = new ArrayList<>();

        required.executeWithoutResult(outer -> {
            opened.add(open(desk, "tenant"));
            requiresNew.executeWithoutResult(inner -> {
                if (numbers.areWaitedFor()) {
                    assertLocked(() -> open(desk, "tenant"));
                } else {
                    opened.add(open(desk, "tenant"));
                }
            });
            opened.add(open(desk, "tenant"));
        });

        assertThat(opened).hasSize(numbers.areWaitedFor() ? 2 : 3).doesNotHaveDuplicates();
        assertThat(opened)
                .allSatisfy(reference -> assertThat(operator(desk, "tenant").find(new Reference(reference)))
                        .isPresent());
    }

    /** Everybody has a connection before anybody opens: nobody gets a second one. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void numbersInBlocksTakeNoSecondConnection(boolean sameTenant) throws Exception {
        TicketDesk desk = desk(Numbers.IN_BLOCKS);
        CyclicBarrier everybody = new CyclicBarrier(POOL);
        ExecutorService threads = Executors.newFixedThreadPool(POOL);
        List<Future<List<String>>> running = new ArrayList<>();
        for (int i = 0; i < POOL; i++) {
            String tenant = sameTenant ? "tenant" : "tenant-" + i;
            running.add(threads.submit(() -> required.execute(status -> {
                await(everybody);
                List<String> opened = List.of(open(desk, tenant), open(desk, tenant));
                await(everybody);
                return opened;
            })));
        }
        List<String> opened = new ArrayList<>();
        List<Throwable> failures = new ArrayList<>();
        for (Future<List<String>> each : running) {
            try {
                opened.addAll(each.get());
            } catch (ExecutionException e) {
                failures.add(e.getCause());
            }
        }
        threads.shutdown();

        assertThat(failures).isEmpty();

        assertThat(opened).hasSize(2 * POOL).allMatch(reference -> reference.startsWith("T-"));
        if (sameTenant) {
            assertThat(opened).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aNumberOfABlockIsGivenOnceWhateverBecomesOfTheTransaction(boolean reservedBefore) {
        TicketDesk desk = desk(Numbers.IN_BLOCKS);
        List<String> opened = new ArrayList<>();
        if (reservedBefore) {
            opened.add(open(desk, "tenant"));
        }
        for (int i = 0; i < 30; i++) {
            boolean keep = i % 2 == 0;
            required.executeWithoutResult(status -> {
                opened.add(open(desk, "tenant"));
                if (!keep) {
                    status.setRollbackOnly();
                }
            });
        }
        opened.add(open(desk, "tenant"));

        assertThat(opened).doesNotHaveDuplicates();
    }

    private TicketDesk desk(Numbers numbers) {
        return TicketDesk.builder()
                .storage(ambient)
                .tenants(tenant -> TenantSettings.defaults().withReferences(numbers.format))
                .build();
    }

    private static String open(TicketDesk desk, String tenant) {
        return operator(desk, tenant)
                .contact(Contact.of("c", "Carla"))
                .open(OpenTicket.builder().title("T").build())
                .ticket()
                .reference()
                .value();
    }

    private static ActorDesk operator(TicketDesk desk, String tenant) {
        return desk.as(tenant, Actor.operator("olga", "Olga"));
    }

    private static void await(CyclicBarrier everybody) {
        try {
            everybody.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertLocked(Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(StorageException.class, e -> assertThat(e.code())
                .isEqualTo(TicketErrorCode.STORAGE_LOCKED));
    }
}
