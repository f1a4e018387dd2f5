package dev.ticketkit.testkit.contract.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ticketkit.spi.catalogue.CategoryEntry;
import dev.ticketkit.spi.event.FieldChange;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.InstantRange;
import dev.ticketkit.spi.query.SortDirection;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.TicketSort;
import dev.ticketkit.spi.storage.CategoryStore;
import dev.ticketkit.spi.storage.statistics.CountBasis;
import dev.ticketkit.spi.storage.statistics.CountQuery;
import dev.ticketkit.spi.storage.statistics.TicketCount;
import dev.ticketkit.testkit.contract.fixture.StorageContract;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A merged category lives on as a spelling of the other: on tickets, in lists, scopes, history and statistics. */
public abstract class CategoryMergeContract extends StorageContract {
    private Ticket a = make.ticket().build();
    private Ticket b = a;

    /** For subclasses. */
    protected CategoryMergeContract() {}

    @BeforeEach
    void openOneTicketInEachOfTwoCategories() {
        a = opened(make.ticket().category(make.category("A")));
        b = opened(make.ticket().category(make.category("B")));
    }

    @Test
    @Tag("R5")
    void ticketsFollowWithoutNewVersion() {
        assertThat(merge("A", "B")).isTrue();

        Ticket moved = a.toBuilder().category(b.category()).build();
        assertThat(stored(a.id())).isEqualTo(moved);
        assertHolds(moved, b);
        assertThat(categories().categories(make.tenant()))
                .containsExactly(new CategoryEntry(make.category("B"), false));
        assertThat(categories().find(make.tenant(), idOf("a"))).contains(new CategoryEntry(make.category("B"), false));
    }

    @Test
    @Tag("R5")
    void newTicketsInEitherSpellingAreOfTheOther() {
        merge("A", "B");

        assertThat(opened(make.ticket().category(make.category("a"))).category())
                .isEqualTo(b.category());
        assertThat(opened(make.ticket().category(make.category("b"))).category())
                .isEqualTo(b.category());
        assertThat(categories().categories(make.tenant())).hasSize(1);
    }

    @Test
    @Tag("R5")
    void changeDecidedBeforeTheMergeStillLands() {
        merge("A", "B");

        Ticket changed = changed(a, edit -> edit.title("Decided on what it was"));
        assertThat(changed.category()).isEqualTo(b.category());
        assertThat(found("a")).containsExactlyInAnyOrder(changed, b);
    }

    @Test
    @Tag("B13")
    @Tag("R16")
    void filtersScopesAndSortFollow() {
        Ticket m = opened(make.ticket().category(make.category("AB")));
        merge("A", "B");

        for (String spelling : List.of("A", "a", "B", "b")) {
            assertThat(ids(found(spelling))).as(spelling).containsExactlyInAnyOrder(a.id(), b.id());
            assertThat(ids(list(TicketQuery.all(), AccessScope.categories(Set.of(spelling)))))
                    .as(spelling)
                    .containsExactlyInAnyOrder(a.id(), b.id());
        }
        TicketQuery sorted = TicketQuery.builder()
                .sort(TicketSort.CATEGORY, SortDirection.ASCENDING)
                .build();
        assertThat(ids(list(sorted))).startsWith(m.id()).hasSize(3);
    }

    @Test
    @Tag("R31")
    void countsFollow() {
        merge("A", "B");

        for (String spelling : List.of("A", "b")) {
            assertThat(counts(AccessScope.all(), Set.of(spelling)))
                    .as(spelling)
                    .extracting(TicketCount::category, TicketCount::tickets)
                    .containsExactly(tuple(b.category(), 2L));
            assertThat(counts(AccessScope.categories(Set.of(spelling)), Set.of()))
                    .as(spelling)
                    .extracting(TicketCount::tickets)
                    .containsExactly(2L);
        }
    }

