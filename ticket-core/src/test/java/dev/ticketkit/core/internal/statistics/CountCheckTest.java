package dev.ticketkit.core.internal.statistics;

import static dev.ticketkit.core.Tickets.NINE;
import static dev.ticketkit.core.Tickets.category;
import static dev.ticketkit.core.Tickets.open;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.core.statistics.ClosingTime;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.InstantRange;
import dev.ticketkit.spi.storage.statistics.CountBasis;
import dev.ticketkit.spi.storage.statistics.TicketCount;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("B5")
class CountCheckTest {
    private static final InstantRange TODAY = InstantRange.of(NINE, NINE.plus(Duration.ofDays(1)));

    @Test
    void sumsClosingTimesAndReopeningsOfAGroup() {
        CountCheck fold = new CountCheck(CountBasis.CLOSED, TODAY)
                .add(closedAfter(Duration.ofHours(1), 0))
                .add(closedAfter(Duration.ofHours(3), 2))
                .add(closedAfter(Duration.ofHours(24), 5))
                .add(open().build());

        assertThat(fold.rows())
                .containsExactly(new TicketCount(
                        null, Status.CLOSED, Priority.MEDIUM, 2, BigInteger.valueOf(4 * 3_600_000_000L), 2));
    }

    @Test
    void leavesDeletedTicketsOut() {
        Ticket deleted = open().deletedAt(NINE).build();

        assertThat(new CountCheck(CountBasis.OPENED, InstantRange.ALWAYS)
                        .add(deleted)
                        .rows())
                .isEmpty();
    }

    @Test
    void foldsOfPartsMergeToTheFoldOfAll() {
        long seed = 20260310;
        List<Ticket> tickets = randomTickets(new Random(seed), 500);
        for (CountBasis reading : CountBasis.values()) {
            CountCheck all = new CountCheck(reading, TODAY);
            CountCheck left = new CountCheck(reading, TODAY);
            CountCheck right = new CountCheck(reading, TODAY);
            for (int i = 0; i < tickets.size(); i++) {
                all.add(tickets.get(i));
                (i % 3 == 0 ? left : right).add(tickets.get(i));
            }

            assertThat(right.merge(left).rows())
                    .as("seed %d, %s", seed, reading)
                    .containsExactlyInAnyOrderElementsOf(all.rows())
                    .isNotEmpty();
        }
    }

    @Test
    @Tag("R34")
    void meanOfManyYearsDoesNotOverflow() {
        BigInteger tenMillionYears = BigInteger.valueOf(10_000_000).multiply(BigInteger.valueOf(31_557_600_000_000L));

        ClosingTime time = new ClosingTime(null, 10_000_000, tenMillionYears);

        assertThat(time.mean()).isEqualTo(Duration.ofHours(8766));
        assertThat(time.meanHours()).isEqualTo(8766.0);
    }

    @Test
    @Tag("R34")
    void meanOfNothingIsNothing() {
        ClosingTime none = new ClosingTime(null, 0, BigInteger.ZERO);

        assertThat(none.mean()).isNull();
        assertThat(none.meanHours()).isNull();
    }

    private static Ticket closedAfter(Duration time, int reopenings) {
        return open().status(Status.CLOSED)
                .closedAt(NINE.plus(time))
                .reopenings(reopenings)
                .build();
    }

    private static List<Ticket> randomTickets(Random random, int count) {
        List<Category> categories = List.of(category("A"), category("B"), category("C"));
        List<Ticket> tickets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Status status = Status.predefined().get(random.nextInt(7));
            boolean closed = status.position() >= Status.RESOLVED.position();
            tickets.add(open().openedAt(NINE.minusSeconds(random.nextInt(90_000) - 45_000))
                    .status(status)
                    .closedAt(closed ? NINE.plusSeconds(random.nextInt(180_000)) : null)
                    .priority(Priority.ofRank(1 + random.nextInt(6)))
                    .category(random.nextInt(4) == 0 ? null : categories.get(random.nextInt(3)))
                    .reopenings(random.nextInt(3))
                    .build());
        }
        return tickets;
    }
}
