package dev.ticketkit.core.result;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * What hiding or removing a status touches.
 *
 * @param tickets how many tickets are in it, deleted ones left out, those the actor may not read counted too
 * @param automations ids of those that name it, disabled ones too: among the statuses of what starts them, or as what an Open or Update
 *     step sets. One that sets it through a dynamic field, or cannot be read, is not found
 */
@JsonPropertyOrder({"tickets", "automations"})
public record StatusImpact(long tickets, List<String> automations) {
    private static final int MOST_SAID = 10;

    /** Copies the list. */
    public StatusImpact {
        automations = List.copyOf(automations);
    }

    /** Whether nothing is touched. */
    @JsonIgnore
    public boolean isNone() {
        return tickets == 0 && automations.isEmpty();
    }

    public String said() {
        String ids = automations.isEmpty()
                ? "no automation"
                : "the automations "
                        + String.join(", ", automations.subList(0, Math.min(MOST_SAID, automations.size())))
                        + (automations.size() > MOST_SAID ? " and " + (automations.size() - MOST_SAID) + " more" : "");
        return tickets + (tickets == 1 ? " ticket and " : " tickets and ") + ids;
    }
}
