package dev.ticketkit.core.internal.delivery.worker;

import dev.ticketkit.core.delivery.DeliveryOptions;
import dev.ticketkit.core.internal.session.Observed;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.StoragePart;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.spi.storage.delivery.KeptDeliveries;
import dev.ticketkit.spi.storage.delivery.ParkedDelivery;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings committed events to their consumers: at least once, in order for each ticket and consumer. Runs only between {@link #start} and
 * {@link #stop}; any number of pumps, on any number of nodes, may work on one store. Thread-safe.
 *
 * <p>Pumps may have different consumers: an event is done when all consumers have it that the store knew when it was committed, and a pump
 * leaves to others what is not for its own. The store knows a consumer from the first {@link #start} or {@link #drain} of a pump that has
 * it, until it is {@linkplain #retire retired}. Events of before are not for it. So a node may add a consumer while old nodes still run, and
 * one that is taken away for good must be retired, or its events wait for ever. Where all pumps have the same, deliveries cost least.
 *
 * <p>While it runs it also does the store's own {@linkplain TicketStorage#maintenance() maintenance}, at each poll and after each 500 deliveries.
 *
 * <p>An attempt is counted before it is made. A consumer that throws is tried again later, without the others having it again, and
 * later events of that ticket wait for it; after the last attempt the delivery is parked until it is released. While a consumer
 * works, no connection and no lock is held; the lease of what it works on is extended.
 *
 * <p>Only what was begun is an attempt: what a pump claims and gives back, because it stops or because the store cannot read now, is none.
 * After a process has died, what it had claimed comes one by one, so that an event that ends its process takes no other along. The attempt
 * at which it was one of many is not counted, for nobody knows whether it was begun.
 */
public final class DeliveryPump implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryPump.class);
    private static final Duration CLOSING = Duration.ofSeconds(30);
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,50}");

    private final TicketStorage storage;
    private final Consumers consumers;
    private final Supplier<Leases> newLeases;
    private final Function<Leases, WorkerThreads> newThreads;
    private final Retries retries;
    private final Duration pollInterval;
    private final String name = "pump-" + UUID.randomUUID();
    private volatile Worker.Shared shared;
    private volatile @Nullable WorkerThreads threads;
    private int starts;

    /**
     * A pump, not started.
     *
     * @param storage where the deliveries are
     * @param consumers those that are added first are called first
     * @param observed hears of attempts and of maintenance
     */
    public DeliveryPump(
            TicketStorage storage, List<DeskConsumer> consumers, DeliveryOptions options, Observed observed) {
        this.storage = storage;
        Map<String, DeskConsumer> byName = byName(consumers);
        this.consumers = new Consumers(byName.keySet(), storage.deliveries());
        newLeases = () -> new Leases(storage.deliveries(), options.lease(), options.longestHandling());
        retries = new Retries(options.maxAttempts(), options.firstDelay(), options.random());
        pollInterval = options.pollInterval();
        shared = new Worker.Shared(
                options.batchSize(),
                storage,
                this.consumers,
                new DeliveryRun(byName, observed),
                newLeases.get(),
                new Semaphore(1),
                this::wakeUp);
        newThreads = leases -> new WorkerThreads(
                byName.isEmpty() ? 0 : options.threads(),
                options.executor(),
                options.pollInterval(),
                leases,
                observed.maintenance(storage.maintenance()),
                this.consumers::poll);
    }

    private static Map<String, DeskConsumer> byName(List<DeskConsumer> consumers) {
        Map<String, DeskConsumer> byName = new LinkedHashMap<>();
        for (DeskConsumer each : consumers) {
            if (!NAME.matcher(each.name()).matches()) {
                throw new IllegalArgumentException("consumer: a name must be 1 to 50 of a-z, 0-9 and -");
            }
            if (byName.putIfAbsent(each.name(), each) != null) {
                throw new IllegalArgumentException("consumer: two are named " + each.name() + "; rename one");
            }
        }
        return Collections.unmodifiableMap(byName);
    }

    /**
     * Starts delivering; again, too, after a {@link #stop}. Makes the consumers known to the store first; if it cannot, each poll tries again.
     *
     * @throws IllegalStateException when it runs
     * @throws dev.ticketkit.spi.error.StorageException with {@code STORAGE_INCOMPLETE} when the store keeps no deliveries
     */
    public synchronized void start() {
        WorkerThreads last = threads;
        if (last != null && last.isOpen()) {
            throw new IllegalStateException("this desk is started; stop it before it is started again");
        }
        StoragePart.DELIVERIES.requireIn(storage);
        consumers.announce();
        Leases leases = newLeases.get();
        shared = shared.with(leases);
        String run = name + "-" + ++starts + "-";
        WorkerThreads next = newThreads.apply(leases);
        next.start((number, open) -> worker(run + number, new Worker.Manner(retries, pollInterval, open)));
        threads = next;
    }

    /**
     * Stops: nothing new is claimed, what is claimed but not begun is given back, and what is being handled may end.
     *
     * @param limit how long to wait for that; then the handlers are interrupted and what they had comes again when its lease ends
     * @return whether everything ended in time; true for a pump that never ran
     */
    public boolean stop(Duration limit) {
        WorkerThreads running = threads;
        return running == null || running.stop(limit);
    }

    /** Stops, and waits half a minute for what is being handled, as {@link #stop} does. Idempotent. */
    @Override
    public void close() {
        if (!stop(CLOSING)) {
            LOG.warn("the desk is closed while handlers still work; they were interrupted");
        }
    }

    /** Says that there may be something to deliver, instead of waiting for the next poll. Never blocks; for {@code afterCommit}. */
    public void wakeUp() {
        WorkerThreads running = threads;
        if (running != null) {
            running.wakeUp();
        }
    }

    /**
     * Delivers everything that is due on the caller's thread, for tests and batch programs; failed deliveries wait for their time, and
     * so does what the store cannot read now. No lease is extended meanwhile, unless the pump is started.
     *
     * @return how many deliveries were handled
     */
    public int drain() {
        return drain(retries);
    }

    /**
     * As {@link #drain()}, and tries again at once what fails, until it succeeds or is parked. No window is waited for: what
     * happened up to now is sent at once.
     */
    public int drainWithRetries() {
        return drain(retries.atOnce());
    }

    /** The names of those it has. */
    public Set<String> consumers() {
        return consumers.own();
    }

    /**
     * What was given up, oldest first.
     *
     * @param limit at most so many, 1 to 1,000
     */
    public List<ParkedDelivery> parked(TenantId tenant, int limit) {
        return storage.deliveries().kept().parked(tenant, limit);
    }

    /**
     * How many deliveries of a tenant are neither done nor parked, by consumer; under {@code *} those to all of them that no pump has had
     * yet. What waits for a consumer that no pump runs is here, and is logged after an hour.
     */
    public SortedMap<String, Long> pending(TenantId tenant) {
        return storage.deliveries().consumers().pending(tenant);
    }

    /** What waits and what is parked of all tenants together; empty where the store cannot say. */
    public Optional<KeptDeliveries.Backlog> backlog() {
        return storage.deliveries().kept().backlog();
    }

    /** How many rows the store's maintenance has still to deal with; empty where the store cannot say. */
    public OptionalLong waitingMaintenance() {
        return storage.maintenance().waiting();
    }

    /**
     * Gives up a consumer that is gone for good: what waits or is parked for it is cancelled, in all tenants, and no later event waits for
     * it. A pump that runs it brings it back, for what is committed from then on; so stop those first.
     *
     * @return false when the store knows no such consumer
     * @throws IllegalArgumentException when this pump runs it
     */
    public boolean retire(String consumer) {
        if (consumers.own().contains(consumer)) {
            throw new IllegalArgumentException(
                    "consumer: this desk runs " + consumer + "; retire it from a desk that does not");
        }
        return storage.deliveries().consumers().retire(consumer);
    }

    /**
     * Tries a parked delivery again, with fresh attempts.
     *
     * @return false when it is not parked
     */
    public boolean release(ParkedDelivery parked) {
        boolean released = storage.deliveries().kept().release(parked.tenant(), parked.eventId(), parked.consumer());
        wakeUp();
        return released;
    }

    private int drain(Retries how) {
        StoragePart.DELIVERIES.requireIn(storage);
        if (consumers.own().isEmpty()) {
            return 0;
        }
        consumers.announce();
        IntSupplier batches =
                worker(name + "-drain-" + UUID.randomUUID(), new Worker.Manner(how, Duration.ZERO, () -> true));
        int handled = 0;
        int batch;
        do {
            batch = batches.getAsInt();
            handled += batch;
        } while (batch > 0);
        return handled;
    }

    private IntSupplier worker(String owner, Worker.Manner manner) {
        return new Worker(owner, shared, manner)::handleBatch;
    }
}
