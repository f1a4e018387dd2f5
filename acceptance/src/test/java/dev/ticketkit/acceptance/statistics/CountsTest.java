package dev.ticketkit.acceptance.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.ticketkit.acceptance.DeskFixture;
import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.statistics.CategoryShare;
import dev.ticketkit.core.statistics.PriorityCount;
import dev.ticketkit.core.statistics.StatisticsQuery;
import dev.ticketkit.core.statistics.StatisticsReport;
import dev.ticketkit.core.statistics.StatusCount;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.statistics.CountBasis;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@OnEveryStore
class CountsTest extends DeskFixture {
    CountsTest(Store store) {
        super(store);
    }

    private StatisticsReport report() {
        return olga().statistics().report();
    }

    private StatisticsReport openNow() {
        return olga().statistics()
                .report(StatisticsQuery.builder().basis(CountBasis.OPEN_NOW).build());
    }

    private static String name(CategoryShare share) {
        return share.category() == null ? null : share.category().name();
    }

    @Test
    @Tag("R31")
    void ofNothingAreNothing() {
        assertThat(report().categories()).isEmpty();
        assertThat(report().tickets()).isZero();
        assertThat(report().statuses()).hasSize(7).allSatisfy(row -> assertThat(row.tickets())
                .isZero());
        assertThat(report().priorities()).hasSize(6).allSatisfy(row -> assertThat(row.tickets())
                .isZero());
        assertThat(report().closingTimes()).isEmpty();
        assertThat(report().closingTime().mean()).isNull();
        assertThat(report().closingTime().meanHours()).isNull();
    }

    @Test
    @Tag("R31")
    void categorySharesAreUnroundedLargestFirstWithARowForNone() {
        for (String category : new String[] {"B", "B", "B", "A", "C"}) {
            opened(ticket("x").category(category));
        }
        opened("none");
        opened("none");
        StatisticsReport report = report();

        assertThat(report.categories())
                .extracting(CountsTest::name, CategoryShare::tickets)
                .containsExactly(tuple("B", 3L), tuple(null, 2L), tuple("A", 1L), tuple("C", 1L));
        assertThat(report.categories().get(0).percent()).isEqualTo(300.0 / 7);
        assertThat(report.categories().get(1).percent()).isEqualTo(200.0 / 7);
        assertThat(report.categories().stream()
                        .mapToDouble(CategoryShare::percent)
                        .sum())
                .isCloseTo(100.0, within(1e-9));
        assertThat(report.tickets()).isEqualTo(7);
    }

    @Test
    @Tag("R31")
    void categoriesWithTheSameCountAreInOrderOfNameNoneLast() {
        for (String category : new String[] {"b", "Ä", "a", "C"}) {
            opened(ticket("x").category(category));
        }
        opened("none");

        assertThat(report().categories()).extracting(CountsTest::name).containsExactly("a", "b", "C", "Ä", null);
    }

    @Test
    @Tag("R32")
    void everyVisibleStatusHasARow() {
        opened(ticket("a").status("pending"));
        opened(ticket("b").status("pending"));
        opened(ticket("c").status("closed"));
        var own = olga().catalogue().addStatus("Own", MacroStatus.IN_PROGRESS);

        assertThat(report().statuses())
                .extracting(row -> row.status().key(), StatusCount::tickets)
                .containsExactly(
                        tuple("open", 0L),
                        tuple("in-progress", 0L),
                        tuple("pending", 2L),
                        tuple("waiting", 0L),
                        tuple("resolved", 0L),
                        tuple("closed", 1L),
                        tuple("terminated", 0L),
                        tuple(own.key(), 0L));
    }

    @Test
    @Tag("R32")
    void hiddenStatusHasARowOnlyWhileItHasTickets() {
        Ticket ticket = opened(ticket("a").status("pending"));
        handle(ticket).delete();
        olga().statuses().hide("pending");
        olga().statuses().hide("waiting");
        handle(ticket).restore();
        assertThat(report().statuses())
                .hasSize(6)
                .extracting(row -> row.status().key())
                .contains("pending")
                .doesNotContain("waiting");
        changed(ticket, change().status("open"));

        assertThat(report().statuses()).hasSize(5);
    }

