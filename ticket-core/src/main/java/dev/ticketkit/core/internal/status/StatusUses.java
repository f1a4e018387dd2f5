package dev.ticketkit.core.internal.status;

import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.internal.automation.decide.StoredAutomations;
import dev.ticketkit.core.internal.session.ActorContext;
import dev.ticketkit.core.result.StatusImpact;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.query.InstantRange;
import dev.ticketkit.spi.storage.statistics.CountBasis;
import dev.ticketkit.spi.storage.statistics.CountQuery;
import dev.ticketkit.spi.storage.statistics.TicketCount;
import java.util.List;
import java.util.Set;

/** What uses a status. */
public final class StatusUses {
    private final ActorContext session;
    private final Status status;

    public StatusUses(ActorContext session, Status status) {
        this.session = session;
        this.status = status;
    }

    public StatusImpact impact() {
        return new StatusImpact(tickets(), automations());
    }

    private long tickets() {
        CountQuery all =
                new CountQuery(session.tenant, AccessScope.all(), CountBasis.OPENED, InstantRange.ALWAYS, Set.of());
        return session.storage().statistics().counts(all).stream()
                .filter(row -> row.status().key().equals(status.key()))
                .mapToLong(TicketCount::tickets)
                .sum();
    }

    private List<String> automations() {
        NamedStatus named = new NamedStatus(status.key());
        return StoredAutomations.of(session.storage().automations().automations(session.tenant))
                .inRunningOrder()
                .stream()
                .filter(named::isIn)
                .map(Automation::id)
                .sorted()
                .toList();
    }
}
