package dev.ticketkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spi.error.TicketErrorCode;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.storage.TicketChange;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Storages in the transactions of Spring, on a pool of four. */
@ParameterizedClass
@EnumSource(SqlDialect.class)
@Tag("B6")
class SpringTransactionsTest {
    private static final int POOL = 4;
    private static final int MANY = 200;

    private final TicketFixtures make = TicketFixtures.ofNewTenant();
    private final HikariDataSource database;
    private final HikariDataSource pool = new HikariDataSource();
    private final DataSourceTransactionManager manager;
    private final JdbcTemplate jdbc;
    private final HostConnections host;
    private final TicketStorage joining;
    private final TicketStorage ambient;

    SpringTransactionsTest(SqlDialect dialect) {
        database = TestDatabase.withTables(dialect);
        pool.setDataSource(database);
        pool.setMaximumPoolSize(POOL);
        manager = new DataSourceTransactionManager(pool);
        jdbc = new JdbcTemplate(pool);
        host = HostConnections.of(
                () -> TransactionSynchronizationManager.isActualTransactionActive()
                        && TransactionSynchronizationManager.hasResource(pool),
                () -> DataSourceUtils.getConnection(pool),
                connection -> DataSourceUtils.releaseConnection(connection, pool));
        joining = JdbcStorage.joining(host);
        ambient = JdbcStorage.ambient(pool, host);
        jdbc.execute("CREATE TABLE host_order (tenant_id varchar(200), number integer)");
    }

    @AfterEach
    void close() {
        assertThat(pool.getHikariPoolMXBean().getActiveConnections())
                .as("connections nobody gave back")
                .isZero();
        pool.close();
        database.close();
    }

    /** Where there is a transaction in each case: outside of it, the call comes from nowhere. */
    @ParameterizedTest
    @CsvSource({
        "PROPAGATION_REQUIRED, true",
        "PROPAGATION_REQUIRES_NEW, true",
        "PROPAGATION_NESTED, true",
        "PROPAGATION_SUPPORTS, false",
        "PROPAGATION_NOT_SUPPORTED, false",
        "PROPAGATION_NEVER, false"
    })
    void ticketAndOrderAreStoredTogether(String propagation, boolean transaction) {
        for (boolean commit : new boolean[] {true, false}) {
            List<TicketId> opened = new ArrayList<>();
            TransactionTemplate template = template(propagation);
            template.executeWithoutResult(status -> {
                jdbc.update("INSERT INTO host_order VALUES ('t', 1)");
                opened.add(open(ambient));
                if (transaction) {
                    opened.add(open(joining));
                } else {
                    assertRefused(() -> open(joining));
                }
                if (!commit) {
                    status.setRollbackOnly();
                }
            });

            boolean stored = commit || !transaction;
            assertThat(opened).allSatisfy(id -> assertThat(isStored(id)).isEqualTo(stored));
            assertThat(jdbc.update("DELETE FROM host_order")).isEqualTo(stored ? 1 : 0);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PROPAGATION_REQUIRED, false",
        "PROPAGATION_MANDATORY, false",
        "PROPAGATION_SUPPORTS, false",
        "PROPAGATION_NESTED, false",
        "PROPAGATION_REQUIRES_NEW, true",
        "PROPAGATION_NOT_SUPPORTED, true"
    })
    void whatIsInsideARolledBackTransactionGoesWithItUnlessItIsApart(String inner, boolean stays) {
        List<TicketId> opened = new ArrayList<>();
        template("PROPAGATION_REQUIRED").executeWithoutResult(outer -> {
            opened.add(open(ambient));
            template(inner).executeWithoutResult(status -> opened.add(open(ambient)));
            outer.setRollbackOnly();
        });

        assertThat(isStored(opened.get(0))).isFalse();
        assertThat(isStored(opened.get(1))).isEqualTo(stays);
    }

    @Test
    void aNestedTransactionThatIsRolledBackLeavesTheOuterOne() {
        List<TicketId> opened = new ArrayList<>();
        template("PROPAGATION_REQUIRED").executeWithoutResult(outer -> {
            opened.add(open(joining));
            template("PROPAGATION_NESTED").executeWithoutResult(status -> {
                opened.add(open(joining));
                status.setRollbackOnly();
            });
            opened.add(open(joining));
        });

        assertThat(opened).extracting(this::isStored).containsExactly(true, false, true);
    }

