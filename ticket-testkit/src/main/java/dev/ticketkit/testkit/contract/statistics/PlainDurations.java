package dev.ticketkit.testkit.contract.statistics;

import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.event.Note;
import dev.ticketkit.spi.event.NoteVisibility;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.model.ActorKind;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.statistics.AnswerCount;
import dev.ticketkit.spi.storage.statistics.CountQuery;
import dev.ticketkit.spi.storage.statistics.DurationHistogram;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What histograms of durations must be, counted ticket by ticket. Looks at the reading and range of a query only. */
final class PlainDurations {
    private PlainDurations() {}

    static DurationHistogram closingTimes(Collection<Ticket> tickets, CountQuery query) {
        List<Duration> times = new ArrayList<>();
        for (Ticket ticket : tickets) {
            Instant closedAt = ticket.closedAt();
            if (PlainCounts.isRead(ticket, query) && closedAt != null) {
                times.add(Duration.between(ticket.openedAt(), closedAt));
            }
        }
        return DurationHistogram.of(times.stream());
    }

    static AnswerCount firstAnswers(Map<Ticket, List<TicketEvent>> histories, CountQuery query) {
        List<Duration> times = new ArrayList<>();
        long unanswered = 0;
        for (Map.Entry<Ticket, List<TicketEvent>> life : histories.entrySet()) {
            Ticket ticket = life.getKey();
            if (PlainCounts.isRead(ticket, query)) {
                Instant answer = firstAnswer(life.getValue());
                if (answer == null) {
                    unanswered++;
                } else {
                    times.add(Duration.between(ticket.openedAt(), answer));
                }
            }
        }
        return new AnswerCount(DurationHistogram.of(times.stream()), unanswered);
    }

    private static @Nullable Instant firstAnswer(List<TicketEvent> history) {
        return history.stream()
                .filter(PlainDurations::isAnswer)
                .map(TicketEvent::at)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static boolean isAnswer(TicketEvent event) {
        Note note = event.note();
        return note != null
                && event.kind() == EventKind.NOTED
                && event.actor().kind() == ActorKind.OPERATOR
                && note.visibility() == NoteVisibility.PUBLIC;
    }
}
