package dev.ticketkit.acceptance.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketkit.acceptance.DeskFixture;
import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.catalogue.Catalogue;
import dev.ticketkit.core.command.ChangeTicket.Clearable;
import dev.ticketkit.core.statistics.CategoryShare;
import dev.ticketkit.core.statistics.ClosingTime;
import dev.ticketkit.core.statistics.StatisticsQuery;
import dev.ticketkit.spi.catalogue.CategoryEntry;
import dev.ticketkit.spi.error.NotFoundException;
import dev.ticketkit.spi.error.TakenException;
import dev.ticketkit.spi.event.FieldChange;
import dev.ticketkit.spi.event.TicketField;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.SortDirection;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.TicketSort;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnEveryStore
@Tag("R5")
class CategoryTest extends DeskFixture {
    CategoryTest(Store store) {
        super(store);
    }

    private Catalogue catalogue() {
        return olga().catalogue();
    }

    private List<String> names() {
        return catalogue().categories().stream()
                .map(entry -> entry.category().name())
                .toList();
    }

    private Ticket in(String category) {
        return opened(ticket("in " + category).category(category));
    }

    private static TicketQuery categories(String... names) {
        return TicketQuery.builder().categories(names).build();
    }

    @Test
    void isOptionalAndMadeByItsFirstUse() {
        assertThat(opened("a").category()).isNull();
        assertThat(names()).isEmpty();
        assertThat(in("Logistics").category().name()).isEqualTo("Logistics");
        changed(opened("b"), change().category("Assistance"));

        assertThat(names()).containsExactly("Assistance", "Logistics");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LOGÍSTICA ESPAÑA",
                " logística  españa ",
                "logi\u0301stica espan\u0303a",
                "logística\u00a0españa",
                "ｌｏｇística españa"
            })
    void inAnotherSpellingIsTheSame(String spelling) {
        Ticket first = in("Logística España");

        assertThat(in(spelling).category()).isEqualTo(first.category());
        assertThat(names()).containsExactly("Logística España");
        assertThat(walk(olga(), categories(spelling))).hasSize(2);
    }

    @Test
    void isNotMadeByARefusedCommand() {
        opened(ticket("a").reference("X1"));
        Ticket ticket = opened("b");

        assertThatThrownBy(() -> opened(ticket("c").reference("x1").category("New")))
                .isInstanceOf(TakenException.class);
        assertRefused("status", () -> changed(ticket, change().category("New").status("nix")));
        assertRefused("title", () -> changed(ticket, change().category("New").title(" ")));
        assertThat(names()).isEmpty();
    }

    @Test
    void hasUpTo100CodePoints() {
        String longest = "😀".repeat(100);

        assertThat(in(longest).category().name()).isEqualTo(longest);
        assertRefused("category", () -> in(longest + "x"));
        assertRefused("category", () -> in(" "));
        assertThat(names()).containsExactly(longest);
    }

    @Test
    void isChangedAndCleared() {
        Ticket ticket = in("One");

        assertThat(changed(ticket, change().category("ONE")).recorded()).isFalse();
        assertThat(changed(ticket, change().category("Two")).ticket().category().name())
                .isEqualTo("Two");
        assertThat(changed(ticket, change().clear(Clearable.CATEGORY)).ticket().category())
                .isNull();
        assertThat(titles(TicketQuery.builder().uncategorised(true).build())).hasSize(1);
    }

    @Test
    void whenRenamedTakesEverythingAlong() {
        Ticket ticket = in("Zeta");
        Ticket other = in("Beta");
        changed(other, change().category("zeta"));
        changed(ticket, change().status("closed"));
        catalogue().renameCategory("ZETA", "Alpha");

        assertThat(now(ticket).category().name()).isEqualTo("Alpha");
        assertThat(names()).containsExactly("Alpha", "Beta");
        assertThat(walk(olga(), categories("alpha"))).hasSize(2);
        assertThat(walk(olga(), categories("zeta"))).hasSize(2);
        assertThat(handle(other).history().get(1).changes())
                .containsExactly(FieldChange.of(TicketField.CATEGORY, "Beta", "Alpha"));
        assertThat(olga().statistics().report().categories())
                .containsExactly(new CategoryShare(now(ticket).category(), 2, 100.0));
        assertThat(olga().statistics()
                        .report(StatisticsQuery.builder().categories("zeta").build())
                        .tickets())
                .isEqualTo(2);
        assertThat(in("Zeta").category()).isEqualTo(now(ticket).category());
        assertThat(names()).containsExactly("Alpha", "Beta");
    }

    @Test
    void whenRenamedIsSortedByItsNewName() {
        in("Beta");
        in("Zeta");
        in("Gamma");
        catalogue().renameCategory("Zeta", "Alpha");

        assertThat(walk(
                        olga(),
                        TicketQuery.builder()
                                .sort(TicketSort.CATEGORY, SortDirection.ASCENDING)
                                .limit(1)
                                .build()))
                .extracting(ticket -> ticket.category().name())
                .containsExactly("Alpha", "Beta", "Gamma");
    }

    @Test
    void isRenamedToItsOwnSpellingButNotToAnothersName() {
        in("One");
        in("Two");
        catalogue().renameCategory("One", "ONE");

        assertThat(names()).containsExactly("ONE", "Two");
        assertTaken("category", "two", () -> catalogue().renameCategory("One", "two"));
        assertRefused("category", () -> catalogue().renameCategory("One", "x".repeat(101)));
        assertThatThrownBy(() -> catalogue().renameCategory("Three", "Four")).isInstanceOf(NotFoundException.class);
        assertThat(names()).containsExactly("ONE", "Two");
    }

    @Test
    void whenMergedTakesEverythingAlong() {
        Ticket one = in("One");
        Ticket two = in("Two");
        changed(one, change().status("closed"));
        changed(two, change().status("closed"));
        changed(two, change().category("Three"));
        changed(two, change().category("Two"));
        catalogue().mergeCategory("two", "ONE");
        catalogue().mergeCategory("Two", "Three");

        assertThat(names()).containsExactly("Three");
        assertThat(now(one).category().name()).isEqualTo("Three");
        assertThat(now(two).category()).isEqualTo(now(one).category());
        for (String spelling : List.of("one", "TWO", "three")) {
            assertThat(walk(olga(), categories(spelling))).hasSize(2);
        }
        assertThat(olga().statistics().report().categories())
                .containsExactly(new CategoryShare(now(one).category(), 2, 100.0));
        assertThat(olga().statistics().report().closingTimes())
                .extracting(ClosingTime::closed)
                .containsExactly(2L);
        assertThat(handle(two).history().get(2).changes())
                .containsExactly(FieldChange.of(TicketField.CATEGORY, "Three", "Three"));
        assertThat(in("One").category()).isEqualTo(now(one).category());
        assertThat(olga().statistics().verify().differences()).isEmpty();
    }

    @Test
    void isMergedIntoItselfWithoutEffectAndOnlyIfKnown() {
        in("One");
        catalogue().mergeCategory("one", "ONE");

        assertThat(names()).containsExactly("One");
        assertThatThrownBy(() -> catalogue().mergeCategory("One", "Two")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> catalogue().mergeCategory("Two", "One")).isInstanceOf(NotFoundException.class);
        assertThat(names()).containsExactly("One");
    }

    @Test
    void whenHiddenIsNoLongerChosenButKept() {
        Ticket ticket = in("One");
        catalogue().hideCategory("one", true);

        assertRefused("category", () -> in("ONE"));
        Ticket other = opened("b");
        assertRefused("category", () -> changed(other, change().category("One")));
        assertThat(catalogue().categories()).containsExactly(new CategoryEntry(ticket.category(), true));
        assertThat(changed(ticket, change().title("t")).ticket().category()).isEqualTo(ticket.category());
        assertThat(titles(categories("one"))).containsExactly("t");

        catalogue().hideCategory("one", false);
        assertThat(in("one").category()).isEqualTo(ticket.category());
    }

    @Test
    @Tag("R18")
    void whenHiddenMayBeNamedByAChangeThatKeepsIt() {
        Ticket ticket = in("One");
        catalogue().hideCategory("one", true);

        assertThat(changed(ticket, change().title("t").category("ONE")).ticket().category())
                .isEqualTo(ticket.category());
        assertThat(changed(ticket, change().category("one")).recorded()).isFalse();
    }
}
