package dev.ticketkit.spi.storage.delivery;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.spi.model.TenantId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The deliveries that a {@link DeliveryQueue} keeps, for those who operate it: what waits, what was given up, what is done and may go. Workers
 * need none of it. Thread-safe; called outside any transaction, and no transaction is open when a method returns.
 */
public interface KeptDeliveries {
    /**
     * What was given up, oldest first.
     *
     * @param limit at most so many, 1 to 1,000
     */
    List<ParkedDelivery> parked(TenantId tenant, int limit);

    /**
     * Makes a parked delivery due at once, with fresh attempts.
     *
     * @return false when there is none
     */
    boolean release(TenantId tenant, UUID eventId, String consumer);

    /** How many deliveries of a tenant are neither done nor parked. */
    long pending(TenantId tenant);

    /**
     * What waits and what is parked of all tenants together, for those who watch the host; cheap enough for every ten seconds, in the time of
     * what it counts. Empty when the store cannot say so, which is the default.
     */
    default Optional<Backlog> backlog() {
        return Optional.empty();
    }

    /** Removes done and cancelled deliveries of before an instant; the rest stays. */
    long purge(TenantId tenant, Instant before);

    /**
     * What a queue holds of all tenants together, in figures: it names nobody.
     *
     * @param pending how many deliveries are neither done nor parked
     * @param parked how many were given up, and are not released
     * @param dueSince since when the pending one that is due longest is due; it may be in the future, while all are being handled or are to
     *     be tried again later. Null when none is pending
     */
    @JsonPropertyOrder({"pending", "parked", "dueSince"})
    record Backlog(long pending, long parked, @Nullable Instant dueSince) {
        /** Nothing at all. */
        public static final Backlog NONE = new Backlog(0, 0, null);

        @JsonProperty("dueSince")
        private @Nullable String dueSinceText() {
            return dueSince == null ? null : dueSince.toString();
        }

        @JsonCreator
        private static Backlog fromJson(
                @JsonProperty("pending") long pending,
                @JsonProperty("parked") long parked,
                @JsonProperty("dueSince") @Nullable String dueSince) {
            return new Backlog(pending, parked, dueSince == null ? null : Instant.parse(dueSince));
        }

        /** Both together. */
        public Backlog plus(Backlog other) {
            Instant earlier = Stream.of(this, other)
                    .map(Backlog::dueSince)
                    .filter(Objects::nonNull)
                    .min(Comparator.naturalOrder())
                    .orElse(null);
            return new Backlog(pending + other.pending, parked + other.parked, earlier);
        }
    }
}