    @Test
    @Tag("R33")
    void prioritiesAreSixMostUrgentFirst() {
        opened(ticket("a").priority(Priority.LOW));
        opened(ticket("b").priority(Priority.URGENT));
        opened(ticket("c").priority(Priority.LOW));
        olga().catalogue().setPriority(Priority.HIGH, null, false);

        assertThat(report().priorities())
                .extracting(PriorityCount::priority, PriorityCount::label, PriorityCount::tickets)
                .containsExactly(
                        tuple(Priority.URGENT, "Urgent", 1L),
                        tuple(Priority.HIGHEST, "Highest", 0L),
                        tuple(Priority.HIGH, "High", 0L),
                        tuple(Priority.MEDIUM, "Medium", 0L),
                        tuple(Priority.LOW, "Low", 2L),
                        tuple(Priority.LOWEST, "Lowest", 0L));
    }

    @Test
    @Tag("R35")
    void haveTwoReadings() {
        opened(ticket("old and open").category("A").priority(Priority.HIGH));
        Ticket closed = opened(ticket("old and closed").category("B"));
        changed(closed, change().status("closed"));
        later(Duration.ofDays(60));
        Ticket young = opened(ticket("young and closed").category("B").priority(Priority.LOW));
        changed(young, change().status("resolved"));

        assertThat(report().tickets()).isEqualTo(1);
        assertThat(report().categories()).extracting(CountsTest::name).containsExactly("B");
        assertThat(report().statuses().get(4).tickets()).isEqualTo(1);
        assertThat(openNow().tickets()).isEqualTo(1);
        assertThat(openNow().categories()).extracting(CountsTest::name).containsExactly("A");
        assertThat(openNow().priorities().get(2).tickets()).isEqualTo(1);
        assertThat(openNow().statuses().get(0).tickets()).isEqualTo(1);
        assertThat(openNow().statuses().stream().mapToLong(StatusCount::tickets).sum())
                .isEqualTo(1);
    }

    @Test
    @Tag("R35")
    void filterByCategoriesAppliesToAll() {
        Ticket one = opened(ticket("a").category("Straße").priority(Priority.LOW));
        opened(ticket("b").category("Other"));
        opened("c");
        later(Duration.ofHours(3));
        changed(one, change().status("closed"));
        StatisticsReport report = olga().statistics()
                .report(StatisticsQuery.builder().categories(" STRASSE ").build());

        assertThat(report.tickets()).isEqualTo(1);
        assertThat(report.categories()).containsExactly(new CategoryShare(one.category(), 1, 100.0));
        assertThat(report.statuses().get(5).tickets()).isEqualTo(1);
        assertThat(report.priorities().get(4).tickets()).isEqualTo(1);
        assertThat(report.closingTimes()).hasSize(1);
        assertThat(report.closingTime().mean()).isEqualTo(Duration.ofHours(3));
        assertThat(report.statusEntries()).isEqualTo(Map.of("closed", 1L));
        assertThat(olga().statistics()
                        .report(StatisticsQuery.builder().categories("unknown").build())
                        .tickets())
                .isZero();
        assertThat(olga().statistics()
                        .report(StatisticsQuery.builder()
                                .categories("other", "strasse")
                                .build())
                        .tickets())
                .isEqualTo(2);
    }

    @Test
    void statusEntriesAndReopeningsAreCounted() {
        Ticket ticket = opened("a");
        for (String status : new String[] {"resolved", "open", "resolved", "closed", "waiting"}) {
            changed(ticket, change().status(status));
        }
        changed(opened(ticket("b").status("resolved")), change().title("c"));

        assertThat(report().statusEntries()).isEqualTo(Map.of("resolved", 2L, "open", 1L, "closed", 1L, "waiting", 1L));
        assertThat(report().reopenings()).isEqualTo(2);
        handle(ticket).delete();
        assertThat(report().statusEntries()).isEmpty();
        assertThat(report().reopenings()).isZero();
    }
}
