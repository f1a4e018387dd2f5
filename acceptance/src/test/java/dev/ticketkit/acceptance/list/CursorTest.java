package dev.ticketkit.acceptance.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.ticketkit.acceptance.DeskFixture;
import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.spi.error.NotFoundException;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.query.Page;
import dev.ticketkit.spi.query.SortDirection;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.TicketQueryBuilder;
import dev.ticketkit.spi.query.TicketSort;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@OnEveryStore
@Tag("R16")
class CursorTest extends DeskFixture {
    CursorTest(Store store) {
        super(store);
    }

    private List<Ticket> population(int count) {
        return new Population(desk(), tenant, clock, Population.SEED).open(count);
    }

    private static TicketQueryBuilder by(TicketSort sort) {
        return TicketQuery.builder().sort(sort, SortDirection.ASCENDING);
    }

    private String cursor(TicketQueryBuilder query) {
        return olga().list(query.limit(2).build()).cursor();
    }

    @Test
    void ofAnotherQueryIsRefused() {
        population(8);
        String cursor = cursor(by(TicketSort.TITLE));
        List<TicketQueryBuilder> others = List.of(
                by(TicketSort.REFERENCE),
                TicketQuery.builder().sort(TicketSort.TITLE, SortDirection.DESCENDING),
                by(TicketSort.TITLE).text("a"),
                by(TicketSort.TITLE).statuses("open"),
                by(TicketSort.TITLE).priorities(Priority.LOW),
                by(TicketSort.TITLE).unassigned(true),
                by(TicketSort.TITLE).uncategorised(true),
                by(TicketSort.TITLE).contacts("c-1"));
        for (TicketQueryBuilder other : others) {
            assertRefused("cursor", () -> olga().list(other.cursor(cursor).build()));
        }
        assertThat(olga().list(by(TicketSort.TITLE).limit(200).cursor(cursor).build())
                        .items())
                .hasSize(6);
    }

    @Test
    @Tag("B1")
    @Tag("F58")
    void ofAnotherTenantIsNotFound() {
        population(4);
        String cursor = cursor(by(TicketSort.TITLE));
        ActorDesk foreign = desk().as(new TenantId(tenant + "-2"), Actor.operator("olga", "Olga"));

        assertThatThrownBy(
                        () -> foreign.list(by(TicketSort.TITLE).cursor(cursor).build()))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("cursor");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "AQ",
                "AAAA",
                "not base64!",
                "😀",
                "MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDEyMzQ1Njc4OTA"
            })
    @Tag("F46")
    void thatNoPageGaveIsRefused(String garbage) {
        assertRefused("cursor", () -> olga().list(
                        TicketQuery.builder().cursor(garbage).build()));
        assertRefused("cursor", () -> olga().list(
                        TicketQuery.builder().cursor("A".repeat(4001)).build()));
    }

    @ParameterizedTest
    @EnumSource(TicketSort.class)
    @Tag("F46")
    void changedByHandNeverReachesTheStoreAsAnError(TicketSort sort) {
        population(6);
        byte[] cursor = Base64.getUrlDecoder().decode(cursor(by(sort)));
        Random random = new Random(Population.SEED);
        for (int i = 0; i < 3 * cursor.length; i++) {
            byte[] forged = cursor.clone();
            forged[i % cursor.length] = (byte) random.nextInt();
            TicketQuery query = by(sort).cursor(
                            Base64.getUrlEncoder().withoutPadding().encodeToString(forged))
                    .build();
            Throwable thrown = catchThrowable(() -> olga().list(query));
            if (thrown != null) {
                assertThat(thrown)
                        .as("seed %d, byte %d", Population.SEED, i)
                        .isInstanceOfAny(NotFoundException.class, RefusedException.class);
            }
        }
    }

    @Test
    void survivesTheDeletionOfItsTicketAndYears() {
        List<Ticket> tickets = walk(olga(), byTitle(population(9)));
        Page<Ticket> page = olga().list(by(TicketSort.TITLE).limit(4).build());
        handle(page.items().get(3)).delete();
        later(Duration.ofDays(5000));

        assertThat(olga().list(by(TicketSort.TITLE).cursor(page.cursor()).build())
                        .items())
                .containsExactlyElementsOf(tickets.subList(4, 9));
    }

    private static TicketQuery byTitle(List<Ticket> tickets) {
        assertThat(tickets).isNotEmpty();
        return by(TicketSort.TITLE).build();
    }

    @ParameterizedTest
    @EnumSource(TicketSort.class)
    void showsUnchangedTicketsExactlyOnceWhileOthersChange(TicketSort sort) {
        long seed = Population.SEED + 100 + sort.name().hashCode();
        List<Ticket> tickets = new Population(desk(), tenant, clock, seed).open(40);
        Random random = new Random(seed);
        Set<TicketId> touched = new HashSet<>();
        List<TicketId> seen = new ArrayList<>();
        String cursor = null;
        do {
            Page<Ticket> page = olga().list(by(sort).limit(3).cursor(cursor).build());
            page.items().forEach(ticket -> seen.add(ticket.id()));
            cursor = page.cursor();
            meddle(tickets.get(random.nextInt(tickets.size())), touched, random);
        } while (cursor != null);

        assertThat(seen.stream().filter(id -> !touched.contains(id)))
                .as("seed %d", seed)
                .containsExactlyInAnyOrderElementsOf(tickets.stream()
                        .map(Ticket::id)
                        .filter(id -> !touched.contains(id))
                        .toList());
    }

    private void meddle(Ticket ticket, Set<TicketId> touched, Random random) {
        later(Duration.ofMinutes(1));
        touched.add(ticket.id());
        touched.add(opened("new " + random.nextInt(100)).id());
        if (olga().find(ticket.id()).isEmpty()) {
            handle(ticket).restore();
        } else if (random.nextInt(4) == 0) {
            handle(ticket).delete();
        } else {
            changed(
                    ticket,
                    change().title("meddled " + random.nextInt(100))
                            .status("closed")
                            .owner(OLGA)
                            .category("meddled")
                            .priority(Priority.ofRank(1 + random.nextInt(6))));
        }
    }
}
