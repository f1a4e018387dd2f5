package dev.ticketkit.core.desk;

import dev.ticketkit.core.internal.delivery.worker.DeliveryPump;
import dev.ticketkit.core.internal.session.DeskSettings;
import dev.ticketkit.core.internal.validation.Required;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.ActorKind;
import dev.ticketkit.spi.model.TenantId;
import java.time.Duration;

/**
 * The ticket desk a host embeds. Make one for the application and share it: it is safe for all threads. Everything is done through
 * {@link #as}, so that tenant and actor are never forgotten.
 *
 * <p>Whether a command is a commit of its own or part of the host's transaction is a property of the storage: owning, joining or ambient.
 *
 * <p>Nothing runs in the background before {@link #start}. Then committed events are brought to their consumers, operators, automations, the
 * host's dispatcher and the host's own: at least once, in order for each ticket and consumer. Any number of desks, on any number of
 * nodes, may deliver from one store; a process that only writes does not start its desk.
 */
public class TicketDesk implements AutoCloseable {
    private final DeskSettings settings;
    private final DeliveryPump pump;

    TicketDesk(DeskSettings settings, DeliveryPump pump) {
        this.settings = settings;
        this.pump = pump;
    }

    /** A builder that needs a storage and nothing else. */
    public static TicketDeskBuilder builder() {
        return new TicketDeskBuilder();
    }

    /**
     * The desk as one actor of one tenant uses it. Cheap: make one for each request.
     *
     * @throws RefusedException for an actor of kind {@code UNKNOWN}, which is only read
     */
    public ActorDesk as(TenantId tenant, Actor actor) {
        Required.argument(tenant, "tenant");
        if (Required.argument(actor, "actor").kind() == ActorKind.UNKNOWN) {
            throw new RefusedException(
                    "actor", "is of a kind that is not known here; name an operator, contact, automation or host");
        }
        return new ActorDesk(settings, tenant, actor, null, null);
    }

    /** As {@link #as(TenantId, Actor)}, with the tenant's id as text. */
    public ActorDesk as(String tenant, Actor actor) {
        return as(new TenantId(Required.argument(tenant, "tenant")), actor);
    }

    /**
     * Starts delivering; again, too, after a {@link #stop}. Makes the consumers known to the store first; if it cannot, each poll tries again.
     * The store knows a consumer from the first start or {@link #drain} of a desk that has it, until it is
     * {@linkplain DeliveryDesk#retire retired}; events of before are not for it. What happens while the store knows no consumer at all waits for
     * the first ones: a host that fills a new desk through its commands notifies everybody of it at the first start; {@code importTickets}
     * notifies nobody.
     *
     * <p>What the first command needs to be checked is loaded meanwhile, in a daemon thread that ends with it.
     *
     * @throws IllegalStateException when it is started, or its storage is always in the host's transactions and so cannot deliver
     */
    public void start() {
        if (settings.storage().isJoined()) {
            throw new IllegalStateException(
                    "the storage is in a transaction of the host, and what is delivered from there could be"
                            + " rolled back: start a desk on an owning or ambient storage, outside a transaction");
        }
        pump.start();
        settings.validator().prepare();
    }

    /**
     * Stops delivering: nothing new is claimed, what is claimed but not begun is given back, and what is being handled may end. Commands work
     * on.
     *
     * @param limit how long to wait for that; then the handlers are interrupted and what they had comes again when its lease ends
     * @return whether everything ended in time: then none of its threads is left, but for the host's own; true for a desk that was never started
     */
    public boolean stop(Duration limit) {
        return pump.stop(Required.argument(limit, "limit"));
    }

    /** Stops delivering, and waits half a minute for what is being handled, as {@link #stop} does. Idempotent; commands work on. */
    @Override
    public void close() {
        pump.close();
    }

    /**
     * Says that there may be something to deliver, instead of waiting for the next poll. Never blocks. The desk does so itself after each commit;
     * a host whose transactions the storage joins does it after its own, unless the storage knows when that is.
     */
    public void wakeUp() {
        pump.wakeUp();
    }

    /**
     * Delivers everything that is due on the caller's thread, for tests and batch programs; failed deliveries wait for their time, and so
     * does what the store cannot read now. No lease is extended meanwhile, unless the desk is started.
     *
     * @return how many deliveries were handled
     */
    public int drain() {
        return pump.drain();
    }

    /**
     * As {@link #drain()}, and tries again at once what fails, until it succeeds or is parked. No window is waited for: what happened up to
     * now is sent at once.
     */
    public int drainWithRetries() {
        return pump.drainWithRetries();
    }

    /** What waits to be delivered and what was parked, for those who operate the host. */
    public DeliveryDesk deliveries() {
        return new DeliveryDesk(pump);
    }
}
