package dev.ticketkit.core.internal.automation.decide;

import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.Condition;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.spi.storage.automation.AutomationExecution;
import dev.ticketkit.spi.storage.automation.ExecutionState;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Decides which automations an occurrence starts. Reads, never writes. */
public final class AutomationJudge {
    private final Function<Occurrence, ContactRecord> contacts;
    private final Supplier<CategoryNames> categories;

    private AutomationJudge(Supplier<CategoryNames> categories, Function<Occurrence, ContactRecord> contacts) {
        this.categories = categories;
        this.contacts = contacts;
    }

    /** Judges by what the contact's other tickets are now. */
    public static AutomationJudge ofPresent(TicketStorage storage) {
        return new AutomationJudge(
                () -> new CategoryNames(storage.categories()),
                occurrence -> new PresentContact(occurrence, storage.tickets()));
    }

    /**
     * Judges by what the contact's other tickets were at the time of the event. For many events of one tenant, on one thread: what was read for
     * one serves the others.
     */
    public static AutomationJudge ofPast(TicketStorage storage, PastTicket past) {
        CategoryNames categories = new CategoryNames(storage.categories());
        ContactHistories histories = new ContactHistories(storage, past);
        return new AutomationJudge(() -> categories, occurrence -> new PastContact(occurrence, histories));
    }

    /**
     * What becomes of each automation that waits for such an occurrence, in the given order; those that wait for something else are left
     * out.
     *
     * @param at when it is decided
     */
    public List<AutomationExecution> decide(Occurrence occurrence, List<Automation> automations, Instant at) {
        ConditionJudge conditions = new ConditionJudge(occurrence, categories.get(), contacts.apply(occurrence));
        return automations.stream()
                .filter(automation -> occurrence.starts(automation.starter()))
                .map(automation -> run(occurrence, automation, reasonAgainst(automation, conditions), at))
                .toList();
    }

    /** Why an automation is not run, or null when it is. */
    private static @Nullable String reasonAgainst(Automation automation, ConditionJudge conditions) {
        Condition condition = automation.condition();
        if (!automation.enabled()) {
            return "it is disabled";
        }
        return condition == null ? null : conditions.reasonAgainst(condition);
    }

    private static AutomationExecution run(
            Occurrence occurrence, Automation automation, @Nullable String reason, Instant at) {
        Ticket ticket = occurrence.ticket();
        ExecutionState state = reason != null
                ? ExecutionState.SKIPPED
                : occurrence.isTooDeep() ? ExecutionState.FAILED : ExecutionState.RUNNING;
        String detail = state == ExecutionState.FAILED ? tooDeep() : reason;
        return new AutomationExecution(
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
