package dev.ticketkit.spi.storage.statistics;

import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.TenantId;
import java.util.List;
import java.util.Map;

/** Derives everything from the plain counts of a store. */
record ComputedStatistics(StatisticsStore plain) implements DerivedStatistics {
    @Override
    public List<TicketCount> counts(CountQuery query) {
        return plain.counts(query);
    }

    @Override
    public Map<String, Long> statusEntries(CountQuery query) {
        return plain.statusEntries(query);
    }

    @Override
    public List<OwnerCount> openByOwner(TenantId tenant, AccessScope scope) {
        return plain.openByOwner(tenant, scope);
    }

    @Override
    public DurationHistogram closingTimes(CountQuery query) {
        return plain.closingTimes(query);
    }

    @Override
    public AnswerCount firstAnswers(CountQuery query) {
        return plain.firstAnswers(query);
    }
}
