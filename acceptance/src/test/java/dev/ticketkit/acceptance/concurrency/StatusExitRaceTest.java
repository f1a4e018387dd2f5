package dev.ticketkit.acceptance.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.acceptance.DeskFixture;
import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.acceptance.concurrency.Crowd.Result;
import dev.ticketkit.core.result.StatusMove;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.TicketQuery;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A status is removed while many put tickets into it. */
@OnEveryStore
@Tag("B12")
@Tag("F19")
class StatusExitRaceTest extends DeskFixture {
    private static final int EACH = 6;
    private static final TicketQuery IN_LAB =
            TicketQuery.builder().statuses("in-lab").build();

    StatusExitRaceTest(Store store) {
        super(store);
    }

    @Test
    void noLivingTicketIsLeftInARemovedStatus() throws InterruptedException {
        olga().catalogue().addStatus("In lab", MacroStatus.IN_PROGRESS);
        List<Ticket> tickets =
                IntStream.range(0, Crowd.SIZE).mapToObj(i -> opened("t" + i)).toList();
        List<Result<Long>> results = Crowd.all(i -> () -> i == 0 ? remove() : enter(tickets.get(i)));

        assertThat(Crowd.errors(results)).isEmpty();
        long entered = Crowd.values(results).stream()
                .skip(1)
                .mapToLong(Long::longValue)
                .sum();
        long left = walk(olga(), TicketQuery.builder().limit(200).build()).stream()
                .mapToLong(ticket -> handle(ticket).history().stream()
                        .filter(event -> event.cause() != null)
                        .count())
                .sum();
        assertThat(walk(olga(), IN_LAB)).isEmpty();
        assertThat(Crowd.values(results).get(0)).isEqualTo(left).isLessThanOrEqualTo(entered);
        assertThat(olga().catalogue().statuses().find("in-lab")).isEmpty();
        assertThat(olga().statistics().verify().holds()).isTrue();
    }

    private long remove() {
        StatusMove move = olga().statuses().remove("in-lab", "pending");
        assertThat(move.isComplete()).isTrue();
        return move.moved();
    }

    /** How often a ticket was put into the status: an old one by a change, new ones by opening them in it. */
    private long enter(Ticket ticket) {
        long entered = 0;
        try {
            for (int n = 0; n < EACH; n++) {
                changed(ticket, change().status("in-lab"));
                opened(ticket("new").status("in-lab"));
                entered += 2;
                changed(ticket, change().status("waiting"));
            }
        } catch (RefusedException e) {
            assertThat(e.field()).isEqualTo("status");
        }
        return entered + 1;
    }
}
