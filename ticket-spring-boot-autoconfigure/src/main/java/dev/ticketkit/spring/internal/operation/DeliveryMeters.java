package dev.ticketkit.spring.internal.operation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.TimeUnit;

/** Figures of the deliveries of all tenants; no tag names anybody. Where the store does not answer they are not numbers. */
public final class DeliveryMeters implements MeterBinder {
    private final RecentBacklog backlog;

    /** Over the backlog of one desk. */
    public DeliveryMeters(RecentBacklog backlog) {
        this.backlog = backlog;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("ticketkit.deliveries.pending", backlog, each -> each.get()
                        .pending())
                .description("Deliveries that are neither done nor parked")
                .register(registry);
        Gauge.builder("ticketkit.deliveries.parked", backlog, each -> each.get().parked())
                .description("Deliveries that were given up and not released")
                .register(registry);
        TimeGauge.builder("ticketkit.deliveries.oldest", backlog, TimeUnit.MILLISECONDS, each -> each.oldest()
                        .toMillis())
                .description("How long the delivery that is due longest has been waiting")
                .register(registry);
        Gauge.builder("ticketkit.maintenance.waiting", backlog, RecentBacklog::maintenance)
                .description("Rows that maintenance of the store has still to deal with")
                .register(registry);
    }
}
