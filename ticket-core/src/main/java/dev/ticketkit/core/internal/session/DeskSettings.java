package dev.ticketkit.core.internal.session;

import dev.ticketkit.core.identity.TimeOrderedIds;
import dev.ticketkit.core.internal.automation.decide.AutomationBooks;
import dev.ticketkit.core.internal.automation.execute.ExecutionEngine;
import dev.ticketkit.core.internal.automation.execute.ExecutionSettings;
import dev.ticketkit.core.internal.automation.execute.StepSessions;
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
        Runnable afterCommit,
        boolean joined) {

    /** Whether a change is not committed yet when its command returns: always, or on this thread now. */
    @Override
    public boolean joined() {
        return joined || storage.isJoined();
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

    @Override
    public Runnable afterCommit() {
        return joined() ? () -> {} : afterCommit;
    }

    /** The same parts on a storage whose changes are not committed yet when a command returns. */
    public DeskSettings joining(TicketStorage other) {
        return new DeskSettings(
                other,
                clock,
                access,
                tenants,
                labels,
                validator,
                ids,
                fields,
                books,
                recent,
                numbers,
                afterCommit,
                true);
    }

    /** The same parts under another policy. */
    DeskSettings withAccess(AccessPolicy other) {
        return new DeskSettings(
                storage,
                clock,
                other,
                tenants,
                labels,
                validator,
                ids,
                fields,
                books,
                recent,
                numbers,
                afterCommit,
                joined);
    }

    public ExecutionEngine engine() {
        return new ExecutionEngine(engineParts(), new StepSessions(this));
    }

    public ExecutionSettings engineParts() {
        return new ExecutionSettings(storage, clock, tenants, labels, fields);
    }
}
