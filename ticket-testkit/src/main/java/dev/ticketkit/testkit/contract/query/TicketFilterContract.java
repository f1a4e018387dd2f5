package dev.ticketkit.testkit.contract.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.InstantRange;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.TicketQueryBuilder;
import dev.ticketkit.testkit.contract.fixture.RandomTickets;
import dev.ticketkit.testkit.contract.fixture.Rounds;
import dev.ticketkit.testkit.contract.fixture.StorageContract;
import dev.ticketkit.testkit.contract.internal.PlainSearch;
import dev.ticketkit.testkit.contract.internal.RandomQueries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Filters and scopes of lists. */
public abstract class TicketFilterContract extends StorageContract {
    private static final long SEED = 20_261_102L;
    private static final int TICKETS = 120;
    /** Every filter is set in some twenty of these; one that is forgotten or read wrong differs in most of them. */
    private static final int QUERIES = Rounds.of(80, 200);

    /** For subclasses. */
    protected TicketFilterContract() {}

    @Test
    @Tag("R16")
    void findsWhatLookingAtEveryTicketFinds() {
        Random random = new Random(SEED);
        List<Ticket> tickets = openMany(random);
        RandomQueries queries = new RandomQueries(random);
        int found = 0;
        for (int i = 0; i < QUERIES; i++) {
            TicketQuery query = queries.next();
            List<Ticket> expected = PlainSearch.list(tickets, query, AccessScope.all());
            found += expected.isEmpty() ? 0 : 1;
            assertThat(ids(list(query))).as("seed %d, query %d", SEED, i).containsExactlyElementsOf(ids(expected));
        }
        assertThat(found).as("queries that find something").isGreaterThan(QUERIES / 3);
    }

    @Test
    @Tag("B13")
    @Tag("R16")
    void showsOnlyWhatTheScopeCovers() {
        Random random = new Random(SEED);
        List<Ticket> tickets = openMany(random);
        RandomQueries queries = new RandomQueries(random);
        for (int i = 0; i < QUERIES; i++) {
            TicketQuery query = i % 2 == 0 ? TicketQuery.all() : queries.next();
            AccessScope scope = queries.scope();
            assertThat(ids(list(query, scope)))
                    .as("seed %d, query %d", SEED, i)
                    .containsExactlyElementsOf(ids(PlainSearch.list(tickets, query, scope)));
        }
    }

    @Test
    @Tag("B13")
    void showsNothingToTheScopeOfNone() {
        opened(make.ticket());

        assertThat(list(TicketQuery.all(), AccessScope.none())).isEmpty();
        assertThat(list(TicketQuery.all(), AccessScope.owners(Set.of()))).isEmpty();
    }

    @Test
    @Tag("B13")
    void joinsPartsOfScopeWithOr() {
        Ticket mine = opened(make.ticket().owner(new Party("me", "Me")).contact(Contact.of("c-1", null)));
        Ticket nobodys = opened(make.ticket().contact(Contact.of("c-2", null)));
        Ticket inCategory = opened(make.ticket()
                .owner(new Party("she", "She"))
                .contact(Contact.of("c-3", null))
                .category(make.category("Logistics")));
        Ticket hers = opened(make.ticket().owner(new Party("she", "She")).contact(Contact.of("c-4", null)));
        AccessScope scope = AccessScope.owners(Set.of("me"));

        assertThat(list(TicketQuery.all(), scope)).containsExactly(mine);
        scope = scope.or(AccessScope.unassigned());
        assertThat(list(TicketQuery.all(), scope)).containsExactlyInAnyOrder(mine, nobodys);
        scope = scope.or(AccessScope.categories(Set.of("LOGISTICS")));
        assertThat(list(TicketQuery.all(), scope)).containsExactlyInAnyOrder(mine, nobodys, inCategory);
        scope = scope.or(AccessScope.contacts(Set.of("c-4")));
        assertThat(list(TicketQuery.all(), scope)).containsExactlyInAnyOrder(mine, nobodys, inCategory, hers);
        assertThat(list(TicketQuery.builder().owners("she").build(), AccessScope.contacts(Set.of("c-1", "c-3"))))
                .containsExactly(inCategory);
    }

    @Test
    @Tag("R16")
    void takesRangesAsHalfOpenToTheMicrosecond() {
        Instant at = Instant.parse("2026-03-29T01:00:00.000001Z");
        Ticket ticket =
                opened(make.ticket().openedAt(at).updatedAt(at).closedAt(at).status(Status.CLOSED));
        Instant next = at.plusNanos(1_000);
        Function<InstantRange, List<UnaryOperator<TicketQueryBuilder>>> filters = range ->
                List.of(query -> query.opened(range), query -> query.updated(range), query -> query.closed(range));

        filters.apply(InstantRange.of(at, next)).forEach(filter -> assertFinds(filter, ticket));
        filters.apply(InstantRange.of(null, next)).forEach(filter -> assertFinds(filter, ticket));
        filters.apply(InstantRange.of(at, null)).forEach(filter -> assertFinds(filter, ticket));
        filters.apply(InstantRange.of(null, at)).forEach(this::assertFinds);
        filters.apply(InstantRange.of(next, null)).forEach(this::assertFinds);
        filters.apply(InstantRange.of(at, at)).forEach(this::assertFinds);
    }

