package dev.ticketkit.core.internal.automation.decide;

import dev.ticketkit.spi.model.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * When each ticket of one contact was open, and since when it had been resolved. Asked for any time without looking at every ticket
 * again. Immutable.
 */
final class ContactHistory {
    private final Map<TicketId, List<Turn>> ofTicket;
    /** How many tickets were open from each time on. */
    private final List<Count> open;
    /** The first resolutions of all tickets, the two earliest: one of them is another ticket's. */
    private final List<Resolved> earliest;

    /**
     * A ticket's macro status from some time on.
     *
     * @param open whether it was in progress
     */
    record Turn(Instant at, boolean open) {}

    private record Count(Instant at, int tickets) {}

    private record Resolved(TicketId ticket, Instant at) {}

    /** @param ofTicket of each ticket in order of version; times may go back */
    ContactHistory(Map<TicketId, List<Turn>> ofTicket) {
        Map<TicketId, List<Turn>> sorted = new HashMap<>();
        ofTicket.forEach((ticket, turns) -> sorted.put(ticket, byTime(turns)));
        this.ofTicket = Map.copyOf(sorted);
        this.open = counted(sorted.values());
        this.earliest = firstResolved(ofTicket);
    }

    /** Whether a ticket other than one was open at a time. */
    boolean hasOpen(@Nullable TicketId except, Instant then) {
        int place = place(open, Count::at, then);
        int all = place < 0 ? 0 : open.get(place).tickets();
        return all > (isOpen(except, then) ? 1 : 0);
    }

    /** Whether a ticket other than one had been resolved by a time. */
    boolean hadResolved(@Nullable TicketId except, Instant then) {
        return earliest.stream()
                .anyMatch(resolved ->
                        !resolved.ticket().equals(except) && !resolved.at().isAfter(then));
    }

    /** How much is kept. */
    int size() {
        return open.size() + 1;
    }

    private boolean isOpen(@Nullable TicketId ticket, Instant then) {
        List<Turn> turns = ticket == null ? null : ofTicket.get(ticket);
        int place = turns == null ? -1 : place(turns, Turn::at, then);
        return turns != null && place >= 0 && turns.get(place).open();
    }

    /** At each time the latest version that had happened by then counts, even where a later version has an earlier time. */
    private static List<Turn> byTime(List<Turn> turns) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < turns.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparing(version -> turns.get(version).at()));
        List<Turn> sorted = new ArrayList<>();
        int latest = 0;
        for (int version : order) {
            latest = Math.max(latest, version);
            sorted.add(new Turn(turns.get(version).at(), turns.get(latest).open()));
        }
        return List.copyOf(sorted);
    }

    private static List<Count> counted(Iterable<List<Turn>> sorted) {
        List<Count> changes = new ArrayList<>();
        for (List<Turn> turns : sorted) {
            boolean before = false;
            for (Turn turn : turns) {
                changes.add(new Count(turn.at(), (turn.open() ? 1 : 0) - (before ? 1 : 0)));
                before = turn.open();
            }
        }
        changes.sort(Comparator.comparing(Count::at));
        List<Count> sums = new ArrayList<>();
        int tickets = 0;
        for (Count change : changes) {
            tickets += change.tickets();
            sums.add(new Count(change.at(), tickets));
        }
        return List.copyOf(sums);
    }

    private static List<Resolved> firstResolved(Map<TicketId, List<Turn>> ofTicket) {
        List<Resolved> all = new ArrayList<>();
        ofTicket.forEach((ticket, turns) -> turns.stream()
                .filter(turn -> !turn.open())
                .map(Turn::at)
                .min(Comparator.naturalOrder())
                .ifPresent(at -> all.add(new Resolved(ticket, at))));
        return all.stream().sorted(Comparator.comparing(Resolved::at)).limit(2).toList();
    }

    /** The last place whose time is not after a time, or -1. */
    private static <T> int place(List<T> sorted, Function<T, Instant> at, Instant then) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (at.apply(sorted.get(middle)).isAfter(then)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low - 1;
    }
}
