package dev.ticketkit.samples.quickstart.delivery;

import dev.ticketkit.core.delivery.DeliveryOptions;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.core.desk.TicketDeskBuilder;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.TenantId;
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
    private final TicketDesk desk;

    private HelpDesk(TicketDeskBuilder settings, TenantId tenant, Runnable progress) {
        this.tenant = tenant;
        operators = new Outbox(tenant, progress);
        contacts = new Outbox(tenant, progress);
        desk = settings.operators(new InventedOperators(tenant), operators)
                .contacts(contacts)
                .delivery(DeliveryOptions.builder()
                        .threads(THREADS)
                        .batchSize(BATCH)
                        .build())
                .build();
    }

    /**
     * Saves the automation and starts delivering.
     *
     * @param settings of the desk, its storage too
     * @param progress called for each notice that is sent, on the threads of the desk
     */
    public static HelpDesk start(TicketDeskBuilder settings, TenantId tenant, Runnable progress) {
        HelpDesk started = new HelpDesk(settings, tenant, progress);
        started.desk.as(tenant, OPERATOR).automations().save(ResolvedMessage.automation());
        started.desk.start();
        return started;
    }

    /** The desk to work with. */
    public TicketDesk desk() {
        return desk;
    }

    /** Delivers what is left and stops. */
    public Told finish() {
        long begin = System.nanoTime();
        desk.drain();
        close();
        // What the threads had claimed and not begun, they gave back.
        desk.drain();
        List<String> givenUp = desk.deliveries().parked(tenant, MOST_CAUSES).stream()
                .map(HelpDesk::cause)
                .toList();
        return new Told(operators.sent(), contacts.sent(), givenUp, Duration.ofNanos(System.nanoTime() - begin));
    }

    @Override
    public void close() {
        desk.stop(LONGEST_STOP);
    }

    private static String cause(ParkedDelivery parked) {
        return "event " + parked.eventId() + " could not be told to " + parked.consumer() + ": " + parked.cause();
    }
}
