package dev.ticketkit.acceptance.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.acceptance.DeskFixture;
import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.statistics.BacklogAge;
import dev.ticketkit.core.statistics.DailyFlow;
import dev.ticketkit.core.statistics.OwnerWorkload;
import dev.ticketkit.core.statistics.StatisticsQuery;
import dev.ticketkit.core.tenant.TenantSettings;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What there is to do, what came and went; folded or not. */
@OnEveryStore
@Tag("B5")
class WorkTest extends DeskFixture {
    WorkTest(Store store) {
        super(store);
    }

    @BeforeEach
    void live() {
        at("2026-03-01T22:59:59Z");
        opened(ticket("old").owner(OLGA).priority(Priority.URGENT));
        at("2026-03-01T23:00:00Z");
        Ticket closed = opened(ticket("closed").owner(PIO));
        opened(ticket("mine").owner(OLGA));
        store.storage().maintenance().run(2);
        at("2026-03-09T09:00:00Z");
        changed(closed, change().status("closed"));
        opened(ticket("free").priority(Priority.LOW));
        opened(ticket("pio's").owner(PIO));
        handle(opened(ticket("gone"))).delete();
        at("2026-03-10T09:00:00Z");
    }

    @Test
    void ticketsInProgressStandUnderTheirOwners() {
        assertThat(olga().statistics().workload())
                .containsExactly(
                        new OwnerWorkload("olga", 2, new TreeMap<>(Map.of(Priority.URGENT, 1L, Priority.MEDIUM, 1L))),
                        new OwnerWorkload("pio", 1, new TreeMap<>(Map.of(Priority.MEDIUM, 1L))),
                        new OwnerWorkload(null, 1, new TreeMap<>(Map.of(Priority.LOW, 1L))));
        assertThat(olga().statistics().workload().get(0).byPriority().keySet())
                .containsExactly(Priority.URGENT, Priority.MEDIUM);
    }

    @Test
    void agesAreCountedFromTheOpening() {
        BacklogAge age = olga().statistics().backlogAge();

        assertThat(age.bands())
                .containsExactly(
                        new BacklogAge.Band(Duration.ZERO, Duration.ofDays(1), 0),
                        new BacklogAge.Band(Duration.ofDays(1), Duration.ofDays(7), 2),
                        new BacklogAge.Band(Duration.ofDays(7), Duration.ofDays(30), 2),
                        new BacklogAge.Band(Duration.ofDays(30), Duration.ofDays(90), 0),
                        new BacklogAge.Band(Duration.ofDays(90), null, 0));
        assertThat(age.oldest()).isEqualTo(Duration.parse("P8DT10H1S"));
    }

    @Test
    void nothingOpenHasNoAge() {
        BacklogAge age = desk().as(new TenantId("t-nobody"), Actor.operator("x"))
                .statistics()
                .backlogAge();

        assertThat(age.oldest()).isNull();
        assertThat(age.bands()).extracting(BacklogAge.Band::tickets).containsOnly(0L);
    }

    @Test
    @Tag("R35")
    void daysAreDaysOfTheTenantsZone() {
        var rome = deskBuilder()
                .tenants(id -> TenantSettings.defaults().withZone(ZoneId.of("Europe/Rome")))
                .build()
                .as(tenant, Actor.operator("olga", "Olga"));

        assertThat(rome.statistics().dailyFlow(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 2)))
                .containsExactly(
                        new DailyFlow(LocalDate.of(2026, 3, 1), 1, 0), new DailyFlow(LocalDate.of(2026, 3, 2), 2, 0));
        assertThat(rome.statistics().dailyFlow(LocalDate.of(2026, 3, 9), LocalDate.of(2026, 3, 9)))
                .containsExactly(new DailyFlow(LocalDate.of(2026, 3, 9), 2, 1));
    }

    @Test
    void reopeningsHaveARate() {
        Ticket ticket = opened(ticket("again").status("closed"));
        changed(ticket, change().status("open"));

        assertThat(olga().statistics()
                        .report(StatisticsQuery.builder().allTime().build())
                        .reopenRate())
                .isEqualTo(1.0 / 6);
    }

    @Test
    void aRangeThatIsNoneIsRefused() {
        assertRefused("days", () -> olga().statistics().dailyFlow(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 1)));
        assertRefused("days", () -> olga().statistics().dailyFlow(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 2, 5)));
    }
}
