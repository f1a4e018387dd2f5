package dev.ticketkit.testkit.contract.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.query.SortDirection;
import dev.ticketkit.spi.query.SortPosition;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.TicketSort;
import dev.ticketkit.testkit.contract.fixture.RandomTickets;
import dev.ticketkit.testkit.contract.fixture.Rounds;
import dev.ticketkit.testkit.contract.fixture.StorageContract;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import dev.ticketkit.testkit.contract.internal.PlainSearch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The order of lists, and going through them page by page. */
public abstract class TicketListContract extends StorageContract {
    private static final long SEED = 20_261_101L;
    /** Some nine pages: a position that forgets the tie or lets a ticket in again is wrong at most of their edges. */
    private static final int TICKETS = Rounds.of(60, 120);

    private static final int PAGE = 7;

    /** So that the crowd does not grow with every page, and the pages with the crowd. */
    private static final int MOST_BUSY = Rounds.of(20, 40);

    /** Up and down in turn; where nobody meddles, all of them are paged through. */
    private static final int ORDERS_APART = Rounds.of(3, 1);

    private int come;

    /** For subclasses. */
    protected TicketListContract() {}

    @Test
    @Tag("R2")
    @Tag("R16")
    void sortsByEveryColumnInBothDirections() {
        List<Ticket> tickets = openMany(new Random(SEED));
        for (TicketQuery query : everyOrder()) {
            assertThat(ids(list(query)))
                    .as("seed %d, %s %s", SEED, query.sort(), query.direction())
                    .containsExactlyElementsOf(ids(PlainSearch.list(tickets, query, AccessScope.all())));
        }
    }

    @Test
    void listsWholeTickets() {
        List<Ticket> tickets = openMany(new Random(SEED));

        assertHolds(tickets.toArray(Ticket[]::new));
    }

    @Test
    @Tag("R16")
    void pagesThroughEveryOrderWithoutRepeatOrGap() {
        List<Ticket> tickets = openMany(new Random(SEED));
        for (TicketQuery query : everyOrder()) {
            assertThat(ids(pageThrough(query, page -> {})))
                    .as("seed %d, %s %s", SEED, query.sort(), query.direction())
                    .containsExactlyElementsOf(ids(PlainSearch.list(tickets, query, AccessScope.all())));
        }
    }

    @Test
    @Tag("R16")
    void pagingSurvivesTicketsThatComeChangeAndGo() {
        Random random = new Random(SEED);
        List<Ticket> quiet = openMany(random);
        RandomTickets more = new RandomTickets(make, random);
        List<Ticket> busy = new ArrayList<>();
        for (int i = 0; i < everyOrder().size(); i += ORDERS_APART) {
            TicketQuery query = everyOrder().get(i);
            List<Ticket> seen = pageThrough(query, page -> {
                busy.add(opened(more.next().reference(new Reference("busy " + come++))));
                if (busy.size() > MOST_BUSY) {
                    goes(busy.remove(0));
                }
                int chosen = random.nextInt(busy.size());
                busy.set(chosen, page % 5 == 4 ? deleted(busy.get(chosen)) : stirred(busy.get(chosen), more));
            });
            assertThat(ids(seen).stream().filter(new HashSet<>(ids(quiet))::contains))
                    .as("seed %d, %s %s", SEED, query.sort(), query.direction())
                    .containsExactlyElementsOf(ids(PlainSearch.list(quiet, query, AccessScope.all())));
        }
    }

    @Test
    @Tag("R16")
    void goesOnAfterPositionOfTicketThatIsGone() {
        Ticket first = opened(make.ticket().priority(Priority.HIGH));
        Ticket second = opened(make.ticket().priority(Priority.MEDIUM));
        Ticket third = opened(make.ticket().priority(Priority.LOW));
        SortPosition afterSecond = TicketSort.PRIORITY.positionOf(second);
        deleted(second);
        changed(first, edit -> edit.priority(Priority.URGENT));

        assertThat(storage().tickets().list(make.tenant(), TicketQuery.all(), AccessScope.all(), afterSecond, PAGE))
                .containsExactly(third);
    }

    @Test
    @Tag("R2")
    void listsMostUrgentThenYoungestFirstByDefault() {
        Ticket low = opened(make.ticket().priority(Priority.LOW));
        Ticket elder = opened(make.ticket().priority(Priority.URGENT));
        Ticket younger = opened(make.ticket().priority(Priority.URGENT));
        Ticket high = opened(make.ticket().priority(Priority.HIGHEST));

        assertThat(list(TicketQuery.all())).containsExactly(younger, elder, high, low);
    }

