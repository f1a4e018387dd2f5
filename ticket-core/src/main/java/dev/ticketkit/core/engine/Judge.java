package dev.ticketkit.core.engine;

import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.Condition;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.AutomationRun;
import dev.ticketkit.spi.storage.RunState;
import dev.ticketkit.spi.storage.TicketStorage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides which automations an occurrence starts. Reads, never writes. */
public final class Judge {
    private final TicketStorage storage;

    /** A judge of one store's tickets. */
    public Judge(TicketStorage storage) {
        this.storage = storage;
    }

    /**
     * What becomes of each automation that waits for such an occurrence, in the given order; those that wait for something else are left
     * out.
     *
     * @param at when it is decided
     */
    public List<AutomationRun> decide(Occurrence occurrence, List<Automation> automations, Instant at) {
        ConditionCheck conditions = new ConditionCheck(occurrence, storage);
        return automations.stream()
                .filter(automation -> occurrence.starts(automation.starter()))
                .map(automation -> run(occurrence, automation, reasonAgainst(automation, conditions), at))
                .toList();
    }

    /** Why an automation is not run, or null when it is. */
    private static @Nullable String reasonAgainst(Automation automation, ConditionCheck conditions) {
        Condition condition = automation.condition();
        if (!automation.enabled()) {
            return "it is disabled";
        }
        return condition == null ? null : conditions.reasonAgainst(condition);
    }

    private static AutomationRun run(
            Occurrence occurrence, Automation automation, @Nullable String reason, Instant at) {
        Ticket ticket = occurrence.ticket();
        RunState state =
                reason != null ? RunState.SKIPPED : occurrence.isTooDeep() ? RunState.FAILED : RunState.RUNNING;
        String detail = state == RunState.FAILED ? tooDeep() : reason;
        return new AutomationRun(
                occurrence.tenant(),
                occurrence.id(),
                automation.id(),
                state,
                0,
                ticket == null ? null : ticket.id(),
                detail,
                at);
    }

    private static String tooDeep() {
        return "it is one of a chain of " + Occurrence.MAX_DEPTH
                + " effects that led to each other, which looks like a loop; look at the causes in the history";
    }
}
