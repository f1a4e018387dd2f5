package dev.ticketkit.spring.internal.operation;

import dev.ticketkit.spi.storage.delivery.KeptDeliveries;
import java.time.Duration;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Out of service while deliveries wait for too long, and down where the store does not answer. */
public final class DeliveryHealth extends AbstractHealthIndicator {
    private final RecentBacklog backlog;
    private final Duration longestWait;

    /**
     * Over the backlog of one desk.
     *
     * @param longestWait how long the oldest delivery may wait
     */
    public DeliveryHealth(RecentBacklog backlog, Duration longestWait) {
        super("the backlog of ticket deliveries cannot be read");
        this.backlog = backlog;
        this.longestWait = longestWait;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        KeptDeliveries.Backlog now = backlog.get();
        Duration oldest = backlog.oldest();
        (oldest.compareTo(longestWait) > 0 ? builder.outOfService() : builder.up())
                .withDetail("pending", now.pending())
                .withDetail("parked", now.parked())
                .withDetail("oldestSeconds", oldest.toSeconds());
    }
}
