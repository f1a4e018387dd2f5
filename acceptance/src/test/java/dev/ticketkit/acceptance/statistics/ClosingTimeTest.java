package dev.ticketkit.acceptance.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ticketkit.acceptance.DeskFixture;
import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.statistics.ClosingTime;
import dev.ticketkit.core.statistics.StatisticsQuery;
import dev.ticketkit.core.statistics.StatisticsReport;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.statistics.CountBasis;
import java.time.Duration;
import java.time.YearMonth;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@OnEveryStore
@Tag("R34")
class ClosingTimeTest extends DeskFixture {
    ClosingTimeTest(Store store) {
        super(store);
    }

    private Ticket closed(String category, String from, String until) {
        at(from);
        Ticket ticket = opened(category == null ? ticket("x") : ticket("x").category(category));
        at(until);
        return changed(ticket, change().status("closed")).ticket();
    }

    private StatisticsReport report(CountBasis reading, int month) {
        return olga().statistics()
                .report(StatisticsQuery.builder()
                        .closing(reading)
                        .month(YearMonth.of(2026, month))
                        .build());
    }

    private static String name(ClosingTime time) {
        return time.category() == null ? null : time.category().name();
    }

    @Test
    void meanIsOverTicketsNotOfMeans() {
        closed("A", "2026-03-01T00:00:00Z", "2026-03-01T10:00:00Z");
        closed("B", "2026-03-02T00:00:00Z", "2026-03-02T01:00:00Z");
        closed("B", "2026-03-02T00:00:00Z", "2026-03-02T02:00:00Z");
        closed("B", "2026-03-02T00:00:00Z", "2026-03-02T03:00:00Z");
        closed(null, "2026-03-02T00:00:00Z", "2026-03-02T04:00:00Z");
        StatisticsReport report = report(CountBasis.CLOSED, 3);

        assertThat(report.closingTimes())
                .extracting(ClosingTimeTest::name, ClosingTime::closed, ClosingTime::mean)
                .containsExactly(
                        tuple("B", 3L, Duration.ofHours(2)),
                        tuple("A", 1L, Duration.ofHours(10)),
                        tuple(null, 1L, Duration.ofHours(4)));
        assertThat(report.closingTime().closed()).isEqualTo(5);
        assertThat(report.closingTime().mean()).isEqualTo(Duration.ofHours(4));
        assertThat(report.closingTime().meanHours()).isEqualTo(4.0);
    }

    @Test
    void ofACategoryAddsUpOverStatusesAndPriorities() {
        changed(closed("A", "2026-03-01T00:00:00Z", "2026-03-01T01:00:00Z"), change().priority(Priority.URGENT));
        changed(closed("a", "2026-03-01T00:00:00Z", "2026-03-01T02:00:00Z"), change().status("resolved"));
        closed("A", "2026-03-01T00:00:00Z", "2026-03-01T06:00:00Z");
        StatisticsReport report = report(CountBasis.CLOSED, 3);

        assertThat(report.closingTimes())
                .extracting(ClosingTimeTest::name, ClosingTime::closed, ClosingTime::mean)
                .containsExactly(tuple("A", 3L, Duration.ofHours(3)));
        assertThat(report.closingTime().mean()).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void isExactToTheMicrosecond() {
        closed("A", "2026-03-01T00:00:00.000001Z", "2026-03-01T00:00:00.000002Z");
        closed("A", "2026-03-01T00:00:00Z", "2026-03-01T00:00:00.000003Z");

        assertThat(report(CountBasis.CLOSED, 3).closingTime().totalMicros()).isEqualTo(4);
        assertThat(report(CountBasis.CLOSED, 3).closingTime().mean()).isEqualTo(Duration.ofNanos(2000));
    }

    @Test
    void ofCenturiesDoesNotOverflow() {
        for (int i = 0; i < 50; i++) {
            closed("A", "1900-01-01T00:00:00Z", "9999-12-30T00:00:00Z");
        }
        StatisticsReport all =
                olga().statistics().report(StatisticsQuery.builder().allTime().build());

        assertThat(all.closingTime().mean())
                .isEqualTo(Duration.between(
                        java.time.Instant.parse("1900-01-01T00:00:00Z"),
                        java.time.Instant.parse("9999-12-30T00:00:00Z")));
        assertThat(all.closingTime().closed()).isEqualTo(50);
    }

    @Test
    void hasTwoReadings() {
        closed("A", "2026-02-28T00:00:00Z", "2026-03-02T00:00:00Z");
        closed("A", "2026-03-31T00:00:00Z", "2026-04-01T00:00:00Z");

        assertThat(report(CountBasis.CLOSED, 3).closingTime().mean()).isEqualTo(Duration.ofDays(2));
        assertThat(report(CountBasis.OPENED, 3).closingTime().mean()).isEqualTo(Duration.ofDays(1));
        assertThat(report(CountBasis.CLOSED, 2).closingTime().closed()).isZero();
        assertThat(report(CountBasis.OPENED, 4).closingTime().closed()).isZero();
    }

    @Test
    void isOfTicketsThatAreClosedNow() {
        Ticket reopened = closed("A", "2026-03-01T00:00:00Z", "2026-03-02T00:00:00Z");
        Ticket again = closed("B", "2026-03-01T00:00:00Z", "2026-03-02T00:00:00Z");
        changed(reopened, change().status("open"));
        changed(again, change().status("open"));
        at("2026-04-01T00:00:00Z");
        changed(again, change().status("resolved"));

        assertThat(report(CountBasis.CLOSED, 3).closingTimes()).isEmpty();
        assertThat(report(CountBasis.CLOSED, 4).closingTime().mean()).isEqualTo(Duration.ofDays(31));
        assertThat(report(CountBasis.OPENED, 3).closingTime().closed()).isEqualTo(1);
    }

    @Test
    void countsTicketsOpenedTerminatedAsZero() {
        at("2026-03-05T00:00:00Z");
        opened(ticket("a").status("closed"));
        closed(null, "2026-03-05T00:00:00Z", "2026-03-05T02:00:00Z");

        assertThat(report(CountBasis.CLOSED, 3).closingTime().mean()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void forgetsDeletedTickets() {
        Ticket ticket = closed("A", "2026-03-01T00:00:00Z", "2026-03-02T00:00:00Z");
        handle(ticket).delete();
        assertThat(report(CountBasis.CLOSED, 3).closingTime().closed()).isZero();
        handle(ticket).restore();

        assertThat(report(CountBasis.CLOSED, 3).closingTime().mean()).isEqualTo(Duration.ofDays(1));
    }
}