    @Test
    @Tag("R16")
    void listsEmptyValuesLastInBothDirections() {
        Ticket empty = opened(make.ticket().contact(Contact.of("c", null)));
        Ticket full = opened(make.ticket()
                .contact(Contact.of("c", "Carla"))
                .category(make.category("Any"))
                .owner(new Party("o", "Otto"))
                .status(Status.CLOSED)
                .closedAt(TicketFixtures.START));
        for (TicketQuery query : everyOrder()) {
            if (query.sort().isNullable()) {
                assertThat(list(query)).as("%s", query.sort()).containsExactly(full, empty);
            }
        }
    }

    @Test
    void breaksTiesByUnsignedIdInTheDirectionOfTheList() {
        List<Ticket> tickets = new ArrayList<>();
        for (String id : List.of(
                "00000000-0000-4000-8000-000000000001",
                "00000000-0000-4000-9000-000000000000",
                "7fffffff-ffff-4fff-bfff-ffffffffffff",
                "80000000-0000-4000-8000-000000000000",
                "ffffffff-ffff-4fff-bfff-ffffffffffff")) {
            tickets.add(opened(make.ticket().id(TicketId.of(id)).title("Same")));
        }
        for (SortDirection direction : SortDirection.values()) {
            TicketQuery query =
                    TicketQuery.builder().sort(TicketSort.TITLE, direction).build();
            assertThat(list(query)).as("%s", direction).containsExactlyElementsOf(tickets);
            Collections.reverse(tickets);
        }
    }

    @Test
    @Tag("R2")
    void breaksTiesOfUrgencyByTheLowestId() {
        Instant at = TicketFixtures.START;
        Ticket low = opened(make.ticket()
                .id(TicketId.of("10000000-0000-4000-8000-000000000000"))
                .openedAt(at)
                .updatedAt(at));
        Ticket high = opened(make.ticket()
                .id(TicketId.of("f0000000-0000-4000-8000-000000000000"))
                .openedAt(at)
                .updatedAt(at));
        TicketQuery leastUrgent = TicketQuery.builder()
                .sort(TicketSort.PRIORITY, SortDirection.ASCENDING)
                .build();

        assertThat(list(TicketQuery.all())).containsExactly(low, high);
        assertThat(list(leastUrgent)).containsExactly(high, low);
    }

    @Test
    void sortsTextByCodePointAndNotByUnit() {
        Ticket bmp = opened(make.ticket().title("\uFFFD"));
        Ticket astral = opened(make.ticket().title("\uD83D\uDE00"));
        TicketQuery query = TicketQuery.builder()
                .sort(TicketSort.TITLE, SortDirection.ASCENDING)
                .build();

        assertThat(list(query)).containsExactly(bmp, astral);
    }

    @Test
    void ignoresLimitAndCursorOfTheQuery() {
        Ticket one = opened(make.ticket());
        Ticket other = opened(make.ticket());
        TicketQuery query = TicketQuery.builder().limit(1).cursor("anything").build();

        assertThat(list(query)).containsExactlyInAnyOrder(one, other);
        assertThat(storage().tickets().list(make.tenant(), query, AccessScope.all(), null, 1))
                .containsExactly(other);
    }

    private void goes(Ticket ticket) {
        if (ticket.deletedAt() == null) {
            deleted(ticket);
        }
    }

    private Ticket stirred(Ticket ticket, RandomTickets random) {
        if (ticket.deletedAt() != null) {
            return changed(ticket, edit -> edit.deletedAt(null));
        }
        Ticket like = random.next().build();
        return changed(ticket, edit -> edit.title(like.title())
                .priority(like.priority())
                .status(like.status())
                .category(like.category())
                .owner(like.owner())
                .contact(like.contact())
                .closedAt(like.closedAt()));
    }

    private List<Ticket> openMany(Random random) {
        RandomTickets tickets = new RandomTickets(make, random);
        List<Ticket> opened = new ArrayList<>();
        for (int i = 0; i < TICKETS; i++) {
            opened.add(opened(tickets.next()));
        }
        return opened;
    }

    private List<Ticket> pageThrough(TicketQuery query, IntConsumer betweenPages) {
        List<Ticket> seen = new ArrayList<>();
        List<Ticket> page;
        @Nullable SortPosition after = null;
        do {
            page = storage().tickets().list(make.tenant(), query, AccessScope.all(), after, PAGE);
            seen.addAll(page);
            after = page.isEmpty() ? null : query.sort().positionOf(page.get(page.size() - 1));
            betweenPages.accept(seen.size() / PAGE);
        } while (page.size() == PAGE);
        assertThat(page).hasSizeLessThan(PAGE);
        return seen;
    }

    private static List<TicketQuery> everyOrder() {
        List<TicketQuery> queries = new ArrayList<>();
        for (TicketSort sort : TicketSort.values()) {
            for (SortDirection direction : SortDirection.values()) {
                queries.add(TicketQuery.builder().sort(sort, direction).build());
            }
        }
        return queries;
    }
}
