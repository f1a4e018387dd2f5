package dev.ticketkit.core.internal.status;

import dev.ticketkit.core.internal.retry.ConflictRetry;
import dev.ticketkit.core.internal.session.ActorContext;
import dev.ticketkit.core.internal.session.FoundDone;
import dev.ticketkit.spi.catalogue.StatusEntry;
import dev.ticketkit.spi.error.NotFoundException;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.storage.StatusStore;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** The tenant's statuses as they are kept: each change is decided on the entry as it is, and again when another was faster. */
public final class StatusEntries {
    private final ActorContext session;

    public StatusEntries(ActorContext session) {
        this.session = session;
    }

    /** The status of a key in any case, a removed one too. */
    public Status known(String key) {
        return entry(key)
                .map(StatusEntry::status)
                .or(() -> removed(key))
                .orElseThrow(() -> new NotFoundException("status"));
    }

    Optional<StatusEntry> entry(String key) {
        return session.catalogue().statuses().find(key);
    }

    /** Whether it was hidden before. */
    public boolean setHidden(String key, boolean hidden) {
        boolean[] before = new boolean[1];
        FoundDone sameAsBefore = new FoundDone(session);
        untilStored(key, entry -> {
            before[0] = entry.hidden();
            StatusEntry after = new StatusEntry(entry.status(), entry.label(), hidden);
            if (entry.hidden() == hidden) {
                return sameAsBefore.isSafe();
            }
            sameAsBefore.reset();
            return store().saveStatus(session.tenant, entry, after);
        });
        return before[0];
    }

    /** Removes a status that is hidden; false when it is shown again. */
    boolean removeHidden(String key) {
        boolean[] hidden = {true};
        untilStored(key, entry -> {
            hidden[0] = entry.hidden();
            return !entry.hidden() || store().removeStatus(session.tenant, entry);
        });
        return hidden[0];
    }

    private Optional<Status> removed(String key) {
        String lower = key.strip().toLowerCase(Locale.ROOT);
        return store().removedStatuses(session.tenant).stream()
                .filter(status -> status.key().equals(lower))
                .findFirst();
    }

    private void untilStored(String key, Predicate<StatusEntry> change) {
        ConflictRetry.untilStored("the status", () -> {
            StatusEntry entry = entry(key).orElseThrow(() -> new NotFoundException("status"));
            return change.test(entry) ? Optional.of(entry) : Optional.empty();
        });
        session.readAgain();
    }

    private StatusStore store() {
        return session.storage().statuses();
    }
}
