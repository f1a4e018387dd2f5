package dev.ticketkit.core.desk;

import dev.ticketkit.spi.storage.NoticeOutcome;
import dev.ticketkit.spi.storage.RunState;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why what happened after an event did: which automations ran or not, who was told or not. Of an event nobody has handled yet, nothing is
 * known; what was purged is no longer known.
 *
 * @param eventId the event or firing
 * @param automations in order of id
 * @param operators by id, what became of telling each
 */
public record Reasons(UUID eventId, List<AutomationReason> automations, SortedMap<String, NoticeOutcome> operators) {
    /** Copies list and map. */
    public Reasons {
        automations = List.copyOf(automations);
        operators = Collections.unmodifiableSortedMap(new TreeMap<>(operators));
    }

    /**
     * Why one automation ran or not.
     *
     * @param automation its id
     * @param state what became of it; null when it waits for something else than this event, or was saved later
     * @param detail why it was skipped or failed, or null
     * @param stepsDone how many of its steps are done
     */
    public record AutomationReason(
            String automation,
            @Nullable RunState state,
            @Nullable String detail,
            int stepsDone) {}
}
