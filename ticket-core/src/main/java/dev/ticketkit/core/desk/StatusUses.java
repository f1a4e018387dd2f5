package dev.ticketkit.core.desk;

import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.NamedStatus;
import dev.ticketkit.core.automation.StoredAutomations;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.query.InstantRange;
import dev.ticketkit.spi.storage.TallyQuery;
import dev.ticketkit.spi.storage.TallyReading;
import dev.ticketkit.spi.storage.TallyRow;
import java.util.List;
import java.util.Set;

/** What uses a status. */
final class StatusUses {
    private final Session session;
    private final Status status;

    StatusUses(Session session, Status status) {
        this.session = session;
        this.status = status;
    }

    StatusImpact impact() {
        return new StatusImpact(tickets(), automations());
    }

    private long tickets() {
        TallyQuery all =
                new TallyQuery(session.tenant, AccessScope.all(), TallyReading.OPENED, InstantRange.ALWAYS, Set.of());
        return session.storage().tallies().tally(all).stream()
                .filter(row -> row.status().key().equals(status.key()))
                .mapToLong(TallyRow::tickets)
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
