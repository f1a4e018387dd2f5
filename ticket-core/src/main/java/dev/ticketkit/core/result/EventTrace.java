package dev.ticketkit.core.result;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.spi.storage.automation.ExecutionState;
import dev.ticketkit.spi.storage.delivery.NotificationOutcome;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why what happened after an event did: which automations ran or not, which operators were notified or not. Of an event nobody has handled
 * yet, or whose records were purged, it says of each automation that nothing is decided. What became of the host's own systems is not here;
 * what was given up, and why, is in {@link dev.ticketkit.core.desk.DeliveryDesk#parked}.
 *
 * @param eventId the event or firing
 * @param automations in order of id
 * @param operators by id, what became of notifying each
 * @param cancelled why what was undelivered of the event when its ticket was deleted or erased, or a consumer retired, is delivered to nobody:
 *     {@code cancelled by deletion}, for one; null when nothing of it was cancelled
 */
@JsonPropertyOrder({"eventId", "automations", "operators", "cancelled"})
public record EventTrace(
        UUID eventId,
        List<AutomationReason> automations,
        SortedMap<String, NotificationOutcome> operators,
        @Nullable String cancelled) {
    /** Copies list and map. */
    public EventTrace {
        automations = List.copyOf(automations);
        operators = Collections.unmodifiableSortedMap(new TreeMap<>(operators));
    }

    /**
     * Why one automation ran or not.
     *
     * @param automation its id
     * @param state what became of it, running also when its last attempt failed; null when nothing was decided about it
     * @param detail why it was skipped or failed, what its last attempt failed with, or why nothing was decided; or null
     * @param stepsDone how many of its steps are done
     */
    @JsonPropertyOrder({"automation", "state", "detail", "stepsDone"})
    public record AutomationReason(
            String automation,
            @Nullable ExecutionState state,
            @Nullable String detail,
            int stepsDone) {}
}
