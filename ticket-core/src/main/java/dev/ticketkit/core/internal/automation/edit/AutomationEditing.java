package dev.ticketkit.core.internal.automation.edit;

import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.AutomationJson;
import dev.ticketkit.core.automation.AutomationWarning;
import dev.ticketkit.core.internal.automation.check.AutomationChecks;
import dev.ticketkit.core.internal.automation.decide.StoredAutomations;
import dev.ticketkit.core.internal.retry.ConflictRetry;
import dev.ticketkit.core.internal.session.ActorContext;
import dev.ticketkit.core.internal.session.FoundDone;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.host.Action;
import dev.ticketkit.spi.storage.automation.AutomationDocument;
import dev.ticketkit.spi.storage.automation.AutomationSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The tenant's automations: each change is decided on all of them as they are, and again when another change was faster. */
public final class AutomationEditing {
    private static final int MOST_WARNINGS_SAID = 10;

    private final ActorContext session;
    private final int most;

    /**
     * For one actor.
     *
     * @param most automations a tenant may have
     */
    public AutomationEditing(ActorContext session, int most) {
        this.session = session;
        this.most = most;
    }

    /** All that are stored, for one who may administer. */
    public StoredAutomations stored() {
        session.access.require(Action.ADMINISTER, null);
        return StoredAutomations.of(session.storage().automations().automations(session.tenant));
    }

    /** Saves one; returns what was confirmed by it. */
    public List<AutomationWarning> save(Automation automation, boolean confirmed) {
        session.access.require(Action.ADMINISTER, null);
        return untilStored(set -> {
            List<AutomationWarning> warnings = check(automation, StoredAutomations.of(set));
            if (!confirmed && !warnings.isEmpty()) {
                throw unconfirmed(warnings);
            }
            return store(set, List.of(automation), Set.of()) ? Optional.of(warnings) : Optional.empty();
        });
    }

    /** Removes one, if it is there. */
    public void remove(String id) {
        session.access.require(Action.ADMINISTER, null);
        FoundDone gone = new FoundDone(session);
        untilStored(set -> {
            boolean there =
                    set.documents().stream().anyMatch(document -> document.id().equals(id));
            if (there) {
                gone.reset();
            }
            boolean removed = there ? store(set, List.of(), Set.of(id)) : gone.isSafe();
            return removed ? Optional.of(there) : Optional.empty();
        });
    }

    /** What saving one would have to have confirmed. */
    public List<AutomationWarning> check(Automation automation, StoredAutomations stored) {
        return check(automation, stored.inRunningOrder(), stored);
    }

    /**
     * What saving one would have to have confirmed.
     *
     * @param others as they would be when it is saved
     */
    public List<AutomationWarning> check(Automation automation, List<Automation> others, StoredAutomations stored) {
        List<AutomationWarning> warnings = new AutomationChecks(
                        session.parts.validator(),
                        session.catalogue(),
                        session.parts.fields().names(session.tenant))
                .check(automation, others);
        if (automation.enabled()) {
            requireAllReadable(automation, stored);
        }
        if (stored.size() >= most && !stored.has(automation.id())) {
            throw new RefusedException(
                    "automation", "is one too many, at most " + most + " are allowed; remove some first");
        }
        return warnings;
    }

    /** Decides on the set as it is, and again when another change was faster. */
    public <T> T untilStored(Function<AutomationSet, Optional<T>> decision) {
        return ConflictRetry.untilStored(
                "the set of automations",
                () -> decision.apply(session.storage().automations().automations(session.tenant)));
    }

    /** Whether the set was still what was decided on. */
    public boolean store(AutomationSet set, List<Automation> saved, Set<String> removed) {
        List<AutomationDocument> documents = saved.stream()
                .map(each -> new AutomationDocument(each.id(), AutomationJson.write(each)))
                .toList();
        return session.storage().automations().change(session.tenant, set.revision(), documents, removed);
    }

    private static void requireAllReadable(Automation automation, StoredAutomations stored) {
        stored.unreadable().keySet().stream()
                .filter(id -> !id.equals(automation.id()))
                .findFirst()
                .ifPresent(id -> {
                    throw new RefusedException(
                            "automation",
                            "the stored automation " + id + " cannot be read, so it is not known what it would start;"
                                    + " save that one anew or remove it first");
                });
    }

    private static RefusedException unconfirmed(List<AutomationWarning> warnings) {
        int more = warnings.size() - MOST_WARNINGS_SAID;
        String said = warnings.stream()
                .limit(MOST_WARNINGS_SAID)
                .map(AutomationWarning::message)
                .collect(Collectors.joining("; "));
        return new RefusedException(
                "automation",
                "has to be confirmed, saveAnyway does so: " + said
                        + (more > 0 ? "; and " + more + " more, check lists them" : ""));
    }
}
