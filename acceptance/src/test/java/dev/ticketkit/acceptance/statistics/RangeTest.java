package dev.ticketkit.acceptance.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.acceptance.DeskFixture;
import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.statistics.MonthlyFlow;
import dev.ticketkit.core.statistics.StatisticsQuery;
import dev.ticketkit.core.tenant.TenantSettings;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Ticket;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@OnEveryStore
@Tag("R35")
@Tag("F43")
class RangeTest extends DeskFixture {
    RangeTest(Store store) {
        super(store);
    }

    private ActorDesk in(String zone) {
        return deskBuilder()
                .tenants(id -> TenantSettings.defaults().withZone(ZoneId.of(zone)))
                .build()
                .as(tenant, Actor.operator("olga"));
    }

    private void openedAround(Instant instant) {
        for (Instant at : List.of(instant.minusNanos(1000), instant)) {
            olga().at(at).open(ticket("at " + at).build());
        }
    }

    private long opened(StatisticsQuery.Builder query) {
        return olga().statistics().report(query.build()).tickets();
    }

    /** Each day with the instants at which it begins and ends there. */
    @ParameterizedTest
    @CsvSource({
        "UTC, 2026-03-10, 2026-03-10T00:00:00Z, 2026-03-11T00:00:00Z",
        "Asia/Kathmandu, 2026-03-10, 2026-03-09T18:15:00Z, 2026-03-10T18:15:00Z",
        "America/St_Johns, 2026-03-08, 2026-03-08T03:30:00Z, 2026-03-09T02:30:00Z",
        "America/St_Johns, 2026-11-01, 2026-11-01T02:30:00Z, 2026-11-02T03:30:00Z",
        "Europe/Rome, 2026-03-29, 2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z",
        "Australia/Lord_Howe, 2026-04-05, 2026-04-04T13:00:00Z, 2026-04-05T13:30:00Z",
        "America/Sao_Paulo, 2018-11-04, 2018-11-04T03:00:00Z, 2018-11-05T02:00:00Z",
        "Pacific/Kiritimati, 2026-01-01, 2025-12-31T10:00:00Z, 2026-01-01T10:00:00Z",
        "Pacific/Apia, 2011-12-31, 2011-12-30T10:00:00Z, 2011-12-31T10:00:00Z"
    })
    void isWholeLocalDaysHalfOpen(String zone, LocalDate day, Instant begin, Instant end) {
        openedAround(begin);
        openedAround(end);
        ZoneId there = ZoneId.of(zone);

        assertThat(opened(StatisticsQuery.builder().days(day, day).zone(there))).isEqualTo(2);
        assertThat(opened(StatisticsQuery.builder()
                        .days(day.minusDays(2), day.minusDays(1))
                        .zone(there)))
                .isEqualTo(1);
        assertThat(opened(StatisticsQuery.builder()
                        .days(day.plusDays(1), day.plusDays(1))
                        .zone(there)))
                .isEqualTo(1);
        assertThat(opened(StatisticsQuery.builder()
                        .days(day.minusDays(2), day.plusDays(1))
                        .zone(there)))
                .isEqualTo(4);
        assertThat(in(zone).statistics()
                        .report(StatisticsQuery.builder().days(day, day).build())
                        .tickets())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "UTC, 2026-03-31T23:59:59.999999Z, 1",
        "UTC, 2026-04-01T00:00:00Z, 0",
        "UTC, 2026-02-28T23:59:59.999999Z, 0",
        "Asia/Kathmandu, 2026-03-31T18:14:59.999999Z, 1",
        "Asia/Kathmandu, 2026-03-31T18:15:00Z, 0",
        "America/St_Johns, 2026-04-01T02:29:59Z, 1",
        "America/St_Johns, 2026-04-01T02:30:00Z, 0"
    })
    void isTheCurrentMonthByTheClockInTheTenantsZoneUnlessSaid(String zone, Instant now, long tickets) {
        olga().at(Instant.parse("2026-03-15T12:00:00Z")).open(ticket("a").build());
        clock.set(now);

        assertThat(in(zone).statistics().report().tickets()).isEqualTo(tickets);
    }

    @Test
    void endsAfterItBeginsWithinTheYears1900To9999() {
        LocalDate day = LocalDate.of(2026, 3, 10);
        assertRefused("days", () -> StatisticsQuery.builder().days(day, day.minusDays(1)));
        assertRefused("days", () -> StatisticsQuery.builder().days(LocalDate.MIN, day));
        assertRefused("days", () -> StatisticsQuery.builder().days(day, LocalDate.MAX));
        assertRefused("days", () -> StatisticsQuery.builder().month(YearMonth.of(1899, 12)));
        assertRefused("months", () -> olga().statistics().monthlyFlow(YearMonth.of(2026, 2), YearMonth.of(2026, 1)));
        assertRefused("months", () -> olga().statistics().monthlyFlow(YearMonth.of(1900, 1), YearMonth.of(2026, 1)));
        assertThat(opened(StatisticsQuery.builder().days(LocalDate.of(1900, 1, 1), LocalDate.of(9999, 12, 30))))
                .isZero();
    }

    @Test
    void ofEachMonthGivesTheFlow() {
        Ticket ticket = olga().at(Instant.parse("2026-01-31T18:14:00Z"))
                .open(ticket("a").build())
                .ticket();
        olga().at(Instant.parse("2026-01-31T18:15:00Z")).open(ticket("b").build());
        olga().at(Instant.parse("2026-03-31T18:14:00Z"))
                .ticket(ticket)
                .change(change().status("closed").build());

        assertThat(in("Asia/Kathmandu").statistics().monthlyFlow(YearMonth.of(2026, 1), YearMonth.of(2026, 3)))
                .containsExactly(
                        new MonthlyFlow(YearMonth.of(2026, 1), 1, 0),
                        new MonthlyFlow(YearMonth.of(2026, 2), 1, 0),
                        new MonthlyFlow(YearMonth.of(2026, 3), 0, 1));
        assertThat(olga().statistics().monthlyFlow(YearMonth.of(2026, 1), YearMonth.of(2026, 1)))
                .containsExactly(new MonthlyFlow(YearMonth.of(2026, 1), 2, 0));
    }

    @Test
    void ofMonthsMayBe1200() {
        YearMonth last = YearMonth.of(2026, 3);

        assertThat(olga().statistics().monthlyFlow(last.minusMonths(1199), last))
                .hasSize(1200);
        assertRefused("months", () -> olga().statistics().monthlyFlow(last.minusMonths(1200), last));
        YearMonth far = YearMonth.of(999_999_999, 12);
        assertRefused("days", () -> olga().statistics().monthlyFlow(far, far));
    }
}
