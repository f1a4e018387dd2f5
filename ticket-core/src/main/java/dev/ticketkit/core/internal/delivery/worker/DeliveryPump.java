package dev.ticketkit.core.internal.delivery.worker;

import dev.ticketkit.core.delivery.DeliveryConsumer;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.spi.storage.delivery.ParkedDelivery;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
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
 * <p>An attempt is counted before it is made. A consumer that throws is tried again later, without the others being told again, and
 * later events of that ticket wait for it; after the last attempt the delivery is parked until somebody releases it. While a consumer
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

    private DeliveryPump(Builder from) {
        storage = Objects.requireNonNull(from.storage, "storage");
        consumers = new Consumers(from.consumers.keySet(), storage.deliveries());
        DeliveryRun run = new DeliveryRun(Collections.unmodifiableMap(new LinkedHashMap<>(from.consumers)));
        newLeases = () -> new Leases(storage.deliveries(), from.lease, from.longestHandling);
        retries = new Retries(from.maxAttempts, from.firstDelay, from.random);
        pollInterval = from.pollInterval;
        shared = new Worker.Shared(
                from.batchSize, storage, consumers, run, newLeases.get(), new Semaphore(1), this::nudge);
        newThreads = leases -> new WorkerThreads(
                from.threads, from.executor, from.pollInterval, leases, storage.maintenance(), consumers::poll);
    }

    /** A builder that needs a storage and consumers. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Starts delivering; again, too, after a {@link #stop}. Makes the consumers known to the store first; if it cannot, each poll tries again.
     *
     * @throws IllegalStateException when it runs
     */
    public synchronized void start() {
        WorkerThreads last = threads;
        if (last != null && last.isOpen()) {
            throw new IllegalStateException("this pump runs; stop it before it is started again");
        }
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
            LOG.warn("a pump is closed while handlers still work; they were interrupted");
        }
    }

    /** Says that there may be something to deliver, instead of waiting for the next poll. Never blocks; for {@code afterCommit}. */
    public void nudge() {
        WorkerThreads running = threads;
        if (running != null) {
            running.nudge();
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
     * happened up to now is told at once.
     */
    public int drainWithRetries() {
        return drain(retries.atOnce());
    }

    /**
     * What was given up, oldest first.
     *
     * @param limit at most so many, 1 to 1,000
     */
    public List<ParkedDelivery> parked(TenantId tenant, int limit) {
        return storage.deliveries().parked(tenant, limit);
    }

    /**
     * How many deliveries of a tenant are neither done nor parked, by consumer; under {@code *} those to all of them that no pump has had
     * yet. What waits for a consumer that no pump runs is here, and is logged after an hour.
     */
    public SortedMap<String, Long> pending(TenantId tenant) {
        return storage.deliveries().consumers().pending(tenant);
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
                    "consumer: this pump runs " + consumer + "; retire it from a pump that does not");
        }
        return storage.deliveries().consumers().retire(consumer);
    }

    /**
     * Tries a parked delivery again, with fresh attempts.
     *
     * @return false when it is not parked
     */
    public boolean release(ParkedDelivery parked) {
        boolean released = storage.deliveries().release(parked.tenant(), parked.eventId(), parked.consumer());
        nudge();
        return released;
    }

    private int drain(Retries how) {
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

    /** Builds a pump. Not thread-safe. */
    public static final class Builder {
        private @Nullable TicketStorage storage;
        private final Map<String, DeliveryConsumer> consumers = new LinkedHashMap<>();
        private int threads = 2;
        private @Nullable Executor executor;
        private Duration lease = Duration.ofMinutes(1);
        private Duration longestHandling = Duration.ofMinutes(5);
        private int batchSize = 100;
        private int maxAttempts = 10;
        private Duration firstDelay = Duration.ofSeconds(9);
        private Duration pollInterval = Duration.ofSeconds(5);
        private RandomGenerator random = new Random();

        private Builder() {}

        /** Where the deliveries are; required, and never one that has joined a transaction. */
        public Builder storage(TicketStorage value) {
            storage = value;
            return this;
        }

        /**
         * Adds somebody to tell; those who are added first are told first.
         *
         * @throws IllegalArgumentException when his name is not 1 to 50 of {@code a-z 0-9 -}, or somebody else's
         */
        public Builder consumer(DeliveryConsumer value) {
            if (!NAME.matcher(value.name()).matches()) {
                throw new IllegalArgumentException("a consumer's name must be 1 to 50 of a-z, 0-9 and -");
            }
            if (consumers.putIfAbsent(value.name(), value) != null) {
                throw new IllegalArgumentException("two consumers are named " + value.name() + "; rename one");
            }
            return this;
        }

        /** How many deliveries are handled at the same time, 1 or more; 2 by default. */
        public Builder threads(int value) {
            threads = atLeastOne("threads", value);
            return this;
        }

        /** Where the work is done; by default on daemon threads of the pump. It gives away {@link #threads} threads until the stop. */
        public Builder executor(Executor value) {
            executor = value;
            return this;
        }

        /** After how long another node takes over what a dead one had, by the store's time; a minute by default. */
        public Builder lease(Duration value) {
            lease = positive("lease", value);
            return this;
        }

        /** After how long a handler is interrupted and his lease no longer extended; 5 minutes by default. */
        public Builder longestHandling(Duration value) {
            longestHandling = positive("longestHandling", value);
            return this;
        }

        /** How many deliveries a thread claims at once, 1 to 1,000; 100 by default. */
        public Builder batchSize(int value) {
            batchSize = Math.min(atLeastOne("batchSize", value), 1_000);
            return this;
        }

        /** After how many attempts that were begun a delivery is parked, 1 or more; 10 by default, which is about a day. */
        public Builder maxAttempts(int value) {
            maxAttempts = atLeastOne("maxAttempts", value);
            return this;
        }

        /** How long to wait after the first failure, then three times as long each time, up to a day; 9 seconds by default. */
        public Builder firstDelay(Duration value) {
            firstDelay = positive("firstDelay", value);
            return this;
        }

        /** How often to look when nobody nudges; 5 seconds by default. */
        public Builder pollInterval(Duration value) {
            pollInterval = positive("pollInterval", value);
            return this;
        }

        /** What spreads the delays; for tests. Must be thread-safe. */
        public Builder random(RandomGenerator value) {
            random = value;
            return this;
        }

        /**
         * The pump, not started.
         *
         * @throws NullPointerException when there is no storage
         * @throws IllegalStateException when there is nobody to tell: all events would be left to others
         */
        public DeliveryPump build() {
            if (consumers.isEmpty()) {
                throw new IllegalStateException("there is nobody to tell; add a consumer");
            }
            return new DeliveryPump(this);
        }

        private static int atLeastOne(String field, int value) {
            if (value < 1) {
                throw new IllegalArgumentException(field + ": must be 1 or more");
            }
            return value;
        }

        private static Duration positive(String field, Duration value) {
            if (value.isNegative() || value.isZero()) {
                throw new IllegalArgumentException(field + ": must be more than zero");
            }
            return value;
        }
    }
}
