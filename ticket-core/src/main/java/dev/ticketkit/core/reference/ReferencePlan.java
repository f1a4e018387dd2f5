package dev.ticketkit.core.reference;

import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.storage.ReferenceRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A reference that is ready, or a number the store shall give inside the commit. */
public final class ReferencePlan {
    private final Reference reference;
    private final @Nullable ReferenceRequest request;
    private final int blockSize;

    private ReferencePlan(Reference reference, @Nullable ReferenceRequest request, int blockSize) {
        this.reference = reference;
        this.request = request;
        this.blockSize = blockSize;
    }

    /** A ready reference. */
    public static ReferencePlan ready(Reference reference) {
        return new ReferencePlan(Objects.requireNonNull(reference, "reference"), null, 0);
    }

    /** A number from the store. */
    public static ReferencePlan numbered(ReferenceRequest request) {
        return new ReferencePlan(Reference.PENDING, Objects.requireNonNull(request, "request"), 0);
    }

    /**
     * A number that the desk has reserved before, with others.
     *
     * @param blockSize how many to reserve at a time, 1 to 1,000,000
     */
    public static ReferencePlan reserved(ReferenceRequest request, int blockSize) {
        if (blockSize < 1 || blockSize > 1_000_000) {
            throw new IllegalArgumentException("blockSize: must be 1 to 1,000,000");
        }
        return new ReferencePlan(Reference.PENDING, Objects.requireNonNull(request, "request"), blockSize);
    }

    /** The ready reference, or {@link Reference#PENDING}. */
    public Reference reference() {
        return reference;
    }

    /** How many numbers the desk shall reserve at a time; 0 when it shall not. */
    public int blockSize() {
        return blockSize;
    }

    /** What to ask of the store, or null when the reference is ready. */
    public @Nullable ReferenceRequest request() {
        return request;
    }
}
