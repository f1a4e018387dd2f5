package dev.ticketkit.core.internal.status;

import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.Starter;
import dev.ticketkit.core.automation.Starter.StatusChanged;
import dev.ticketkit.core.automation.StatusFilter;
import dev.ticketkit.core.automation.Step;
import dev.ticketkit.core.automation.Step.OpenStep;
import dev.ticketkit.core.automation.Step.UpdateStep;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where automations name a status: among the statuses of what starts them, and as what Open and Update steps set, by key in any case. A
 * macro status names none, and what a dynamic field will say is not known. Immutable.
 */
public final class NamedStatus {
    private final String key;

    /** @param key of the status, as the catalogue has it */
    public NamedStatus(String key) {
        this.key = key;
    }

    /** Whether an automation names it. */
    public boolean isIn(Automation automation) {
        return isIn(automation.starter()) || automation.steps().stream().anyMatch(this::isIn);
    }

    /** The automation with another status wherever it names this one. */
    public Automation replacedIn(Automation automation, String other) {
        List<Step> steps =
                automation.steps().stream().map(step -> replaced(step, other)).toList();
        return automation.toBuilder()
                .when(replaced(automation.starter(), other))
                .steps(steps.toArray(Step[]::new))
                .build();
    }

    private boolean isIn(Starter starter) {
        return starter instanceof StatusChanged changed && (isIn(changed.from()) || isIn(changed.to()));
    }

    private boolean isIn(@Nullable StatusFilter filter) {
        return filter != null && filter.statuses().stream().anyMatch(this::isMeantBy);
    }

    private boolean isIn(Step step) {
        return (step instanceof OpenStep open && isMeantBy(open.status()))
                || (step instanceof UpdateStep update && isMeantBy(update.status()));
    }

    private boolean isMeantBy(@Nullable String text) {
        return text != null && text.strip().toLowerCase(Locale.ROOT).equals(key);
    }

    private Starter replaced(Starter starter, String other) {
        return starter instanceof StatusChanged changed
                ? new StatusChanged(replaced(changed.from(), other), replaced(changed.to(), other))
                : starter;
    }

    private @Nullable StatusFilter replaced(@Nullable StatusFilter filter, String other) {
        if (filter == null || !isIn(filter)) {
            return filter;
        }
        // Where the filter has the other one already it stays there once.
        Set<String> keys = new LinkedHashSet<>();
        for (String each : filter.statuses()) {
            keys.add(isMeantBy(each) || other.equalsIgnoreCase(each.strip()) ? other : each);
        }
        return new StatusFilter(keys, filter.macroStatus());
    }

    private Step replaced(Step step, String other) {
        if (step instanceof OpenStep open && isIn(open)) {
            return open.status(other);
        }
        return step instanceof UpdateStep update && isIn(update) ? update.status(other) : step;
    }
}
