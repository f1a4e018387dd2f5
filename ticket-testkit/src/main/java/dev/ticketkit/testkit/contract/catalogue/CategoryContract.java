package dev.ticketkit.testkit.contract.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.catalogue.CategoryEntry;
import dev.ticketkit.spi.event.FieldChange;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.event.TicketField;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.SortDirection;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.TicketSort;
import dev.ticketkit.spi.storage.CategoryStore;
import dev.ticketkit.testkit.contract.fixture.StorageContract;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Categories are made by being used; every spelling means one; renaming and hiding. */
public abstract class CategoryContract extends StorageContract {
    /** For subclasses. */
    protected CategoryContract() {}

    @Test
    @Tag("R5")
    void tenantBeginsWithoutCategories() {
        assertThat(categories().categories(make.tenant())).isEmpty();
        assertThat(categories().find(make.tenant(), idOf("Any"))).isEmpty();
    }

    @Test
    @Tag("R5")
    void openingMakesCategoryAndChangeMakesAnother() {
        Ticket ticket = opened(make.ticket().category(make.category("Logistics")));
        assertThat(names()).containsExactly("Logistics");

        changed(ticket, edit -> edit.category(make.category("Assistance")));
        assertThat(names()).containsExactly("Assistance", "Logistics");
        assertThat(categories().find(make.tenant(), idOf("logistics")))
                .contains(new CategoryEntry(make.category("Logistics"), false));
    }

    @Test
    @Tag("R5")
    @Tag("F45")
    void showsFirstSpellingForAll() {
        Ticket first = opened(make.ticket().category(make.category("Stra\u00DFe  Caf\u00E9")));
        for (String spelling : List.of(
                "strasse cafe\u0301", "STRASSE CAF\u00C9", " stra\u00DFe\u00A0CAF\u00C9 ", "\uFF33trasse caf\u00E9")) {
            Ticket ticket = opened(make.ticket().category(make.category(spelling)));
            assertThat(ticket.category()).as(spelling).isEqualTo(first.category());
            assertThat(found(spelling)).as(spelling).contains(ticket, first);
        }
        assertThat(names()).containsExactly("Stra\u00DFe  Caf\u00E9");
    }

    @Test
    @Tag("R5")
    void keepsDifferentNamesApart() {
        for (String name :
                List.of("cafe", "caf\u00E9", "caf e", "title", "t\u0131tle", "\uD83D\uDE00", "\uD83D\uDE01")) {
            Ticket ticket = opened(make.ticket().category(make.category(name)));
            assertThat(found(name)).as(name).containsExactly(ticket);
        }
        assertThat(names()).hasSize(7);
    }

    @Test
    void listsCategoriesInOrderOfFoldedName() {
        List<String> ordered =
                List.of("10", "9", "a b", "a-b", "Apple", "banana", "Zebra", "\u00C4rger", "\uFFFD", "\uD83D\uDE00");
        for (int i : new int[] {3, 9, 0, 5, 8, 1, 7, 2, 6, 4}) {
            opened(make.ticket().category(make.category(ordered.get(i))));
        }

        assertThat(names()).containsExactlyElementsOf(ordered);
    }

    @Test
    @Tag("R5")
    void renamesEverywhereWithoutTouchingVersions() {
        Ticket ticket = opened(make.ticket().category(make.category("Logistics")));

        assertThat(categories().rename(make.tenant(), idOf("logistics"), "Supply"))
                .isTrue();
        Category renamed = new Category(idOf("Logistics"), "Supply");
        Ticket shown = ticket.toBuilder().category(renamed).build();
        assertThat(stored(ticket.id())).isEqualTo(shown);
        assertHolds(shown);
        assertThat(names()).containsExactly("Supply");
    }

    @Test
    @Tag("R5")
    void everySpellingGoesOnNamingRenamedCategory() {
        opened(make.ticket().category(make.category("First")));
        categories().rename(make.tenant(), idOf("First"), "Second");
        categories().rename(make.tenant(), idOf("Second"), "Third");
        Category third = new Category(idOf("First"), "Third");

        for (String spelling : List.of("FIRST", "second", "Third")) {
            Ticket ticket = opened(make.ticket().category(make.category(spelling)));
            assertThat(ticket.category()).as(spelling).isEqualTo(third);
            assertThat(found(spelling))
                    .as(spelling)
                    .contains(ticket)
                    .hasSize(list(TicketQuery.all()).size());
            assertThat(categories().find(make.tenant(), idOf(spelling))).contains(new CategoryEntry(third, false));
        }
        assertThat(names()).containsExactly("Third");
    }

    @Test
    @Tag("R16")
    void sortFollowsRename() {
        Ticket a = opened(make.ticket().category(make.category("A")));
        Ticket m = opened(make.ticket().category(make.category("M")));
        TicketQuery query = TicketQuery.builder()
                .sort(TicketSort.CATEGORY, SortDirection.ASCENDING)
                .build();
        assertThat(ids(list(query))).containsExactly(a.id(), m.id());

        categories().rename(make.tenant(), idOf("A"), "Z");
        assertThat(ids(list(query))).containsExactly(m.id(), a.id());
        Ticket late = opened(make.ticket().category(make.category("a")));
        assertThat(ids(list(query))).startsWith(m.id()).contains(late.id()).hasSize(3);
    }

