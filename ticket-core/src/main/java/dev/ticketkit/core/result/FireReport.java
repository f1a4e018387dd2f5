package dev.ticketkit.core.result;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.automation.ExecutionState;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a call of {@code fire} came to. What is sent, messages and triggers, leaves after the commit and is not done yet.
 *
 * @param id of the firing; the causes of what it led to name it, and {@link ActorDesk#why} knows it, unless nobody waited for the name and
 *     it had no key
 * @param runs one for each automation that waits for the name, in running order; empty when none does
 * @param replayed whether the same was fired before under the same key, and nothing was done a second time
 * @param awaited whether an automation, enabled or not, waited for the name; false, when the name may be misspelt
 */
@JsonPropertyOrder({"id", "runs", "replayed", "awaited"})
public record FireReport(UUID id, List<Run> runs, boolean replayed, boolean awaited) {
    /** Copies the list. */
    public FireReport {
        runs = List.copyOf(runs);
    }

    /** All tickets that were opened, as they are now, in order. */
    public List<Ticket> opened() {
        return runs.stream().flatMap(run -> run.opened().stream()).toList();
    }

    /** The runs that failed: their detail names field and value. Nothing was thrown for them. */
    public List<Run> failed() {
        return runs.stream().filter(run -> run.state() == ExecutionState.FAILED).toList();
    }

    /**
     * What became of one automation.
     *
     * @param automation its id
     * @param name what people call it
     * @param state skipped, failed, done, or running when messages or triggers are left to leave
     * @param detail why it was skipped or failed, naming field and value; else null, and null for a contact
     * @param opened the tickets it opened
     */
    @JsonPropertyOrder({"automation", "name", "state", "detail", "opened"})
    public record Run(
            String automation,
            String name,
            ExecutionState state,
            @Nullable String detail,
            List<Ticket> opened) {
        /** Copies the list. */
        public Run {
            opened = List.copyOf(opened);
        }
    }
}
