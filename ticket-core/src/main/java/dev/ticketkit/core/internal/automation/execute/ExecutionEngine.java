package dev.ticketkit.core.internal.automation.execute;

import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.Step.OpenStep;
import dev.ticketkit.core.internal.automation.decide.Occurrence;
import dev.ticketkit.core.internal.session.DeskSettings;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.storage.automation.AutomationExecution;
import dev.ticketkit.spi.storage.automation.ExecutionState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries out what was decided about automations. Thread-safe. */
public final class ExecutionEngine {
    private final ExecutionSettings parts;
    private final StepCommands commands;

    /** An engine of one desk. */
    static ExecutionEngine of(DeskSettings desk) {
        return new ExecutionEngine(ExecutionSettings.of(desk), new StepSessions(desk));
    }

    ExecutionEngine(ExecutionSettings parts, StepCommands commands) {
        this.parts = parts;
        this.commands = commands;
    }

    /**
     * Goes on with a run from its first step that is not done, and keeps how far it came.
     *
     * @param outlets where messages and triggers go; null to leave them for later and do the other steps
     * @return what became of it: done, failed for good, or still running when something was left
     * @throws RuntimeException of the store or of the host, when it should be tried again
     */
    public Progress goOn(
            Occurrence occurrence, Automation automation, AutomationExecution run, @Nullable Outlets outlets) {
        ExecutionFields fields = new ExecutionFields(parts, occurrence);
        OutgoingSteps outgoing = outlets == null ? null : new OutgoingSteps(parts, outlets, fields, automation);
        StepsExecution steps = new StepsExecution(parts, commands, occurrence, automation, fields, outgoing);
        try {
            steps.goOn(run);
            return new Progress(steps.kept(), List.copyOf(steps.opened()));
        } catch (StepFailure e) {
            AutomationExecution failed = steps.kept()
                    .failed(String.valueOf(e.getMessage()), parts.clock().instant());
            // Else the delivery sends what comes before, meets the same failure, and keeps that.
            if (!steps.leftForLater()) {
                noteInHistory(occurrence, automation, failed);
                parts.storage().executions().save(failed);
            }
            return new Progress(failed, List.copyOf(steps.opened()));
        }
    }

    /** The tickets that the steps of an occurrence and an automation opened, as they are now. Writes nothing. */
    public List<Ticket> opened(Occurrence occurrence, Automation automation) {
        List<Ticket> opened = new ArrayList<>();
        for (int i = 0; i < automation.steps().size(); i++) {
            if (automation.steps().get(i) instanceof OpenStep) {
                commands.opened(StepKey.of(occurrence, automation, i)).ifPresent(opened::add);
            }
        }
        return opened;
    }

    /** Keeps what an attempt of a run that goes on failed with, at the step it has come to. */
    public void keepProblem(AutomationExecution run, String problem) {
        parts.storage().executions().executions(run.tenant(), run.eventId()).stream()
                .filter(stored ->
                        stored.automation().equals(run.automation()) && stored.state() == ExecutionState.RUNNING)
                .forEach(stored -> parts.storage()
                        .executions()
                        .save(stored.troubled(problem, parts.clock().instant())));
    }

    /** Says in the history of the ticket it is about, if there is one, that a run was stopped; once for each run. */
    public void noteInHistory(Occurrence occurrence, Automation automation, AutomationExecution run) {
        TicketId id = run.ticketId();
        if (id != null) {
            String text = "Automation \"" + automation.name() + "\" (" + automation.id() + ") stopped: " + run.detail();
            commands.stopped(
                    StepKey.of(occurrence, automation, automation.steps().size()), id, text);
        }
    }

    /**
     * How far a run came.
     *
     * @param run as it is kept now
     * @param opened tickets its steps opened, or had opened when they were done before
     */
    public record Progress(AutomationExecution run, List<Ticket> opened) {}
}
