package dev.ticketkit.core.internal.session;

import dev.ticketkit.core.identity.TimeOrderedIds;
import dev.ticketkit.core.internal.automation.decide.AutomationBooks;
import dev.ticketkit.core.internal.validation.CommandValidator;
import dev.ticketkit.core.label.Labels;
import dev.ticketkit.core.tenant.TenantSettings;
import dev.ticketkit.spi.host.AccessPolicy;
import dev.ticketkit.spi.host.FieldSource;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.TicketStorage;
import java.time.Clock;
import java.util.Locale;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a desk is made of. */
public record DeskSettings(
        TicketStorage storage,
        Clock clock,
        AccessPolicy access,
        Function<TenantId, TenantSettings> tenants,
        Function<Locale, Labels> labels,
        CommandValidator validator,
        TimeOrderedIds ids,
        FieldSource fields,
        AutomationBooks books,
        RecentCatalogues recent,
        ReservedNumbers numbers,
        CommitSignal commits,
        Observed observed) {
    private static final Logger LOG = LoggerFactory.getLogger(DeskSettings.class);

    /** Whether a change is not committed yet when its command returns on this thread. */
    public boolean joined() {
        return storage.isJoined();
    }

    /** A revision that is rolled back is given again: what is parsed in a transaction must not outlive it. */
    @Override
    public AutomationBooks books() {
        return joined() ? new AutomationBooks() : books;
    }

    @Override
    public RecentCatalogues recent() {
        return joined() ? RecentCatalogues.forgetting() : recent;
    }

    /** Says that something is stored: now, or when the host's transaction commits, if the store can know. */
    public void stored() {
        if (!joined()) {
            commits.committed();
        } else if (!storage.afterCommit(commits::committed)) {
            LOG.trace("the host wakes up the desk after its commit");
        }
    }

    /** The same parts under another policy. */
    DeskSettings withAccess(AccessPolicy other) {
        return new DeskSettings(
                storage, clock, other, tenants, labels, validator, ids, fields, books, recent, numbers, commits,
                observed);
    }
}
