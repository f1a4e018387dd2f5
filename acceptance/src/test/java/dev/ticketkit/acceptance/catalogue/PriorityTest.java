package dev.ticketkit.acceptance.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ticketkit.acceptance.DeskFixture;
import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.statistics.PriorityCount;
import dev.ticketkit.spi.catalogue.PriorityEntry;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.TicketQuery;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@OnEveryStore
@Tag("R2")
class PriorityTest extends DeskFixture {
    PriorityTest(Store store) {
        super(store);
    }

    @Test
    void isOneOrderedScale() {
        assertThat(Priority.values())
                .isSortedAccordingTo(Comparator.naturalOrder())
                .extracting(Priority::name)
                .containsExactly("LOWEST", "LOW", "MEDIUM", "HIGH", "HIGHEST", "URGENT");
        assertThat(Stream.of(Priority.values()).map(p -> Priority.ofRank(p.rank())))
                .containsExactly(Priority.values());
    }

    @Test
    void isMediumUnlessSaid() {
        assertThat(opened("a").priority()).isEqualTo(Priority.MEDIUM);
        assertThat(opened(ticket("b").priority(Priority.LOWEST)).priority()).isEqualTo(Priority.LOWEST);
    }

    @Test
    void ordersListsThenTheNewestThenTheId() {
        opened(ticket("old urgent").priority(Priority.URGENT));
        later(Duration.ofMinutes(1));
        opened(ticket("low").priority(Priority.LOW));
        opened(ticket("urgent").priority(Priority.URGENT));
        List<Ticket> sameInstant = Stream.of("x", "y", "z")
                .map(title -> opened(ticket(title).priority(Priority.HIGH)))
                .sorted(Comparator.comparing(Ticket::id))
                .toList();

        assertThat(olga().list(TicketQuery.all()).items())
                .extracting(Ticket::title)
                .containsExactly(
                        "urgent",
                        "old urgent",
                        sameInstant.get(0).title(),
                        sameInstant.get(1).title(),
                        sameInstant.get(2).title(),
                        "low");
    }

    @Test
    void hasSixRowsMostUrgentFirst() {
        opened(ticket("a").priority(Priority.LOW));

        assertThat(olga().statistics().report().priorities())
                .extracting(PriorityCount::priority, PriorityCount::tickets)
                .containsExactly(
                        tuple(Priority.URGENT, 0L),
                        tuple(Priority.HIGHEST, 0L),
                        tuple(Priority.HIGH, 0L),
                        tuple(Priority.MEDIUM, 0L),
                        tuple(Priority.LOW, 1L),
                        tuple(Priority.LOWEST, 0L));
    }

    @Test
    void isRelabelledWithoutLosingKeyOrRank() {
        Ticket urgent = opened(ticket("burning").priority(Priority.URGENT));
        opened(ticket("other").priority(Priority.HIGHEST));
        olga().catalogue().setPriority(Priority.URGENT, "Brucia", true);

        assertThat(now(urgent)).isEqualTo(urgent);
        assertThat(allTitles()).containsExactly("burning", "other");
        assertThat(olga().statistics().report().priorities().get(0))
                .isEqualTo(new PriorityCount(Priority.URGENT, "Brucia", 1));
        PriorityEntry entry = olga().catalogue().priorities().get(0);
        assertThat(entry).isEqualTo(new PriorityEntry(Priority.URGENT, "Brucia", true));

        olga().catalogue().setPriority(Priority.URGENT, null, true);
        assertThat(olga().catalogue().label(olga().catalogue().priorities().get(0)))
                .isEqualTo("Urgent");
    }

    @Test
    void isRefusedWhenTheTenantDoesNotOfferIt() {
        Ticket before = opened(ticket("a").priority(Priority.LOWEST));
        olga().catalogue().setPriority(Priority.LOWEST, null, false);
        Ticket other = opened("b");

        assertRefused("priority", () -> opened(ticket("c").priority(Priority.LOWEST)));
        assertRefused("priority", () -> changed(other, change().priority(Priority.LOWEST)));
        assertThat(allTitles()).containsExactlyInAnyOrder("a", "b");
        assertThat(changed(before, change().title("still lowest")).ticket().priority())
                .isEqualTo(Priority.LOWEST);
        assertThat(olga().catalogue().priorities()).hasSize(6);

        olga().catalogue().setPriority(Priority.LOWEST, null, true);
        assertThat(changed(other, change().priority(Priority.LOWEST)).recorded())
                .isTrue();
    }

    @Test
    @Tag("R18")
    void whenNotOfferedMayBeNamedByAChangeThatKeepsIt() {
        Ticket ticket = opened(ticket("a").priority(Priority.LOWEST));
        olga().catalogue().setPriority(Priority.LOWEST, null, false);

        assertThat(changed(ticket, change().title("b").priority(Priority.LOWEST))
                        .ticket()
                        .title())
                .isEqualTo("b");
        assertThat(changed(ticket, change().priority(Priority.LOWEST)).recorded())
                .isFalse();
    }
}
