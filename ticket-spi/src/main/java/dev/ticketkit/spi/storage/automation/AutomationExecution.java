package dev.ticketkit.spi.storage.automation;

import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.TicketId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about one automation and one event, or one firing, and how far it came. Decided once: later attempts go on from here.
 *
 * @param tenant whose
 * @param eventId the event or firing that could start it
 * @param automation the automation's id
 * @param state what became of it
 * @param stepsDone how many of its steps are done, from the first
 * @param ticketId the run's ticket: the one its last Open step opened, else the event's; null for none
 * @param detail why it was skipped or failed, at most 1,000 code points without controls; null for no reason to give
 * @param at when it was decided, or last went on
 */
public record AutomationExecution(
        TenantId tenant,
        UUID eventId,
        String automation,
        ExecutionState state,
        int stepsDone,
        @Nullable TicketId ticketId,
        @Nullable String detail,
        Instant at) {
    /** The same run, failed for good: why, and when. */
    public AutomationExecution failed(String why, Instant now) {
        return new AutomationExecution(
                tenant, eventId, automation, ExecutionState.FAILED, stepsDone, ticketId, why, now);
    }

    /** The same run, still running after an attempt met a problem: which, and when. */
    public AutomationExecution troubled(String problem, Instant now) {
        return new AutomationExecution(
                tenant, eventId, automation, ExecutionState.RUNNING, stepsDone, ticketId, problem, now);
    }

    /** The same run gone on without a problem: to which state, with how many steps done and which ticket, and when. */
    public AutomationExecution advanced(ExecutionState to, int steps, @Nullable TicketId ticket, Instant now) {
        return new AutomationExecution(tenant, eventId, automation, to, steps, ticket, null, now);
    }
}