    @Test
    @Tag("R21")
    void historyStillMeansIt() {
        Ticket changed = changed(b, edit -> edit.category(make.category("A")));
        merge("A", "B");

        assertThat(history(changed.id()))
                .flatExtracting(TicketEvent::changes)
                .extracting(FieldChange::to)
                .containsExactly(idOf("A").toString());
        assertThat(categories().find(make.tenant(), idOf("A")).orElseThrow().category())
                .isEqualTo(b.category());
    }

    @Test
    @Tag("R5")
    void chainsLeadToTheLast() {
        Ticket c = opened(make.ticket().category(make.category("C")));
        merge("A", "B");
        merge("B", "C");

        for (String spelling : List.of("A", "B", "C")) {
            assertThat(ids(found(spelling))).as(spelling).containsExactlyInAnyOrder(a.id(), b.id(), c.id());
            assertThat(categories().find(make.tenant(), idOf(spelling)))
                    .contains(new CategoryEntry(make.category("C"), false));
        }
        assertThat(stored(a.id()).category()).isEqualTo(c.category());
        assertThat(categories().categories(make.tenant())).hasSize(1);
    }

    @Test
    @Tag("R5")
    void mergeByFormerSpellingsReachesTheCategoryBehindThem() {
        Ticket c = opened(make.ticket().category(make.category("C")));
        merge("A", "B");
        categories().rename(make.tenant(), idOf("B"), "Beta");

        assertThat(merge("A", "C")).isTrue();
        assertThat(ids(found("beta"))).containsExactlyInAnyOrder(a.id(), b.id(), c.id());
        assertThat(categories().categories(make.tenant()))
                .containsExactly(new CategoryEntry(make.category("C"), false));
    }

    @Test
    void mergeIntoItselfDoesNothing() {
        assertThat(merge("A", "a")).isTrue();
        merge("A", "B");
        assertThat(merge("B", "A")).isTrue();

        assertThat(categories().categories(make.tenant()))
                .containsExactly(new CategoryEntry(make.category("B"), false));
        assertThat(found("a")).hasSize(2);
    }

    @Test
    void refusesWhatIsNotThere() {
        assertThat(merge("A", "Ghost")).isFalse();
        assertThat(merge("Ghost", "A")).isFalse();
        assertHolds(a, b);
        assertThat(categories().categories(make.tenant())).hasSize(2);
    }

    @Test
    @Tag("R5")
    void mergedNameMayBecomeTheNameAgain() {
        merge("A", "B");

        assertThat(categories().rename(make.tenant(), idOf("B"), "a")).isTrue();
        Category renamed = new Category(idOf("B"), "a");
        assertThat(stored(a.id()).category()).isEqualTo(renamed);
        assertThat(stored(b.id()).category()).isEqualTo(renamed);
        assertThat(opened(make.ticket().category(make.category("b"))).category())
                .isEqualTo(renamed);
    }

    @Test
    void hiddenOneTakesTheVisibilityOfTheOther() {
        categories().hide(make.tenant(), idOf("A"), true);
        merge("A", "B");

        assertThat(categories().categories(make.tenant()))
                .containsExactly(new CategoryEntry(make.category("B"), false));
    }

    @Test
    @Tag("R20")
    void deletedTicketsFollowToo() {
        Ticket gone = deleted(a);
        merge("A", "B");

        assertThat(stored(gone.id()).category()).isEqualTo(b.category());
        Ticket back = changed(gone, edit -> edit.deletedAt(null));
        assertThat(found("b")).containsExactlyInAnyOrder(back, b);
        assertThat(back.category()).isEqualTo(b.category());
    }

    private CategoryStore categories() {
        return storage().categories();
    }

    private boolean merge(String from, String into) {
        return categories().merge(make.tenant(), idOf(from), idOf(into));
    }

    private UUID idOf(String spelling) {
        return Category.idOf(make.tenant(), spelling);
    }

    private List<Ticket> found(String category) {
        return list(TicketQuery.builder().categories(category).build());
    }

    private List<TicketCount> counts(AccessScope scope, Set<String> categories) {
        return storage()
                .statistics()
                .counts(new CountQuery(make.tenant(), scope, CountBasis.OPENED, InstantRange.ALWAYS, categories));
    }
}
