package dev.ticketkit.acceptance.list;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.acceptance.DeskFixture;
import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Origin;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.InstantRange;
import dev.ticketkit.spi.query.SortDirection;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.TicketQueryBuilder;
import dev.ticketkit.spi.query.TicketSort;
import dev.ticketkit.spi.query.Total;
import dev.ticketkit.spi.text.FoldedText;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnEveryStore
@Tag("R16")
class FilterTest extends DeskFixture {
    private record Filter(
            String name, UnaryOperator<TicketQueryBuilder> set, Predicate<Ticket> rule, boolean tallied) {}

    private final List<Filter> filters = new ArrayList<>();

    FilterTest(Store store) {
        super(store);
    }

    private void filter(String name, UnaryOperator<TicketQueryBuilder> set, Predicate<Ticket> rule, boolean tallied) {
        filters.add(new Filter(name, set, rule, tallied));
    }

    private void allFilters(List<Ticket> tickets) {
        filter("none", q -> q, t -> true, true);
        filter(
                "statuses",
                q -> q.statuses("open", "closed"),
                t -> Set.of("open", "closed").contains(t.status().key()),
                true);
        filter("unknown status", q -> q.statuses("nix"), t -> false, true);
        filter("macro", q -> q.macroStatus(MacroStatus.TERMINATED), t -> t.closedAt() != null, true);
        filter(
                "priorities",
                q -> q.priorities(Priority.URGENT, Priority.LOW),
                t -> t.priority() == Priority.URGENT || t.priority() == Priority.LOW,
                true);
        filter(
                "owners",
                q -> q.owners("o-1", "o-2"),
                t -> t.owner() != null
                        && Set.of("o-1", "o-2").contains(t.owner().id()),
                true);
        filter("unassigned", q -> q.unassigned(true), t -> t.owner() == null, true);
        filter(
                "owner or unassigned",
                q -> q.owners("o-3").unassigned(true),
                t -> t.owner() == null || t.owner().id().equals("o-3"),
                true);
        filter(
                "categories",
                q -> q.categories("ALPHA", "strasse"),
                t -> t.category() != null
                        && Set.of("alpha", "Alpha", "straße", "STRASSE")
                                .contains(t.category().name()),
                true);
        filter("unknown category", q -> q.categories("nix"), t -> false, true);
        filter(
                "category or none",
                q -> q.categories("zebra").uncategorised(true),
                t -> t.category() == null || t.category().name().equalsIgnoreCase("zebra"),
                true);
        filter(
                "contacts",
                q -> q.contacts("c-3", "c-4"),
                t -> Set.of("c-3", "c-4").contains(t.contact().id()),
                false);
        filter("origins", q -> q.origins(Origin.HOST), t -> t.origin() == Origin.HOST, false);
        filter(
                "attributes",
                q -> q.attributes(Map.of("colour", "red", "n", "1")),
                t -> "red".equals(t.attributes().get("colour"))
                        && "1".equals(t.attributes().get("n")),
                false);
        Instant from = tickets.get(20).openedAt();
        Instant until = tickets.get(45).openedAt();
        filter(
                "opened",
                q -> q.opened(InstantRange.of(from, until)),
                t -> !t.openedAt().isBefore(from) && t.openedAt().isBefore(until),
                false);
        filter(
                "opened from",
                q -> q.opened(InstantRange.of(until, null)),
                t -> !t.openedAt().isBefore(until),
                false);
        filter(
                "updated",
                q -> q.updated(InstantRange.of(null, until)),
                t -> t.updatedAt().isBefore(until),
                false);
        filter(
                "closed",
                q -> q.closed(InstantRange.of(from, null)),
                t -> t.closedAt() != null && !t.closedAt().isBefore(from),
                false);
    }

    private void assertFinds(Filter filter, List<Ticket> tickets) {
        List<Ticket> expected = tickets.stream().filter(filter.rule()).toList();
        TicketQuery query = filter.set()
                .apply(TicketQuery.builder().limit(9).sort(TicketSort.TITLE, SortDirection.ASCENDING))
                .build();
        assertThat(walk(olga(), query)).as(filter.name()).containsExactlyInAnyOrderElementsOf(expected);

        Total total = olga().list(query).total();
        assertThat(total.exact()).as("%s: exact", filter.name()).isEqualTo(filter.tallied() || expected.size() <= 9);
        if (total.exact()) {
            assertThat(total.count()).as("%s: total", filter.name()).isEqualTo(expected.size());
        } else {
            assertThat(total.count()).as("%s: at least", filter.name()).isBetween(10L, (long) expected.size());
        }
    }