    @Test
    void mandatoryNeedsATransaction() {
        assertThatThrownBy(() -> template("PROPAGATION_MANDATORY").executeWithoutResult(status -> open(joining)))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void aReadOnlyTransactionReads() {
        TicketId known = open(ambient);
        TransactionTemplate reading = template("PROPAGATION_REQUIRED");
        reading.setReadOnly(true);

        for (TicketStorage each : List.of(joining, ambient)) {
            reading.executeWithoutResult(status ->
                    assertThat(each.tickets().find(make.tenant(), known)).isPresent());
        }
    }

    @Test
    void callsOutsideATransactionAreRefusedAndTakeNoConnection() {
        for (int i = 0; i < MANY; i++) {
            assertRefused(() -> open(joining));
            assertRefused(() ->
                    joining.tickets().find(make.tenant(), make.ticket().build().id()));
        }
        assertIdle();
    }

    @Test
    void ambientCallsOutsideATransactionCommitByThemselves() {
        for (int i = 0; i < MANY; i++) {
            TicketId id = open(ambient);
            assertThat(isStored(id)).isTrue();
        }
        assertIdle();
    }

    /** As with a pool whose connections have autocommit off: what is stored outside a transaction would never be committed. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ofAPoolWithoutAutocommitNothingIsLostInSilence(boolean inTransaction) {
        try (HikariDataSource manual = new HikariDataSource()) {
            manual.setDataSource(database);
            manual.setAutoCommit(false);
            manual.setMaximumPoolSize(POOL);
            HostConnections there = HostConnections.of(
                    TransactionSynchronizationManager::isActualTransactionActive,
                    () -> DataSourceUtils.getConnection(manual),
                    connection -> DataSourceUtils.releaseConnection(connection, manual));
            TransactionTemplate template = new TransactionTemplate(new DataSourceTransactionManager(manual));
            TicketStorage each = JdbcStorage.joining(there);
            TicketStorage either = JdbcStorage.ambient(manual, there);
            if (inTransaction) {
                assertThat(isStored(template.execute(status -> open(each)))).isTrue();
                assertThat(isStored(template.execute(status -> open(either)))).isTrue();
            } else {
                assertRefused(() -> open(each));
                assertThat(isStored(open(either))).isTrue();
            }
            assertThat(manual.getHikariPoolMXBean().getActiveConnections()).isZero();
        }
    }

    @Test
    void anOwningStorageDoesNotCommitTheHostsTransaction() {
        DataSource aware = new TransactionAwareDataSourceProxy(pool);
        TicketStorage owning = JdbcStorage.owning(aware);
        TicketId known = open(owning);

        template("PROPAGATION_REQUIRED").executeWithoutResult(status -> {
            jdbc.update("INSERT INTO host_order VALUES ('t', 1)");
            assertThatThrownBy(() -> open(owning)).hasMessageContaining("autocommit off");
            assertThatThrownBy(() -> owning.tickets().find(make.tenant(), known))
                    .hasMessageContaining("poolWithoutAutocommit");
            assertThatThrownBy(() -> TicketSchema.create(aware)).hasMessageContaining("autocommit off");
            status.setRollbackOnly();
        });

        assertThat(jdbc.update("DELETE FROM host_order")).isZero();
        assertThat(isStored(known)).isTrue();
    }

    @Test
    void aPoolOfAnyClassMaySayThatItsConnectionsAreMadeSo() {
        try (HikariDataSource manual = new HikariDataSource() {}) {
            manual.setDataSource(database);
            manual.setAutoCommit(false);
            manual.setMaximumPoolSize(1);
            JdbcOptions said = JdbcOptions.builder().poolWithoutAutocommit(true).build();

            assertThatThrownBy(() -> open(JdbcStorage.owning(manual))).hasMessageContaining("autocommit off");
            assertThat(isStored(open(JdbcStorage.owning(manual, said)))).isTrue();
        }
    }

    /** What a rolled back transaction made is not remembered, and nobody is woken for what is not committed. */
    @Test
    void aDeskOnAnAmbientStorageKnowsWhenItHasJoined() {
        AtomicInteger woken = new AtomicInteger();
        TicketDesk desk = TicketDesk.builder()
                .storage(ambient)
                .afterCommit(woken::incrementAndGet)
                .build();
        var operator = desk.as(make.tenant(), Actor.operator("olga", "Olga"));
        OpenTicket opening =
                OpenTicket.builder().title("T").category("Made once").build();
        template("PROPAGATION_REQUIRED").executeWithoutResult(status -> {
            operator.contact(Contact.of("c", "Carla")).open(opening);
            assertThat(operator.catalogue().categories()).hasSize(1);
            status.setRollbackOnly();
        });

        assertThat(woken).hasValue(0);
        assertThat(operator.catalogue().categories()).isEmpty();
        operator.contact(Contact.of("c", "Carla")).open(opening);
        assertThat(woken).hasValue(1);
    }

    private TransactionTemplate template(String propagation) {
        TransactionTemplate template = new TransactionTemplate(manager);
        template.setPropagationBehaviorName(propagation);
        return template;
    }

    private TicketId open(TicketStorage storage) {
        TicketChange opening = make.opening(make.ticket().build());
        storage.tickets().commit(opening);
        return opening.after().id();
    }

    private boolean isStored(TicketId id) {
        return JdbcStorage.owning(database).tickets().find(make.tenant(), id).isPresent();
    }

    private void assertIdle() {
        assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
        assertThat(pool.getHikariPoolMXBean().getThreadsAwaitingConnection()).isZero();
        List<AutoCloseable> taken = new ArrayList<>();
        try {
            for (int i = 0; i < POOL; i++) {
                taken.add(pool.getConnection());
            }
            for (AutoCloseable each : taken) {
                each.close();
            }
        } catch (Exception e) {
            throw new AssertionError("of " + POOL + " connections only " + taken.size() + " were idle", e);
        }
    }

    private static void assertRefused(Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        StorageException.class, e -> assertThat(e.code()).isEqualTo(TicketErrorCode.STORAGE_FAILED))
                .hasMessageContaining("no transaction is active");
    }
}
