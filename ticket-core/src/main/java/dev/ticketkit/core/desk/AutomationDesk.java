package dev.ticketkit.core.desk;

import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.AutomationWarning;
import dev.ticketkit.core.automation.Starter.Fired;
import dev.ticketkit.core.command.Fire;
import dev.ticketkit.core.internal.automation.decide.StoredAutomations;
import dev.ticketkit.core.internal.automation.edit.AutomationEditing;
import dev.ticketkit.core.internal.automation.execute.DryRunReader;
import dev.ticketkit.core.internal.session.ActorContext;
import dev.ticketkit.core.internal.validation.Required;
import dev.ticketkit.core.result.DryRun;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spi.host.Action;
import dev.ticketkit.spi.query.InstantRange;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The automations of one tenant: what its desk does by itself. Every method asks the access policy for {@link Action#ADMINISTER}; each
 * change is a commit of its own, or part of the host's transaction if the desk has joined one.
 *
 * <p>What is saved is checked together with all others, and decided again when another saved meanwhile: two people can never save
 * two automations that start each other.
 *
 * <p>A stored automation that cannot be read, because it is damaged or because a newer version of the library wrote it, does not run and
 * stands in {@link #unreadable}. While there is one, no other enabled one can be saved: what it would start is not known.
 *
 * <p>Every method throws {@link dev.ticketkit.spi.error.ForbiddenException} when the actor may not administer and {@link StorageException}
 * when the store fails. Then nothing is stored, unless the last one says it is unknown.
 */
public class AutomationDesk {
    /** Most automations of one tenant. */
    public static final int MAX_AUTOMATIONS = 1_000;

    private final ActorContext session;
    private final AutomationEditing editing;

    AutomationDesk(ActorContext session) {
        this.session = session;
        this.editing = new AutomationEditing(session, MAX_AUTOMATIONS);
    }

    /** All that can be read, disabled ones too, in the order in which they run: by order, then by id. */
    public List<Automation> list() {
        return editing.stored().inRunningOrder();
    }

    /**
     * The one of an id, or empty.
     *
     * @throws RefusedException naming {@code automation} when it is there and cannot be read
     */
    public Optional<Automation> find(String id) {
        StoredAutomations stored = editing.stored();
        if (stored.unreadable().containsKey(Required.argument(id, "id"))) {
            throw new RefusedException("automation", "is stored but cannot be read; save it anew, or remove it");
        }
        return stored.find(id);
    }

    /** Those that cannot be read and so do not run, by id, with what is wrong with them. Save them anew, or remove them. */
    public SortedMap<String, String> unreadable() {
        return editing.stored().unreadable();
    }

    /**
     * What {@link #save} would say of an automation; stores nothing.
     *
     * @return what has to be confirmed
     * @throws jakarta.validation.ConstraintViolationException naming every field that breaks its limit
     * @throws RefusedException for what cannot be saved at all, naming the place, such as {@code steps[0].title}: a field of the ticket in
     *     an Open step, an Update without change, an unknown status, priority or field, automations that start each other without end
     */
    public List<AutomationWarning> check(Automation automation) {
        return editing.check(Required.argument(automation, "automation"), editing.stored());
    }

    /**
     * Saves an automation, in the place of the one with the same id.
     *
     * @throws jakarta.validation.ConstraintViolationException as {@link #check}
     * @throws RefusedException as {@link #check}, and naming {@code automation} when something has to be confirmed: then
     *     {@link #saveAnyway} saves it
     */
    public void save(Automation automation) {
        session.parts
                .observed()
                .run("automation-save", () -> editing.save(Required.argument(automation, "automation"), false));
    }

    /**
     * Saves an automation whatever there is to confirm; what cannot be saved at all is refused all the same.
     *
     * @return what was confirmed by this
     * @throws jakarta.validation.ConstraintViolationException as {@link #check}
     * @throws RefusedException as {@link #check}
     */
    public List<AutomationWarning> saveAnyway(Automation automation) {
        return session.parts
                .observed()
                .command("automation-save", () -> editing.save(Required.argument(automation, "automation"), true));
    }

    /** Removes an automation; one that is not there is removed already. */
    public void remove(String id) {
        session.parts.observed().run("automation-remove", () -> editing.remove(Required.argument(id, "id")));
    }

    /**
     * Which past events an automation would have run for, and what it would have done; writes nothing and sends nothing. Each event is
     * judged by its ticket and by the contact's other tickets as they were then, as far as the history says; tickets deleted or erased
     * since are left out. A disabled automation is tried as if it were enabled, and need not be saved.
     *
     * @param range of the events
     * @param mostMatches 1 to 1,000; with more matches the answer is not complete
     * @throws jakarta.validation.ConstraintViolationException as {@link #check}
     * @throws RefusedException as {@link #check}; naming {@code starter} for an automation that is fired: try it with a firing
     */
    public DryRun dryRun(Automation automation, InstantRange range, int mostMatches) {
        requireTryable(automation);
        if (mostMatches < 1 || mostMatches > 1_000) {
            throw new RefusedException("mostMatches", "must be 1 to 1,000");
        }
        if (automation.starter() instanceof Fired) {
            throw new RefusedException("starter", "no past event starts it; try it with what the host would fire");
        }
        return new DryRunReader(session).over(automation, Required.argument(range, "range"), mostMatches);
    }

    /**
     * What an automation would do if this were fired now; writes nothing and sends nothing.
     *
     * @return one for each step; empty when it would not run
     * @throws jakarta.validation.ConstraintViolationException as {@link #check}
     * @throws RefusedException as {@link #check}, and for a missing contact or a field that may not be given
     */
    public List<DryRun.Step> dryRun(Automation automation, Fire command) {
        requireTryable(automation);
        session.parts.validator().check(command);
        return new DryRunReader(session).of(automation, command);
    }

    private void requireTryable(Automation automation) {
        editing.check(
                Required.argument(automation, "automation").toBuilder()
                        .enabled(false)
                        .build(),
                editing.stored());
    }
}
