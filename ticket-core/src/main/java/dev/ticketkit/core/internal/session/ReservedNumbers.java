package dev.ticketkit.core.internal.session;

import dev.ticketkit.core.reference.ReferencePlan;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.ReferenceNumbers;
import dev.ticketkit.spi.storage.ReferenceRequest;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The numbers this desk has reserved and not used yet, by tenant and series. A series of a past year is a few bytes. In a host's transaction
 * nothing is reserved and nobody waits: its call takes what is left, and else numbers beyond those that are reserved.
 */
public final class ReservedNumbers {
    /** So many beyond are kept together: their numbers are to stay near those of the others. */
    private static final int MOST_BEYOND = 20;

    private final ReferenceNumbers blocks;
    private final Map<Key, Block> reserved = new ConcurrentHashMap<>();
    private final Map<Key, Block> beyond = new ConcurrentHashMap<>();

    /** @param blocks of a store with transactions of its own: what is reserved here outlives every transaction */
    public ReservedNumbers(ReferenceNumbers blocks) {
        this.blocks = blocks;
    }

    private record Key(TenantId tenant, String series) {}

    private static final class Block {
        /** Held while it is filled: whoever comes meanwhile would have to wait for the same row in any case. */
        private final ReentrantLock filling = new ReentrantLock();

        private long next;
        private long left;

        synchronized OptionalLong take() {
            if (left == 0) {
                return OptionalLong.empty();
            }
            left--;
            return OptionalLong.of(next++);
        }

        /** Gives the first and keeps the others; what another thread has kept meanwhile goes before, and these are left unused. */
        synchronized long fill(long first, int count) {
            if (left > 0) {
                left--;
                return next++;
            }
            next = first + 1;
            left = count - 1L;
            return first;
        }
    }

    /** The next number as a reference. */
    public Reference next(TenantId tenant, ReferencePlan plan) {
        ReferenceRequest request = Objects.requireNonNull(plan.request(), "request");
        Block block = block(reserved, tenant, request);
        OptionalLong left = block.take();
        return request.format(left.isPresent() ? left.getAsLong() : filled(block, tenant, plan));
    }

    private long filled(Block block, TenantId tenant, ReferencePlan plan) {
        ReferenceRequest request = Objects.requireNonNull(plan.request(), "request");
        block.filling.lock();
        try {
            OptionalLong left = block.take();
            return left.isPresent()
                    ? left.getAsLong()
                    : block.fill(blocks.next(tenant, request, plan.blockSize()), plan.blockSize());
        } finally {
            block.filling.unlock();
        }
    }

    /**
     * As {@link #next}, in the host's transaction, whose connection is all that may be used: those who reserve may be waiting for one.
     *
     * @param joined the blocks of the store that has joined
     */
    public Reference nextJoined(TenantId tenant, ReferencePlan plan, ReferenceNumbers joined) {
        ReferenceRequest request = Objects.requireNonNull(plan.request(), "request");
        OptionalLong number = block(reserved, tenant, request).take();
        Block others = block(beyond, tenant, request);
        if (number.isEmpty()) {
            number = others.take();
        }
        int count = Math.min(plan.blockSize(), MOST_BEYOND);
        return request.format(
                number.isPresent() ? number.getAsLong() : others.fill(joined.next(tenant, request, count), count));
    }

    /** Drops what is left of a block in which a number was set by hand: the next block begins after all such. */
    public void drop(TenantId tenant, ReferencePlan plan) {
        ReferenceRequest request = Objects.requireNonNull(plan.request(), "request");
        reserved.remove(new Key(tenant, request.series()));
        beyond.remove(new Key(tenant, request.series()));
    }

    private static Block block(Map<Key, Block> blocks, TenantId tenant, ReferenceRequest request) {
        return blocks.computeIfAbsent(new Key(tenant, request.series()), key -> new Block());
    }
}
