package dev.ticketkit.core.internal.automation.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.core.internal.automation.decide.ContactHistory.Turn;
import dev.ticketkit.spi.model.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** It answers what looking at every ticket would, also where times go back or are equal. */
class ContactHistoryTest {
    private final Random random = new Random(16);

    @Test
    void answersAsLookingAtEveryTicketDoes() {
        for (int round = 0; round < 500; round++) {
            Map<TicketId, List<Turn>> tickets = tickets();
            ContactHistory history = new ContactHistory(tickets);
            for (int time = -1; time < 12; time++) {
                Instant then = Instant.ofEpochSecond(time);
                assertSame(history, tickets, null, then);
                tickets.keySet().forEach(own -> assertSame(history, tickets, own, then));
                assertSame(history, tickets, new TicketId(new UUID(9, 9)), then);
            }
            assertSame(history, tickets, null, Instant.MAX);
        }
    }

    private Map<TicketId, List<Turn>> tickets() {
        Map<TicketId, List<Turn>> tickets = new HashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            List<Turn> turns = new ArrayList<>();
            for (int turn = random.nextInt(5); turn >= 0; turn--) {
                turns.add(new Turn(Instant.ofEpochSecond(random.nextInt(10)), random.nextBoolean()));
            }
            tickets.put(new TicketId(new UUID(0, i)), turns);
        }
        return tickets;
    }

    private static void assertSame(
            ContactHistory history, Map<TicketId, List<Turn>> tickets, TicketId own, Instant then) {
        assertThat(history.hasOpen(own, then))
                .isEqualTo(others(tickets, own, then)
                        .anyMatch(until -> until.get(until.size() - 1).open()));
        assertThat(history.hadResolved(own, then))
                .isEqualTo(others(tickets, own, then).flatMap(List::stream).anyMatch(turn -> !turn.open()));
    }

    /** Of each other ticket that was there, its turns up to then. */
    private static Stream<List<Turn>> others(Map<TicketId, List<Turn>> tickets, TicketId own, Instant then) {
        return tickets.entrySet().stream()
                .filter(ticket -> !ticket.getKey().equals(own))
                .map(ticket -> ticket.getValue().stream()
                        .filter(turn -> !turn.at().isAfter(then))
                        .toList())
                .filter(until -> !until.isEmpty());
    }
}