    @Test
    void renameMayChangeOnlyTheSpelling() {
        opened(make.ticket().category(make.category("logistics")));

        assertThat(categories().rename(make.tenant(), idOf("logistics"), "LOGISTICS"))
                .isTrue();
        assertThat(names()).containsExactly("LOGISTICS");
        assertThat(categories().rename(make.tenant(), idOf("logistics"), "LOGISTICS"))
                .isTrue();
        assertThat(names()).containsExactly("LOGISTICS");
    }

    @Test
    void renamesBackToAnEarlierName() {
        opened(make.ticket().category(make.category("First")));
        categories().rename(make.tenant(), idOf("First"), "Second");

        assertThat(categories().rename(make.tenant(), idOf("Second"), "first")).isTrue();
        assertThat(names()).containsExactly("first");
    }

    @Test
    @Tag("R5")
    void refusesNameOfAnotherCategory() {
        opened(make.ticket().category(make.category("First")));
        opened(make.ticket().category(make.category("Other")));

        assertThat(categories().rename(make.tenant(), idOf("First"), "OTHER")).isFalse();
        assertThat(names()).containsExactly("First", "Other");
    }

    @Test
    @Tag("R5")
    void refusesFormerNameOfAnotherCategory() {
        opened(make.ticket().category(make.category("First")));
        opened(make.ticket().category(make.category("Other")));
        categories().rename(make.tenant(), idOf("Other"), "Second");

        assertThat(categories().rename(make.tenant(), idOf("First"), "other")).isFalse();
        assertThat(names()).containsExactly("First", "Second");
    }

    @Test
    void refusesToRenameWhatIsNotThere() {
        assertThat(categories().rename(make.tenant(), idOf("Ghost"), "New")).isFalse();
        assertThat(categories().categories(make.tenant())).isEmpty();
        opened(make.ticket().category(make.category("New")));
        assertThat(names()).containsExactly("New");
    }

    @Test
    @Tag("R21")
    void historyKeepsIdsThatStillMeanTheCategory() {
        Ticket ticket = opened(make.ticket().category(make.category("First")));
        changed(ticket, edit -> edit.category(make.category("Other")));
        categories().rename(make.tenant(), idOf("Other"), "Renamed");

        assertThat(history(ticket.id()))
                .flatExtracting(TicketEvent::changes)
                .containsExactly(FieldChange.of(
                        TicketField.CATEGORY,
                        idOf("First").toString(),
                        idOf("Other").toString()));
        assertThat(shown(idOf("First"))).isEqualTo("First");
        assertThat(shown(idOf("Other"))).isEqualTo("Renamed");
    }

    @Test
    @Tag("R5")
    void hidesAndShowsWithoutTouchingTickets() {
        Ticket ticket = opened(make.ticket().category(make.category("First")));

        assertThat(categories().hide(make.tenant(), idOf("FIRST"), true)).isTrue();
        assertThat(categories().categories(make.tenant()))
                .containsExactly(new CategoryEntry(make.category("First"), true));
        assertHolds(ticket);
        assertThat(found("first")).containsExactly(ticket);
        opened(make.ticket().category(make.category("first")));
        assertThat(categories().find(make.tenant(), idOf("First")).orElseThrow().hidden())
                .isTrue();
        assertThat(categories().hide(make.tenant(), idOf("First"), false)).isTrue();
        assertThat(categories().find(make.tenant(), idOf("First")).orElseThrow().hidden())
                .isFalse();
    }

    @Test
    void renamedCategoryStaysHidden() {
        opened(make.ticket().category(make.category("First")));
        categories().hide(make.tenant(), idOf("First"), true);
        categories().rename(make.tenant(), idOf("First"), "Second");

        assertThat(categories().categories(make.tenant()))
                .containsExactly(new CategoryEntry(new Category(idOf("First"), "Second"), true));
    }

    @Test
    void refusesToHideWhatIsNotThere() {
        assertThat(categories().hide(make.tenant(), idOf("Ghost"), true)).isFalse();
        assertThat(categories().categories(make.tenant())).isEmpty();
    }

    private CategoryStore categories() {
        return storage().categories();
    }

    private UUID idOf(String spelling) {
        return Category.idOf(make.tenant(), spelling);
    }

    private @Nullable String shown(UUID id) {
        return categories()
                .find(make.tenant(), id)
                .map(entry -> entry.category().name())
                .orElse(null);
    }

    private List<String> names() {
        return categories().categories(make.tenant()).stream()
                .map(entry -> entry.category().name())
                .toList();
    }

    private List<Ticket> found(String category) {
        return list(TicketQuery.builder().categories(category).build());
    }
}
