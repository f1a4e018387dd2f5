package dev.ticketkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.jdbc.fixture.source.BeforeEachDataSource;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.ReferenceRequest;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** An opening that finds its number given by hand, again and again, goes on: each loss is the other's ticket. */
@ParameterizedClass
@EnumSource(SqlDialect.class)
@Tag("R5")
@Timeout(60)
class NumbersByHandTest {
    private static final ReferenceRequest SERIES = new ReferenceRequest("", "T-", 6);
    private static final int LOSSES = 40;

    private final TicketFixtures make = TicketFixtures.ofNewTenant();
    private final HikariDataSource database;

    NumbersByHandTest(SqlDialect dialect) {
        database = TestDatabase.withTables(dialect);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anOpeningPassesAsManyNumbersGivenByHandAsThereAre() {
        TicketStorage others = JdbcStorage.owning(database);
        AtomicInteger given = new AtomicInteger();
        TicketStorage storage = JdbcStorage.owning(BeforeEachDataSource.of("INSERT INTO ticket_event", database, () -> {
            if (given.get() < LOSSES) {
                Ticket byHand = make.ticket()
                        .reference(SERIES.format(given.incrementAndGet()))
                        .build();
                others.tickets().commit(make.opening(byHand));
            }
        }));

        CommitOutcome outcome =
                storage.tickets().commit(make.numbered(make.ticket().build(), SERIES, null));

        assertThat(given).hasValue(LOSSES);
        assertThat(((CommitOutcome.Committed) outcome).receipt().reference()).isEqualTo(new Reference("T-000041"));
    }
}
