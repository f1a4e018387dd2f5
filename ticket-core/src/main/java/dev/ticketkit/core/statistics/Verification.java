package dev.ticketkit.core.statistics;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * Whether the statistics equal a count of every ticket.
 *
 * @param tickets how many tickets were counted one by one
 * @param differences one line for each group that differs; none when all is well
 */
@JsonPropertyOrder({"tickets", "differences"})
public record Verification(long tickets, List<String> differences) {
    /** Copies the list. */
    public Verification {
        differences = List.copyOf(differences);
    }

    /** Whether nothing differs. */
    public boolean holds() {
        return differences.isEmpty();
    }
}
