package dev.ticketkit.samples.quickstart.delivery;

import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.core.internal.automation.execute.AutomationConsumer;
import dev.ticketkit.core.internal.delivery.notify.OperatorNotifications;
import dev.ticketkit.core.internal.delivery.worker.DeliveryPump;
import dev.ticketkit.spi.host.AccessPolicy;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.spi.storage.delivery.ParkedDelivery;
import java.time.Duration;
import java.util.List;

/**
 * A desk of one tenant with a pump that works beside it: it tells the operators of every event, and runs the automation that writes to
 * contacts.
 */
public final class HelpDesk implements AutoCloseable {
    /** How many threads deliver; the pool needs a connection for each. */
    public static final int THREADS = 2;

    private static final Actor OPERATOR = Actor.operator("anna", "Anna Rossi");
    private static final int BATCH = 100;
    private static final int MOST_CAUSES = 10;
    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);

    private final TenantId tenant;
    private final Outbox operators;
    private final Outbox contacts;
    private final DeliveryPump pump;
    private final TicketDesk desk;

    private HelpDesk(TicketDesk.Builder settings, TicketStorage storage, TenantId tenant, Runnable progress) {
        this.tenant = tenant;
        operators = new Outbox(tenant, progress);
        contacts = new Outbox(tenant, progress);
        pump = pump(settings.build(), storage);
        desk = settings.afterCommit(pump::nudge).build();
    }

    /**
     * Saves the automation and starts delivering.
     *
     * @param settings of the desk, its storage too
     * @param progress called for each notice that is sent, on the threads of the pump
     */
    public static HelpDesk start(
            TicketDesk.Builder settings, TicketStorage storage, TenantId tenant, Runnable progress) {
        HelpDesk started = new HelpDesk(settings, storage, tenant, progress);
        started.desk.as(tenant, OPERATOR).automations().save(ResolvedMessage.automation());
        started.pump.start();
        return started;
    }

    /** The desk to work with. */
    public TicketDesk desk() {
        return desk;
    }

    /** Delivers what is left and stops. */
    public Told finish() {
        long begin = System.nanoTime();
        pump.drain();
        close();
        // What the threads had claimed and not begun, they gave back.
        pump.drain();
        List<String> givenUp =
                pump.parked(tenant, MOST_CAUSES).stream().map(HelpDesk::cause).toList();
        return new Told(operators.sent(), contacts.sent(), givenUp, Duration.ofNanos(System.nanoTime() - begin));
    }

    @Override
    public void close() {
        pump.stop(LONGEST_STOP);
    }

    private DeliveryPump pump(TicketDesk automated, TicketStorage storage) {
        OperatorNotifications notices = OperatorNotifications.builder()
                .storage(storage)
                .directory(new InventedOperators(tenant))
                .access(AccessPolicy.defaults())
                .notifier(operators)
                .build();
        AutomationConsumer automations =
                AutomationConsumer.builder(automated).notifier(contacts).build();
        return DeliveryPump.builder()
                .storage(storage)
                .consumer(notices)
                .consumer(automations)
                .threads(THREADS)
                .batchSize(BATCH)
                .build();
    }

    private static String cause(ParkedDelivery parked) {
        return "event " + parked.eventId() + " could not be told to " + parked.consumer() + ": " + parked.cause();
    }
}
