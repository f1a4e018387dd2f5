package dev.ticketkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.jdbc.fixture.source.FaultyDataSource;
import dev.ticketkit.jdbc.fixture.source.FaultyDataSource.Fault;
import dev.ticketkit.spi.error.RetryableException;
import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spi.error.TicketErrorCode;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.CommitOutcome.Committed;
import dev.ticketkit.spi.storage.Receipt;
import dev.ticketkit.spi.storage.ReferenceRequest;
import dev.ticketkit.spi.storage.TicketChange;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(SqlDialect.class)
@Tag("F8")
class UnknownCommitTest {
    private static final ReferenceRequest SERIES = new ReferenceRequest("S", "S-", 4);

    private final DataSource database;
    private final TicketFixtures make = TicketFixtures.ofNewTenant();
    private JdbcStorage sound;

    UnknownCommitTest(SqlDialect dialect) {
        database = TestDatabase.withTables(dialect);
    }

    @BeforeEach
    void open() {
        sound = JdbcStorage.owning(database);
    }

    @ParameterizedTest
    @CsvSource({
        "AFTER,08006",
        "BEFORE,08006",
        "AFTER,57P01",
        "BEFORE,XX000",
        "AFTER,53100",
        "BEFORE,40001",
        "BEFORE,40P01"
    })
    void findsOutByCommittingAgain(Fault fault, String state) {
        TicketChange opening = make.numbered(make.ticket().build(), SERIES, TicketFixtures.stamp("open:1", "body"));

        CommitOutcome outcome = faulty(fault, state, 2).tickets().commit(opening);

        Receipt receipt = ((Committed) outcome).receipt();
        assertThat(receipt.reference().value()).isEqualTo("S-0001");
        assertThat(receipt.eventId()).isEqualTo(opening.event().id());
        assertThat(sound.events().history(make.tenant(), opening.after().id(), 0, 10))
                .hasSize(1);
        assertThat(nextNumber()).isEqualTo("S-0002");
    }

    @ParameterizedTest
    @CsvSource({
        "AFTER,08006,STORAGE_UNKNOWN",
        "BEFORE,08006,STORAGE_UNKNOWN",
        "BEFORE,40001,STORAGE_RETRYABLE",
        "BEFORE,42601,STORAGE_FAILED",
        "BEFORE,57014,STORAGE_RETRYABLE"
    })
    void givesUpAfterSomeTriesAndSaysWhatIsKnown(Fault fault, String state, TicketErrorCode code) {
        TicketChange opening = make.opening(make.ticket().build());

        assertThatThrownBy(() -> faulty(fault, state, 100).tickets().commit(opening))
                .isInstanceOfSatisfying(
                        StorageException.class, e -> assertThat(e.code()).isEqualTo(code))
                .matches(e -> e instanceof RetryableException == (code == TicketErrorCode.STORAGE_RETRYABLE));

        boolean stored =
                sound.tickets().find(make.tenant(), opening.after().id()).isPresent();
        assertThat(stored).isEqualTo(fault == Fault.AFTER);
        assertThat(sound.tickets().commit(opening)).isInstanceOf(Committed.class);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aChangeIsStoredOnce(Fault fault) {
        TicketChange opening = make.opening(make.ticket().build());
        sound.tickets().commit(opening);
        Ticket before =
                sound.tickets().find(make.tenant(), opening.after().id()).orElseThrow();

        CommitOutcome outcome =
                faulty(fault, "08006", 1).tickets().commit(make.change(before, ticket -> ticket.title("Other")));

        assertThat(((Committed) outcome).receipt().version()).isEqualTo(2);
        assertThat(sound.tickets()
                        .find(make.tenant(), before.id())
                        .orElseThrow()
                        .title())
                .isEqualTo("Other");
        assertThat(sound.events().history(make.tenant(), before.id(), 0, 10)).hasSize(2);
    }

    private String nextNumber() {
        Committed next =
                (Committed) sound.tickets().commit(make.numbered(make.ticket().build(), SERIES, null));
        return next.receipt().reference().value();
    }

    private JdbcStorage faulty(Fault fault, String state, int faults) {
        return JdbcStorage.owning(
                FaultyDataSource.of(database, fault, state, faults), JdbcOptions.defaults(), millis -> {});
    }
}
