package dev.ticketkit.acceptance.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketkit.acceptance.DeskFixture;
import dev.ticketkit.acceptance.OnEveryDatabase;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.result.CommandResult;
import dev.ticketkit.core.result.ConflictException;
import dev.ticketkit.core.statistics.StatisticsQuery;
import dev.ticketkit.jdbc.HostConnections;
import dev.ticketkit.jdbc.JdbcStorage;
import dev.ticketkit.spi.error.KeyReusedException;
import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spi.error.TakenException;
import dev.ticketkit.spi.error.TicketErrorCode;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.TicketQuery;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
@Tag("B6")
@Tag("F25")
class HostTransactionTest extends DeskFixture {
    HostTransactionTest(Store store) {
        super(store);
    }

    @BeforeEach
    void createTable() throws SQLException {
        HostTransaction.createTable(store.dataSource());
    }

    private HostTransaction begin() throws SQLException {
        return HostTransaction.begin(store.dataSource(), deskBuilder(), tenant);
    }

    private List<String> orders() throws SQLException {
        return HostTransaction.orders(store.dataSource(), tenant);
    }

    @Test
    void orderAndTicketCommitTogetherAndNothingIsVisibleBefore() throws SQLException {
        try (HostTransaction host = begin()) {
            host.order("o1");
            Ticket ticket = host.desk()
                    .open(ticket("a").category("New").externalId("o1").build())
                    .ticket();
            host.desk().ticket(ticket.id()).addInternalNote("n");
            assertThat(host.desk().list(TicketQuery.all()).items()).hasSize(1);
            assertThat(host.desk().statistics().report().tickets()).isEqualTo(1);

            assertThat(olga().find(ticket.id())).isEmpty();
            assertThat(olga().find(ticket.reference())).isEmpty();
            assertThat(olga().findByExternalId("o1")).isEmpty();
            assertThat(allTitles()).isEmpty();
            assertThat(olga().catalogue().categories()).isEmpty();
            assertThat(olga().statistics().report().tickets()).isZero();
            assertThat(orders()).isEmpty();
            host.commit();

            assertThat(olga().ticket(ticket.id()).history()).hasSize(2);
        }
        assertThat(allTitles()).containsExactly("a");
        assertThat(orders()).containsExactly("o1");
    }

    @Test
    void orderAndTicketRollBackTogether() throws SQLException {
        Ticket before = opened("before");
        try (HostTransaction host = begin()) {
            host.order("o1");
            host.desk()
                    .open(ticket("a")
                            .category("New")
                            .externalId("o1")
                            .reference("R1")
                            .idempotencyKey("k")
                            .build());
            host.desk()
                    .ticket(before.id())
                    .change(change().title("changed").status("closed").build());
            host.desk().ticket(before.id()).delete();
            host.rollback();
        }
        assertThat(orders()).isEmpty();
        assertThat(now(before)).isEqualTo(before);
        assertThat(handle(before).history()).hasSize(1);
        assertThat(olga().catalogue().categories()).isEmpty();
        assertThat(olga().statistics().verify().differences()).isEmpty();
        CommandResult again = olga().open(ticket("b")
                .externalId("o1")
                .reference("R1")
                .idempotencyKey("k")
                .build());
        assertThat(again.replayed()).isFalse();
    }

    @Test
    @Tag("B2")
    void ticketInHandOfARolledBackTransactionIsOnlyItsName() throws SQLException {
        Ticket before = opened("Printer");
        Ticket changed;
        Ticket found;
        try (HostTransaction host = begin()) {
            changed = host.desk()
                    .ticket(before.id())
                    .change(change().title("Ghost").build())
                    .ticket();
            found = host.desk().find(before.id()).orElseThrow();
            host.rollback();
        }
        changed(before, change().priority(Priority.URGENT));

        olga().ticket(changed).change(change().status("resolved").build());
        olga().ticket(found).change(change().category("New").build());

        Ticket now = now(before);
        assertThat(now.title()).isEqualTo("Printer");
        assertThat(now.priority()).isEqualTo(Priority.URGENT);
        assertThat(now.status()).isEqualTo(Status.RESOLVED);
        assertThat(now.version()).isEqualTo(4);
        assertThat(olga().statistics().verify().differences()).isEmpty();
    }

    @Test
    @Tag("R7")
    @Tag("F20")
    void rolledBackNumbersLeaveNoGap() throws SQLException {
        opened("one");
        try (HostTransaction host = begin()) {
            assertThat(host.desk()
                            .open(ticket("x").build())
                            .ticket()
                            .reference()
                            .value())
                    .isEqualTo("T-000002");
            assertThat(host.desk()
                            .open(ticket("y").build())
                            .ticket()
                            .reference()
                            .value())
                    .isEqualTo("T-000003");
            host.rollback();
        }
        assertThat(opened("two").reference().value()).isEqualTo("T-000002");
    }