    @Test
    @Tag("F42")
    void takesBoundsFinerThanAMicrosecondAsTheyAre() {
        Instant at = Instant.parse("2026-03-29T01:00:00.000001Z");
        Ticket ticket = opened(make.ticket().openedAt(at).updatedAt(at));
        for (int nanos : new int[] {1, 400, 500, 999}) {
            Instant finer = at.plusNanos(nanos);
            assertFinds(query -> query.opened(InstantRange.of(null, finer)), ticket);
            assertFinds(query -> query.opened(InstantRange.of(finer, null)));
            assertFinds(query -> query.opened(InstantRange.of(finer.minusNanos(1_000), finer)), ticket);
        }
        assertFinds(query -> query.opened(InstantRange.of(Instant.MIN, Instant.MAX)), ticket);
    }

    @Test
    @Tag("R16")
    void findsNoOpenTicketByClosingTime() {
        opened(make.ticket());

        assertFinds(query -> query.closed(InstantRange.of(Instant.EPOCH, null)));
    }

    @Test
    @Tag("R16")
    void takesUnassignedAndUncategorisedAsAlternatives() {
        Ticket nothing = opened(make.ticket());
        Ticket both = opened(make.ticket().owner(new Party("o", "O")).category(make.category("A")));
        Ticket other = opened(make.ticket().owner(new Party("x", "X")).category(make.category("B")));

        assertFinds(query -> query.unassigned(true), nothing);
        assertFinds(query -> query.unassigned(true).owners("o"), nothing, both);
        assertFinds(query -> query.uncategorised(true), nothing);
        assertFinds(query -> query.uncategorised(true).categories("b"), nothing, other);
        assertFinds(query -> query.unassigned(true).categories("a"));
    }

    @Test
    @Tag("R5")
    void unknownCategoryFindsNothing() {
        opened(make.ticket().category(make.category("A")));
        opened(make.ticket());

        assertFinds(query -> query.categories("never used"));
        assertThat(list(TicketQuery.all(), AccessScope.categories(Set.of("never used"))))
                .isEmpty();
    }

    @Test
    @Tag("R8")
    void comparesAttributesIdsAndNamesAsTheyAre() {
        Ticket blue = opened(make.ticket().attributes(Map.of("colour", "blue", "size", "L")));
        opened(make.ticket().attributes(Map.of("Colour", "blue")));
        opened(make.ticket().attributes(Map.of("colour", "BLUE")));
        opened(make.ticket().attributes(Map.of("colour", "blue ")));
        Ticket empty = opened(make.ticket().attributes(Map.of("colour", "")));

        assertFinds(query -> query.attributes(Map.of("colour", "blue")), blue);
        assertFinds(query -> query.attributes(Map.of("colour", "blue", "size", "L")), blue);
        assertFinds(query -> query.attributes(Map.of("colour", "blue", "size", "S")));
        assertFinds(query -> query.attributes(Map.of("colour", "")), empty);
        assertFinds(query -> query.attributes(Map.of("size", "")));
    }

    @Test
    @Tag("F60")
    void takesThousandValuesInOneFilter() {
        Set<String> many = IntStream.range(0, 999).mapToObj(n -> "value-" + n).collect(Collectors.toSet());
        many.add("me");
        Ticket mine = opened(make.ticket()
                .owner(new Party("me", "Me"))
                .contact(Contact.of("me", null))
                .category(make.category("me")));
        opened(make.ticket());

        assertFinds(query -> query.owners(many), mine);
        assertFinds(query -> query.contacts(many), mine);
        assertFinds(query -> query.categories(many), mine);
        assertFinds(query -> query.owners(many).contacts(many).categories(many).statuses(manyWith("open")), mine);
        AccessScope scope =
                AccessScope.owners(many).or(AccessScope.contacts(many)).or(AccessScope.categories(many));
        assertThat(list(TicketQuery.all(), scope)).containsExactly(mine);
    }

    private static Set<String> manyWith(String one) {
        Set<String> many = IntStream.range(0, 999).mapToObj(n -> "status-" + n).collect(Collectors.toSet());
        many.add(one);
        return many;
    }

    private List<Ticket> openMany(Random random) {
        RandomTickets tickets = new RandomTickets(make, random);
        List<Ticket> opened = new ArrayList<>();
        for (int i = 0; i < TICKETS; i++) {
            Ticket ticket = opened(tickets.next());
            opened.add(i % 10 == 0 ? deleted(ticket) : ticket);
        }
        return opened;
    }

    private void assertFinds(UnaryOperator<TicketQueryBuilder> filter, Ticket... expected) {
        assertThat(list(filter.apply(TicketQuery.builder()).build())).containsExactlyInAnyOrder(expected);
    }
}
