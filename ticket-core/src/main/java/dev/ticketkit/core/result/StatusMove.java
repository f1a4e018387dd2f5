package dev.ticketkit.core.result;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.spi.model.TicketId;
import java.util.List;

/**
 * What hiding or removing a status came to.
 *
 * @param moved how many tickets got the other status
 * @param failed how many could not get it; as long as there are any, the status is hidden and not removed: do it again
 * @param failures those that could not, with the reason, at most {@value #MOST_FAILURES}
 * @param automations ids of those that name the other status now
 */
@JsonPropertyOrder({"moved", "failed", "failures", "automations"})
public record StatusMove(long moved, long failed, List<Failure> failures, List<String> automations) {
    /** Most failures that are named. */
    public static final int MOST_FAILURES = 1_000;

    /** Copies the lists. */
    public StatusMove {
        failures = List.copyOf(failures);
        automations = List.copyOf(automations);
    }

    /**
     * A ticket that could not be moved.
     *
     * @param ticket which
     * @param reason why, for people who administer
     */
    @JsonPropertyOrder({"ticket", "reason"})
    public record Failure(TicketId ticket, String reason) {}

    /** Whether no ticket was left behind. */
    @JsonIgnore
    public boolean isComplete() {
        return failed == 0;
    }
}
