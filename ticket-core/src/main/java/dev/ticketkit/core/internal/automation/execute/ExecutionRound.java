package dev.ticketkit.core.internal.automation.execute;

import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.internal.automation.decide.AutomationJudge;
import dev.ticketkit.core.internal.automation.decide.Occurrence;
import dev.ticketkit.core.internal.session.DeskSettings;
import dev.ticketkit.core.internal.text.CauseText;
import dev.ticketkit.spi.host.DeliveryException;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.storage.automation.AutomationExecution;
import dev.ticketkit.spi.storage.automation.ExecutionState;
import dev.ticketkit.spi.storage.automation.ExecutionStore;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One delivery of an occurrence to the automations it starts. For one thread. */
final class ExecutionRound {
    private final DeskSettings parts;
    private final ExecutionStore runs;
    private final Occurrence occurrence;
    private final Map<String, Automation> automations = new LinkedHashMap<>();
    private final Outlets outlets;
    private final ExecutionEngine engine;
    private final boolean toOne;

    /**
     * A round.
     *
     * @param toOne whether it is for one automation, which failed or was released
     */
    ExecutionRound(
            DeskSettings parts, Occurrence occurrence, List<Automation> automations, Outlets outlets, boolean toOne) {
        this.parts = parts;
        this.runs = parts.storage().executions();
        this.engine = ExecutionEngine.of(parts);
        this.occurrence = occurrence;
        automations.forEach(automation -> this.automations.put(automation.id(), automation));
        this.outlets = outlets;
        this.toOne = toOne;
    }

    /** Decides, unless that was done before; what is left to run, in order. */
    List<AutomationExecution> begin(AutomationJudge judge) {
        List<AutomationExecution> stored = runs.executions(occurrence.tenant(), occurrence.id());
        if (stored.isEmpty()) {
            List<AutomationExecution> decided = judge.decide(
                    occurrence, List.copyOf(automations.values()), parts.clock().instant());
            stored = decided.isEmpty() ? decided : runs.begin(occurrence.tenant(), occurrence.id(), decided);
        }
        return left(stored);
    }

    /** What was decided before and is left to run, in order. */
    List<AutomationExecution> begun() {
        return left(runs.executions(occurrence.tenant(), occurrence.id()));
    }

    /** Goes on with one run. */
    DeliveryResult goOn(AutomationExecution run) {
        Automation automation = automations.get(run.automation());
        if (automation == null && isUnreadable(run.automation())) {
            throw new IllegalStateException("this version of the library cannot read the automation");
        }
        if (automation == null || !automation.enabled()) {
            String what = automation == null ? "removed" : "disabled";
            runs.save(run.failed(
                    "it was " + what + " before it was done", parts.clock().instant()));
            return DeliveryResult.DELIVERED;
        }
        if (occurrence.isTooDeep()) {
            engine.noteInHistory(occurrence, automation, run);
            return DeliveryResult.DELIVERED;
        }
        // It failed in the caller's own call, which has heard of it. Who releases it wants it tried again.
        if (run.state() == ExecutionState.FAILED && !toOne) {
            throw DeliveryException.rejected(String.valueOf(run.detail()));
        }
        ExecutionEngine.Progress progress = tried(automation, run);
        if (progress.run().state() == ExecutionState.FAILED) {
            throw DeliveryException.rejected(String.valueOf(progress.run().detail()));
        }
        return DeliveryResult.DELIVERED;
    }

    /** What a failed attempt said is kept, so that who asks why can see it before it is parked. */
    private ExecutionEngine.Progress tried(Automation automation, AutomationExecution run) {
        try {
            return engine.goOn(occurrence, automation, run, outlets);
        } catch (RuntimeException e) {
            engine.keepProblem(run, CauseText.of(e));
            throw e;
        }
    }

    private boolean isUnreadable(String automation) {
        return parts.books().isUnreadable(parts.storage().automations(), occurrence.tenant(), automation);
    }

    private List<AutomationExecution> left(List<AutomationExecution> stored) {
        List<String> order = List.copyOf(automations.keySet());
        return stored.stream()
                .filter(run -> run.state() == ExecutionState.RUNNING || run.state() == ExecutionState.FAILED)
                .sorted(Comparator.comparingInt(run -> order.indexOf(run.automation())))
                .toList();
    }
}
