package dev.ticketkit.testkit.internal.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** What is undone of one ticket, in order. Not thread-safe. */
final class TicketDeliveries {
    private final SortedSet<DeliveryRow> undone = new TreeSet<>(DeliveryRow.HISTORY);

    void add(DeliveryRow row) {
        undone.add(row);
    }

    void remove(DeliveryRow row) {
        undone.remove(row);
    }

    List<DeliveryRow> all() {
        return List.copyOf(undone);
    }

    boolean isEmpty() {
        return undone.isEmpty();
    }

    /** The rows that no earlier one holds up: the first of each consumer, up to the first to everyone. */
    List<DeliveryRow> heads() {
        List<DeliveryRow> heads = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (DeliveryRow row : undone) {
            if (seen.add(row.consumer())) {
                heads.add(row);
            }
            if (row.isToEveryone()) {
                break;
            }
        }
        return heads;
    }

    /** Who is still to get something earlier than this row. */
    Set<String> waitingBefore(DeliveryRow row) {
        Set<String> waiting = new HashSet<>();
        undone.headSet(row).forEach(earlier -> waiting.add(earlier.consumer()));
        return waiting;
    }
}
