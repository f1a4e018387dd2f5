package dev.ticketkit.core.internal.automation.check;

import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.AutomationJson;
import dev.ticketkit.core.automation.AutomationWarning;
import dev.ticketkit.core.catalogue.Catalogue;
import dev.ticketkit.core.internal.validation.CommandValidator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything that is checked before an automation is saved. */
public final class AutomationChecks {
    private final CommandValidator validator;
    private final Catalogue catalogue;
    private final @Nullable Set<String> hostFields;

    /**
     * Checks against one tenant's statuses, priorities and categories.
     *
     * @param hostFields the names of the host's own source of fields; null when every name may be one
     */
    public AutomationChecks(CommandValidator validator, Catalogue catalogue, @Nullable Set<String> hostFields) {
        this.validator = validator;
        this.catalogue = catalogue;
        this.hostFields = hostFields;
    }

    /**
     * Checks an automation as if it were saved beside the others.
     *
     * @param others all automations of the tenant; one with the same id is the one to be replaced
     * @return what to confirm, first what concerns its steps
     * @throws jakarta.validation.ConstraintViolationException naming every field that breaks its limit
     * @throws dev.ticketkit.spi.error.RefusedException for what cannot be saved at all, naming the first such place
     */
    public List<AutomationWarning> check(Automation automation, List<Automation> others) {
        // First, because the validator follows conditions as deep as they go.
        ConditionCheck.requireBounded(automation.condition());
        validator.check(automation);
        AutomationJson.write(automation);
        Literals literals = new Literals(catalogue);
        StarterCheck.check(automation.starter(), literals);
        ConditionCheck.check("condition", automation.condition());
        List<AutomationWarning> warnings = new ArrayList<>();
        new StepCheck(automation.starter(), literals, hostFields, warnings).check(automation.steps());
        new CycleCheck(literals.statuses()).check(automation, others, warnings);
        return List.copyOf(warnings);
    }
}
