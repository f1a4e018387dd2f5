package dev.ticketkit.core.statistics;

import dev.ticketkit.core.catalogue.Catalogue;
import dev.ticketkit.core.tenant.TenantSettings;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.query.InstantRange;
import dev.ticketkit.spi.storage.TallyQuery;
import dev.ticketkit.spi.storage.TallyReading;
import dev.ticketkit.spi.storage.TallyRow;
import dev.ticketkit.spi.storage.TicketStorage;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Statistics over the tickets of one tenant that one actor may read. Always exact: equal to counting every ticket one by one, which
 * {@link #verify} does. Each method throws {@link dev.ticketkit.spi.error.StorageException} when the store fails.
 */
public final class Statistics {
    private static final int MAX_MONTHS = 1200;

    private final TenantId tenant;
    private final TicketStorage storage;
    private final AccessScope scope;
    private final TenantSettings settings;
    private final Catalogue catalogue;
    private final Consumer<StatisticsQuery> validation;
    private final Clock clock;

    /**
     * Statistics of one tenant.
     *
     * @param scope the tickets that count
     * @param catalogue the tenant's labels
     * @param validation throws for a query outside its limits
     * @param clock says which month is the current one
     */
    public Statistics(
            TenantId tenant,
            TicketStorage storage,
            AccessScope scope,
            TenantSettings settings,
            Catalogue catalogue,
            Consumer<StatisticsQuery> validation,
            Clock clock) {
        this.tenant = tenant;
        this.storage = storage;
        this.scope = scope;
        this.settings = settings;
        this.catalogue = catalogue;
        this.validation = validation;
        this.clock = clock;
    }

    /** The report of a query. */
    public StatisticsReport report(StatisticsQuery query) {
        validation.accept(query);
        InstantRange range = range(query);
        List<TallyRow> counted = tally(query, reading(query.reading()), range);
        List<TallyRow> closed = tally(query, reading(query.closing()), range);
        Map<String, Long> entries = scope.isNone()
                ? Map.of()
                : storage.tallies().statusEntries(tallyQuery(query, TallyReading.OPENED, range));
        return new ReportCalculator(counted, closed).report(catalogue, entries);
    }

    /** The report of the current month. */
    public StatisticsReport report() {
        return report(StatisticsQuery.builder().build());
    }

    /**
     * Tickets opened and closed in each month, in order.
     *
     * @param first the first month
     * @param last the last month, included; at most 1,200 months
     */
    public List<MonthlyFlow> monthlyFlow(YearMonth first, YearMonth last) {
        if (last.isBefore(first) || first.plusMonths(MAX_MONTHS).isBefore(last)) {
            throw new RefusedException("months", "must be 1 to " + MAX_MONTHS + ", the first before the last");
        }
        List<MonthlyFlow> flow = new ArrayList<>();
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            StatisticsQuery query = StatisticsQuery.builder().month(month).build();
            InstantRange range = range(query);
            flow.add(new MonthlyFlow(
                    month,
                    count(tally(query, TallyReading.OPENED, range)),
                    count(tally(query, TallyReading.CLOSED, range))));
        }
        return flow;
    }

    /**
     * Counts every ticket one by one and compares with the statistics. Reads all tickets, a thousand at a time; exact only while
     * nobody writes.
     */
    public Verification verify() {
        return new Verifier(tenant, storage, scope).verify();
    }

    private List<TallyRow> tally(StatisticsQuery query, TallyReading reading, InstantRange range) {
        return scope.isNone() ? List.of() : storage.tallies().tally(tallyQuery(query, reading, range));
    }

    private TallyQuery tallyQuery(StatisticsQuery query, TallyReading reading, InstantRange range) {
        return new TallyQuery(tenant, scope, reading, range, query.categories());
    }

    private InstantRange range(StatisticsQuery query) {
        ZoneId zone = query.zone() == null ? settings.zone() : query.zone();
        return query.range(zone, LocalDate.ofInstant(clock.instant(), zone));
    }

    private static TallyReading reading(StatisticsReading reading) {
        return switch (reading) {
            case OPENED_IN_RANGE -> TallyReading.OPENED;
            case OPEN_NOW -> TallyReading.OPEN_NOW;
        };
    }

    private static TallyReading reading(ClosingReading reading) {
        return switch (reading) {
            case CLOSED_IN_RANGE -> TallyReading.CLOSED;
            case OPENED_IN_RANGE -> TallyReading.OPENED;
        };
    }

    private static long count(List<TallyRow> rows) {
        return rows.stream().mapToLong(TallyRow::tickets).sum();
    }
}