    @Test
    void findsWhatTheFiltersSayAloneAndTogether() {
        List<Ticket> tickets = new Population(desk(), tenant, clock, Population.SEED).open(90);
        allFilters(tickets);
        for (Filter filter : filters) {
            assertFinds(filter, tickets);
        }
        for (int i = 0; i < filters.size(); i++) {
            Filter one = filters.get(i);
            Filter other = filters.get((i * 7 + 3) % filters.size());
            List<Ticket> expected =
                    tickets.stream().filter(one.rule().and(other.rule())).toList();
            boolean distinctFields = !sharesField(one, other);
            if (distinctFields) {
                TicketQuery both = other.set()
                        .apply(one.set().apply(TicketQuery.builder()))
                        .build();
                assertThat(walk(olga(), both))
                        .as(one.name() + " and " + other.name())
                        .containsExactlyInAnyOrderElementsOf(expected);
            }
        }
    }

    /** Setting the same field twice would replace it. */
    private static boolean sharesField(Filter one, Filter other) {
        List<String> fields = List.of("status", "owner", "unassigned", "categor", "opened");
        return fields.stream()
                .anyMatch(field ->
                        field(one.name()).contains(field) && field(other.name()).contains(field));
    }

    private static String field(String name) {
        return name.replace("unassigned", "owner").replace("category or none", "category");
    }

    @Test
    void everythingTogether() {
        Ticket hit = opened(ticket("Printer on fire")
                .category("Hardware")
                .owner(PIO)
                .priority(Priority.URGENT)
                .status("waiting")
                .attributes(Map.of("floor", "3")));
        new Population(desk(), tenant, clock, Population.SEED).open(30);
        TicketQuery query = TicketQuery.builder()
                .text("fire PRINT*")
                .statuses("waiting")
                .macroStatus(MacroStatus.IN_PROGRESS)
                .priorities(Priority.URGENT)
                .owners("pio")
                .categories("HARDWARE")
                .contacts("c-ada")
                .origins(Origin.OPERATOR)
                .attributes(Map.of("floor", "3"))
                .opened(InstantRange.of(hit.openedAt(), hit.openedAt().plusSeconds(1)))
                .updated(InstantRange.of(hit.openedAt(), null))
                .build();

        assertThat(walk(olga(), query)).containsExactly(hit);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "100%",
                "a_b",
                "back\\",
                "it's",
                "!",
                "%",
                "_",
                "漢",
                "STRASSE",
                "straße",
                "ＡＬＰＨＡ",
                "r_",
                "about sure",
                "more  and"
            })
    @Tag("F47")
    void findsWholeWordsOfTitleDescriptionOrReference(String text) {
        List<Ticket> tickets = new Population(desk(), tenant, clock, Population.SEED).open(60);
        List<Ticket> expected = tickets.stream()
                .filter(t -> words(t.title() + " " + t.description() + " " + t.reference())
                        .containsAll(words(text)))
                .toList();

        assertThat(walk(olga(), TicketQuery.builder().text(text).build()))
                .as("seed %d", Population.SEED)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    /** Written anew, not asked of the library. */
    private static Set<String> words(String text) {
        String plain = Normalizer.normalize(FoldedText.of(text).value(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "");
        return Arrays.stream(plain.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    @Test
    void blankTextDoesNotFilter() {
        opened("a");

        assertThat(titles(TicketQuery.builder().text("").build())).containsExactly("a");
        assertThat(titles(TicketQuery.builder().text("  ").build())).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 201, Integer.MAX_VALUE, Integer.MIN_VALUE})
    @Tag("F46")
    void limitIs1To200(int limit) {
        assertRefused(
                "limit", () -> olga().list(TicketQuery.builder().limit(limit).build()));
    }

    @Test
    void limitIs50UnlessSaid() {
        for (int i = 0; i < 51; i++) {
            opened("t" + i);
        }

        assertThat(olga().list(TicketQuery.all()).items()).hasSize(50);
        assertThat(olga().list(TicketQuery.builder().limit(200).build()).items())
                .hasSize(51);
        assertThat(olga().list(TicketQuery.builder().limit(1).build()).items()).hasSize(1);
    }

    @Test
    @Tag("F60")
    void oneFilterHasUpTo1000Values() {
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            many.add("c-" + i);
        }
        opened(ticket("a").contact(dev.ticketkit.spi.model.Contact.of("c-999", null)));
        assertThat(titles(TicketQuery.builder()
                        .contacts(many)
                        .owners(many)
                        .unassigned(true)
                        .build()))
                .containsExactly("a");
        many.add("c-1000");
        assertRefused("contacts", () -> olga().list(
                        TicketQuery.builder().contacts(many).build()));
        assertRefused(
                "owners", () -> olga().list(TicketQuery.builder().owners(many).build()));
        assertRefused("categories", () -> olga().list(
                        TicketQuery.builder().categories(many).build()));
        assertRefused("statuses", () -> olga().list(
                        TicketQuery.builder().statuses(many).build()));
    }
}
