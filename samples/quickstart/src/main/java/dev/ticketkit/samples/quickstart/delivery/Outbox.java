package dev.ticketkit.samples.quickstart.delivery;

import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.host.Notification;
import dev.ticketkit.spi.host.Notifier;
import dev.ticketkit.spi.model.TenantId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Sends nothing, but remembers what it would have sent. Thread-safe. */
final class Outbox implements Notifier {
    private final TenantId tenant;
    private final Runnable progress;
    private final Map<String, Set<UUID>> noticesByRecipient = new ConcurrentHashMap<>();
    private final LongAdder repeated = new LongAdder();

    /**
     * An empty one.
     *
     * @param tenant whose notices count; in a shared database there may be some that an interrupted run has left
     * @param progress called for each notice that is sent
     */
    Outbox(TenantId tenant, Runnable progress) {
        this.tenant = tenant;
        this.progress = progress;
    }

    @Override
    public DeliveryResult notify(Notification notice) {
        if (notice.ticket().tenant().equals(tenant)) {
            remember(notice.recipient().id(), notice.id());
            progress.run();
        }
        return DeliveryResult.DELIVERED;
    }

    Sent sent() {
        long notices = noticesByRecipient.values().stream().mapToLong(Set::size).sum();
        return new Sent(notices, noticesByRecipient.size(), repeated.sum());
    }

    private void remember(String recipient, UUID notice) {
        boolean first = noticesByRecipient
                .computeIfAbsent(recipient, id -> ConcurrentHashMap.newKeySet())
                .add(notice);
        if (!first) {
            repeated.increment();
        }
    }
}