    @Test
    void savepointTakesBackOnlyWhatCameAfterIt() throws SQLException {
        try (HostTransaction host = begin()) {
            host.order("kept");
            Ticket kept = host.desk().open(ticket("kept").build()).ticket();
            Savepoint outer = host.connection.setSavepoint();
            host.order("lost");
            host.desk().open(ticket("lost").category("Lost").build());
            host.desk().ticket(kept.id()).change(change().title("lost too").build());
            Savepoint inner = host.connection.setSavepoint();
            host.desk().open(ticket("lost three").build());
            host.connection.rollback(inner);
            host.connection.rollback(outer);
            assertThat(host.desk()
                            .open(ticket("after").build())
                            .ticket()
                            .reference()
                            .value())
                    .isEqualTo("T-000002");
            host.commit();
        }
        assertThat(allTitles()).containsExactlyInAnyOrder("kept", "after");
        assertThat(orders()).containsExactly("kept");
        assertThat(olga().catalogue().categories()).isEmpty();
        assertThat(olga().statistics().verify().differences()).isEmpty();
    }

    @Test
    @Tag("B2")
    @Tag("B3")
    void refusalsAndConflictsLeaveTheTransactionUsable() throws SQLException {
        Ticket ticket = opened(ticket("a").reference("R1").externalId("e1").idempotencyKey("k"));
        changed(ticket, change().title("b"));
        try (HostTransaction host = begin()) {
            host.order("o1");
            assertThatThrownBy(
                            () -> host.desk().open(ticket("x").reference("r1").build()))
                    .isInstanceOf(TakenException.class);
            assertThatThrownBy(
                            () -> host.desk().open(ticket("x").externalId("e1").build()))
                    .isInstanceOf(TakenException.class);
            assertThatThrownBy(() ->
                            host.desk().open(ticket("x").idempotencyKey("k").build()))
                    .isInstanceOf(KeyReusedException.class);
            assertThatThrownBy(() -> host.desk()
                            .ticket(ticket.id())
                            .change(change().title("c").onVersion(1).build()))
                    .isInstanceOf(ConflictException.class);
            assertRefused("title", () -> host.desk().open(ticket("\u0000").build()));
            assertThat(host.desk()
                            .open(ticket("a")
                                    .reference("R1")
                                    .externalId("e1")
                                    .idempotencyKey("k")
                                    .build())
                            .replayed())
                    .isTrue();
            host.desk().open(ticket("good").build());
            host.commit();
        }
        assertThat(allTitles()).containsExactlyInAnyOrder("b", "good");
        assertThat(orders()).containsExactly("o1");
    }

    @Test
    void hostsOwnFailureTakesTheTicketWithIt() throws SQLException {
        try (HostTransaction host = begin()) {
            host.order("o1");
            host.commit();
            host.desk().open(ticket("a").build());
            assertThatThrownBy(() -> host.order("o1")).isInstanceOf(SQLException.class);
            host.rollback();
        }
        assertThat(allTitles()).isEmpty();
        assertThat(orders()).containsExactly("o1");
    }

    @Test
    void catalogueIsPartOfTheTransaction() throws SQLException {
        opened(ticket("a").category("One"));
        try (HostTransaction host = begin()) {
            host.desk().catalogue().renameCategory("One", "Uno");
            host.desk().catalogue().relabelStatus("open", "Aperto");
            assertThat(host.desk().catalogue().categories().get(0).category().name())
                    .isEqualTo("Uno");
            host.rollback();
        }
        assertThat(olga().catalogue().categories().get(0).category().name()).isEqualTo("One");
        assertThat(olga().catalogue().statuses().entries().get(0).label()).isNull();
    }

    @Test
    void connectionIsLeftAsItWas() throws SQLException {
        try (Connection connection = store.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            int isolation = connection.getTransactionIsolation();
            var joined = deskBuilder()
                    .storage(JdbcStorage.joining(HostConnections.held(() -> connection)))
                    .build()
                    .as(tenant, dev.ticketkit.spi.model.Actor.host("h"));
            joined.open(ticket("a").build());
            joined.statistics().report(StatisticsQuery.builder().allTime().build());

            assertThat(connection.isClosed()).isFalse();
            assertThat(connection.getAutoCommit()).isFalse();
            assertThat(connection.getTransactionIsolation()).isEqualTo(isolation);
            assertThat(connection.isReadOnly()).isFalse();
            connection.rollback();
            connection.setAutoCommit(true);
            assertThatThrownBy(() -> joined.open(ticket("b").build()))
                    .isInstanceOf(StorageException.class)
                    .extracting(error -> ((StorageException) error).code())
                    .isEqualTo(TicketErrorCode.STORAGE_FAILED);
        }
        assertThat(allTitles()).isEmpty();
    }
}
