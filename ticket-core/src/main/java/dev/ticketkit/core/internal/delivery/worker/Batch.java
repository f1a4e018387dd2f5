package dev.ticketkit.core.internal.delivery.worker;

import dev.ticketkit.core.internal.text.CauseText;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.delivery.Delivery;
import dev.ticketkit.spi.storage.delivery.DeliveryFailure;
import dev.ticketkit.spi.storage.delivery.DeliveryQueue;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one worker has claimed at once. Only what is begun is an attempt: what is not begun when the pump stops, or when the lease has run for
 * two beats, is given back, and so is what the store cannot read now. What is for consumers that this pump does not run is left to those who
 * run them. Of one thread.
 */
final class Batch {
    /** The lease runs a beat longer, so nothing is begun whose lease may have ended. */
    private static final int BEATS_TO_BEGIN = Leases.BEATS_A_LEASE - 1;

    private static final Logger LOG = LoggerFactory.getLogger(Batch.class);

    private final Worker.Shared shared;
    private final Worker.Manner manner;
    private final DeliveryQueue queue;
    private final Leases leases;
    private final Deque<Delivery> notBegun;
    private final List<Delivery> unread = new ArrayList<>();
    private final Acknowledgements marks;
    private final long claimedAt;
    private final Map<TenantId, List<DeliveryFailure>> others = new HashMap<>();
    private final Set<TenantId> silent = new HashSet<>();

    /** @param claimedAt how many beats there had been before the claim */
    Batch(Worker.Shared shared, Worker.Manner manner, List<Delivery> claimed, long claimedAt) {
        this.shared = shared;
        this.manner = manner;
        this.queue = shared.storage().deliveries();
        this.leases = shared.leases();
        this.notBegun = new ArrayDeque<>(claimed);
        this.marks = new Acknowledgements(queue);
        this.claimedAt = claimedAt;
    }

    /** Handles what it may; how many were not given back. */
    int handled() {
        int claimed = notBegun.size();
        try {
            Readings readings = new Readings(shared.storage(), List.copyOf(notBegun));
            while (!notBegun.isEmpty() && mayBegin()) {
                read(notBegun.poll(), readings);
            }
        } finally {
            end();
        }
        return claimed - notBegun.size() - unread.size();
    }

    /**
     * To whom a delivery is left too; null while the store cannot say, for then nobody may have it, or one would be forgotten.
     */
    private @Nullable List<DeliveryFailure> others(Delivery delivery) {
        if (!delivery.isToEveryone()) {
            return List.of();
        }
        if (silent.contains(delivery.tenant())) {
            return null;
        }
        try {
            return others.computeIfAbsent(delivery.tenant(), shared.consumers()::others);
        } catch (RuntimeException e) {
            LOG.warn("cannot read which consumers there are; what was claimed is given back: {}", CauseText.of(e));
            silent.add(delivery.tenant());
            return null;
        }
    }

    private boolean mayBegin() {
        return manner.open().getAsBoolean() && leases.beats() - claimedAt < BEATS_TO_BEGIN;
    }

    private void end() {
        try {
            marks.markAll();
        } finally {
            leases.giveBack(List.copyOf(notBegun), Duration.ZERO);
            leases.giveBack(unread, manner.pause());
        }
    }

    private void read(Delivery delivery, Readings readings) {
        if (!shared.run().runs(delivery)) {
            mark(delivery, List.of(DeliveryFailure.left(delivery.consumer())));
            return;
        }
        List<DeliveryFailure> left = others(delivery);
        Readings.Found found = left == null ? Readings.Found.NOT_NOW : readings.of(delivery);
        if (found.reading() != null && left != null) {
            begin(delivery, found.reading(), left);
        } else if (found.problem() != null) {
            mark(delivery, Attempt.unreadable(delivery, manner.retries(), found.problem()));
        } else {
            unread.add(delivery);
        }
    }

    private void begin(Delivery delivery, Reading reading, List<DeliveryFailure> left) {
        Leases.Held held = leases.hold(delivery);
        List<DeliveryFailure> failures;
        try {
            failures = failuresOf(delivery, reading, left);
        } finally {
            held.handled();
        }
        if (failures.isEmpty()) {
            marks.add(delivery, held);
            return;
        }
        held.letGo();
        mark(delivery, failures);
    }

    private List<DeliveryFailure> failuresOf(Delivery delivery, Reading reading, List<DeliveryFailure> left) {
        List<DeliveryFailure> own = shared.run().failuresOf(delivery, reading, manner.retries());
        if (left.isEmpty()) {
            return own;
        }
        List<DeliveryFailure> all = new ArrayList<>(own);
        all.addAll(left);
        return all;
    }

    private void mark(Delivery delivery, List<DeliveryFailure> failures) {
        if (!queue.complete(delivery, failures)) {
            Acknowledgements.logLoss(delivery);
        }
    }
}
