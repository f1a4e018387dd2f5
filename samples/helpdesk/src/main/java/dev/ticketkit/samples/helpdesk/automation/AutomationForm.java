package dev.ticketkit.samples.helpdesk.automation;

import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.Condition;
import dev.ticketkit.core.automation.Step;
import dev.ticketkit.spi.model.Party;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An automation as it is edited.
 *
 * @param id of it; what is saved under it before is replaced
 * @param name what people call it
 * @param order of running
 * @param enabled whether it runs
 * @param starter what starts it
 * @param condition when it runs
 * @param steps what it does
 */
record AutomationForm(
        @Nullable String id,
        @Nullable String name,
        int order,
        @Nullable Boolean enabled,
        StarterForm starter,
        ConditionForm condition,
        List<StepForm> steps) {
    private static final int FEWEST_STEPS = 4;
    private static final int SPARE_STEPS = 2;

    /** What a form leaves out is empty. */
    AutomationForm(
            @Nullable String id,
            @Nullable String name,
            int order,
            @Nullable Boolean enabled,
            @Nullable StarterForm starter,
            @Nullable ConditionForm condition,
            @Nullable List<StepForm> steps) {
        this.id = id;
        this.name = name;
        this.order = order;
        this.enabled = enabled;
        this.starter = Objects.requireNonNullElse(starter, new StarterForm("", "", "", List.of(), List.of()));
        this.condition = Objects.requireNonNullElse(condition, new ConditionForm(List.of(), "", false, ""));
        this.steps = steps == null
                ? List.of()
                : steps.stream().filter(Objects::nonNull).toList();
    }

    /** A new one. */
    static AutomationForm empty(String id) {
        ConditionForm always = new ConditionForm(List.of(), "", false, "");
        StarterForm created = new StarterForm("ticketCreated", "", "", List.of(), List.of());
        return new AutomationForm(id, "", 100, true, created, always, filledUp(List.of()));
    }

    /** The form of an automation; empty when it has what the form does not show. */
    static Optional<AutomationForm> of(Automation automation) {
        Optional<ConditionForm> condition = ConditionForm.of(automation.condition());
        List<StepForm> steps = automation.steps().stream()
                .flatMap(step -> StepForm.of(step).stream())
                .toList();
        if (condition.isEmpty() || steps.size() < automation.steps().size()) {
            return Optional.empty();
        }
        return Optional.of(new AutomationForm(
                automation.id(),
                automation.name(),
                automation.order(),
                automation.enabled(),
                StarterForm.of(automation.starter()),
                condition.get(),
                filledUp(steps)));
    }

    /** With empty ones to fill in; saving and opening it again brings more. */
    private static List<StepForm> filledUp(List<StepForm> given) {
        List<StepForm> steps = new ArrayList<>(given);
        int shown = Math.max(FEWEST_STEPS, given.size() + SPARE_STEPS);
        while (steps.size() < shown) {
            steps.add(StepForm.empty());
        }
        return steps;
    }

    /** The automation it says. */
    Automation automation(Function<String, @Nullable Party> owners) {
        Automation.Builder builder = Automation.builder(Texts.orEmpty(id), Texts.orEmpty(name))
                .enabled(Boolean.TRUE.equals(enabled))
                .order(order)
                .when(starter.starter())
                .steps(steps.stream()
                        .filter(StepForm::isGiven)
                        .map(step -> step.step(owners))
                        .toArray(Step[]::new));
        Condition when = condition.condition();
        return when == null ? builder.build() : builder.onlyIf(when).build();
    }
}
