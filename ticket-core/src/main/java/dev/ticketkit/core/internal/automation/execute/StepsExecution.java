package dev.ticketkit.core.internal.automation.execute;

import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.Step;
import dev.ticketkit.core.automation.Step.MessageStep;
import dev.ticketkit.core.automation.Step.OpenStep;
import dev.ticketkit.core.automation.Step.TriggerStep;
import dev.ticketkit.core.automation.Step.UpdateStep;
import dev.ticketkit.core.internal.automation.decide.Occurrence;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.automation.AutomationExecution;
import dev.ticketkit.spi.storage.automation.ExecutionState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The steps of one run, from the first that is not done. Steps that write are done once, whoever comes again; steps that send are kept as
 * done when their receiver has taken them. Not thread-safe.
 */
final class StepsExecution {
    private final ExecutionSettings parts;
    private final Occurrence occurrence;
    private final Automation automation;
    private final ExecutionFields fields;
    private final TicketSteps writing;
    private final @Nullable OutgoingSteps outgoing;
    private final ExecutionView sight;
    private final List<Ticket> opened = new ArrayList<>();
    private @Nullable ExecutionTicket ticket;
    private @Nullable AutomationExecution kept;
    private boolean leftForLater;

    /**
     * A run.
     *
     * @param outgoing null in the caller's own call: what is sent waits for the commit
     */
    StepsExecution(
            ExecutionSettings parts,
            StepCommands commands,
            Occurrence occurrence,
            Automation automation,
            ExecutionFields fields,
            @Nullable OutgoingSteps outgoing) {
        this.parts = parts;
        this.occurrence = occurrence;
        this.automation = automation;
        this.fields = fields;
        this.writing = new TicketSteps(commands, parts.storage().tickets(), occurrence.contact());
        this.outgoing = outgoing;
        this.sight = new ExecutionView(parts.storage(), occurrence);
    }

    /**
     * Goes on with a run as far as it can.
     *
     * @throws StepFailure when a step cannot be done; those before it are done
     */
    void goOn(AutomationExecution run) {
        boolean wrote = automation.steps().stream().limit(run.stepsDone()).anyMatch(step -> !sends(step));
        ticket = sight.resumed(run, wrote);
        kept = run;
        boolean inOrder = true;
        for (int i = run.stepsDone(); i < automation.steps().size(); i++) {
            Step step = automation.steps().get(i);
            if (outgoing == null && sends(step)) {
                inOrder = false;
                leftForLater = true;
                continue;
            }
            perform(step, i);
            if (inOrder) {
                kept = keep(run, i + 1);
            }
        }
        if (run.stepsDone() >= automation.steps().size()) {
            // It has fewer steps than when it was begun.
            kept = keep(run, run.stepsDone());
        }
    }

    /** The run as far as it came, also when a step failed. */
    AutomationExecution kept() {
        return Objects.requireNonNull(kept, "not begun");
    }

    /** Whether a step that sends something was left for the delivery. */
    boolean leftForLater() {
        return leftForLater;
    }

    /** What was opened in this call, in order. */
    List<Ticket> opened() {
        return opened;
    }

    private void perform(Step step, int number) {
        StepKey key = StepKey.of(occurrence, automation, number);
        try {
            if (step instanceof OpenStep open) {
                sight.requireStarter();
                Ticket made = writing.open(key, open, new StepTexts(fields.outside()));
                opened.add(made);
                ticket = new ExecutionTicket(made, null);
            } else if (step instanceof UpdateStep update) {
                changed(writing.update(key, update, new StepTexts(fields.with(ticket, Locale.ROOT))));
            } else {
                send(key, step);
            }
        } catch (StepFailure e) {
            throw new StepFailure("step " + (number + 1) + ": " + e.getMessage(), e);
        }
    }

    private void changed(Ticket now) {
        if (ticket != null && ticket.ticket().id().equals(now.id())) {
            ticket = ticket.changedTo(now);
        }
    }

    private void send(StepKey key, Step step) {
        Ticket now = sight.shown(ticket);
        TicketEvent event = sight.eventOf(now.id());
        ExecutionTicket then = Objects.requireNonNull(ticket, "ticket");
        OutgoingSteps out = Objects.requireNonNull(outgoing, "outgoing");
        if (step instanceof MessageStep message) {
            out.send(key, message, then, now, event);
        } else {
            out.dispatch(key, (TriggerStep) step, then, now, event);
        }
    }

    /** Kept after each step, those that are done once by their key too: keys are forgotten one day, and a run may be parked until then. */
    private AutomationExecution keep(AutomationExecution run, int stepsDone) {
        boolean done = stepsDone >= automation.steps().size();
        AutomationExecution now = run.advanced(
                done ? ExecutionState.DONE : ExecutionState.RUNNING,
                stepsDone,
                ticket == null ? null : ticket.ticket().id(),
                parts.clock().instant());
        parts.storage().executions().save(now);
        return now;
    }

    private static boolean sends(Step step) {
        return step instanceof MessageStep || step instanceof TriggerStep;
    }
}
