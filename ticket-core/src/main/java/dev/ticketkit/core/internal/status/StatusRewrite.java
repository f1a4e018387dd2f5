package dev.ticketkit.core.internal.status;

import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.internal.automation.decide.StoredAutomations;
import dev.ticketkit.core.internal.automation.edit.AutomationEditing;
import dev.ticketkit.core.internal.session.ActorContext;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.model.Status;
import jakarta.validation.ConstraintViolationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Automations that name a status, saved with another in its place: all of them or none. What has to be confirmed is not asked again. */
final class StatusRewrite {
    private final AutomationEditing automations;
    private final NamedStatus named;
    private final String replacement;

    StatusRewrite(ActorContext session, Status status, Status replacement) {
        this.automations = new AutomationEditing(session, Integer.MAX_VALUE);
        this.named = new NamedStatus(status.key());
        this.replacement = replacement.key();
    }

    /** Refuses what {@link #save} would refuse. */
    void check() {
        checked(automations.stored());
    }

    /** The ids of those that were saved. */
    List<String> save() {
        return automations.untilStored(set -> {
            List<Automation> rewritten = checked(StoredAutomations.of(set));
            return rewritten.isEmpty() || automations.store(set, rewritten, Set.of())
                    ? Optional.of(
                            rewritten.stream().map(Automation::id).sorted().toList())
                    : Optional.empty();
        });
    }

    private List<Automation> checked(StoredAutomations stored) {
        List<Automation> all = new ArrayList<>();
        List<Automation> rewritten = new ArrayList<>();
        for (Automation automation : stored.inRunningOrder()) {
            boolean concerned = named.isIn(automation);
            Automation after = concerned ? named.replacedIn(automation, replacement) : automation;
            all.add(after);
            if (concerned) {
                rewritten.add(after);
            }
        }
        rewritten.forEach(each -> check(each, all, stored));
        return rewritten;
    }

    private void check(Automation automation, List<Automation> all, StoredAutomations stored) {
        try {
            automations.check(automation, all, stored);
        } catch (RefusedException | ConstraintViolationException e) {
            throw new RefusedException(
                    "replacement",
                    "the automation " + automation.id() + " could not be saved with it, change that first: "
                            + e.getMessage());
        }
    }
}
