package dev.ticketkit.core.reference;

import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.storage.ReferenceRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A reference that is ready, or a number the store shall give inside the commit. */
public final class ReferencePlan {
    private final Reference reference;
    private final @Nullable ReferenceRequest request;

    private ReferencePlan(Reference reference, @Nullable ReferenceRequest request) {
        this.reference = reference;
        this.request = request;
    }

    /** A ready reference. */
    public static ReferencePlan ready(Reference reference) {
        return new ReferencePlan(Objects.requireNonNull(reference, "reference"), null);
    }

    /** A number from the store. */
    public static ReferencePlan numbered(ReferenceRequest request) {
        return new ReferencePlan(Reference.PENDING, Objects.requireNonNull(request, "request"));
    }

    /** The ready reference, or {@link Reference#PENDING}. */
    public Reference reference() {
        return reference;
    }

    /** What to ask of the store, or null when the reference is ready. */
    public @Nullable ReferenceRequest request() {
        return request;
    }
}
