package dev.ticketkit.core.internal.automation.check;

import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.AutomationWarning;
import dev.ticketkit.core.automation.AutomationWarning.Kind;
import dev.ticketkit.core.catalogue.StatusBook;
import dev.ticketkit.spi.error.RefusedException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Checks that automations do not start each other without end. Disabled ones start nothing. */
final class CycleCheck {
    private static final int MOST_RULES = 20_000;

    private final StatusSets statuses;

    CycleCheck(StatusBook statuses) {
        this.statuses = new StatusSets(statuses);
    }

    void check(Automation automation, List<Automation> others, List<AutomationWarning> warnings) {
        if (!automation.enabled()) {
            return;
        }
        List<Automation> all = new ArrayList<>(others);
        all.removeIf(other -> other.id().equals(automation.id()) || !other.enabled());
        all.add(automation);
        all.sort(Comparator.comparing(Automation::id));
        List<String> endless = cycles(all, each -> each.condition() == null).preferring(automation.id());
        if (!endless.isEmpty()) {
            throw new RefusedException(
                    "automation",
                    "automations would start each other without end: " + String.join(" -> ", endless)
                            + "; change or disable one of them, or give it a condition");
        }
        List<String> perhaps = cycles(all, each -> true).through(automation.id());
        if (!perhaps.isEmpty()) {
            warnings.add(new AutomationWarning(
                    Kind.CONDITIONAL_CYCLE,
                    "automation",
                    "starts itself again as long as conditions hold: " + String.join(" -> ", perhaps)));
        }
    }

    private Cycles cycles(List<Automation> all, Predicate<Automation> which) {
        List<Rule> rules =
                all.stream().filter(which).map(each -> Rule.of(each, statuses)).toList();
        BitSet set = statuses.none();
        rules.forEach(rule -> set.or(rule.sets()));
        // Exact for what people write; beyond that, what is split no more may be refused though it would end.
        boolean exact = (long) rules.size() * set.cardinality() <= MOST_RULES;
        return new Cycles(
                exact ? rules.stream().flatMap(rule -> rule.split(set)).toList() : rules);
    }
}
