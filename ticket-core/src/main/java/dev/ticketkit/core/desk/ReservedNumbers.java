package dev.ticketkit.core.desk;

import dev.ticketkit.core.reference.ReferencePlan;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.ReferenceBlocks;
import dev.ticketkit.spi.storage.ReferenceRequest;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** The numbers this desk has reserved and not used yet, by tenant and series. A series of a past year is a few bytes. */
final class ReservedNumbers {
    private final ReferenceBlocks blocks;
    private final Map<Key, Block> reserved = new ConcurrentHashMap<>();

    /** @param blocks of a store with transactions of its own: what is reserved here outlives every transaction */
    ReservedNumbers(ReferenceBlocks blocks) {
        this.blocks = blocks;
    }

    private record Key(TenantId tenant, String series) {}

    private static final class Block {
        private long next;
        private long left;
    }

    /** The next number as a reference. */
    Reference next(TenantId tenant, ReferencePlan plan) {
        ReferenceRequest request = Objects.requireNonNull(plan.request(), "request");
        Block block = reserved.computeIfAbsent(new Key(tenant, request.series()), key -> new Block());
        // Whoever comes while it is filled would have to wait for the same row in any case.
        synchronized (block) {
            if (block.left == 0) {
                block.next = blocks.next(tenant, request, plan.blockSize());
                block.left = plan.blockSize();
            }
            block.left--;
            return request.format(block.next++);
        }
    }

    /** Drops what is left of a block in which a number was set by hand: the next block begins after all such. */
    void drop(TenantId tenant, ReferencePlan plan) {
        ReferenceRequest request = Objects.requireNonNull(plan.request(), "request");
        reserved.remove(new Key(tenant, request.series()));
    }
}
