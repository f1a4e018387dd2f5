package dev.ticketkit.spi.storage.delivery;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.TicketStore;
import dev.ticketkit.spi.storage.automation.ExecutionStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Events on their way to consumers, at least once, in order for each ticket and consumer. {@link TicketStore#commit} (and {@link ExecutionStore#fire}, for one consumer) adds one
 * delivery to everyone for each recorded event, in its own commit; the commit that deletes a ticket cancels what is undone or parked of it, and the
 * one that restores it makes that due again, with fresh attempts; workers of any number of nodes claim them here.
 *
 * <p>Leases use the store's time, so that nodes with different clocks agree. Marks of a worker whose lease was taken over are refused:
 * owner and attempt must still be those of the claim. Called on delivery threads, outside any transaction; no transaction is open
 * when a method returns.
 */
public interface DeliveryQueue {
    /**
     * Claims deliveries that are due: new ones, those that were given back, and those whose delay is over. Those whose lease has ended are
     * not among them; see {@link #claimAbandoned}. Each claim is an attempt, until it is {@linkplain #giveBack given back}.
     *
     * <p>A delivery to everyone is not due while an earlier one to everyone of the same ticket is undone; a delivery to one consumer is
     * not due while an earlier one of the same ticket to it or to everyone is undone. Parked and cancelled ones hold up nothing. Takes
     * from several tenants in turn, so that a tenant with many does not hold up the others.
     *
     * @param owner the worker's name, unlike every other's, 1 to 100 ASCII characters
     * @param limit at most so many, 1 to 1,000
     * @param lease how long they are the worker's
     */
    List<Delivery> claim(String owner, int limit, Duration lease);

    /**
     * Claims one delivery whose lease has ended without a mark, if there is one of which the store knows by its last claims. Its worker may
     * have ended because of it, with all its process, so it comes alone. The claim is an attempt only if the claim before was alone too:
     * of a batch that was abandoned nobody knows what was begun. Never waits for other deliveries, and takes from several tenants in turn.
     *
     * @param owner as for {@link #claim}
     * @param lease how long it is the worker's
     */
    Optional<Delivery> claimAbandoned(String owner, Duration lease);

    /**
     * Claims deliveries that were {@linkplain DeliveryFailure#left left} to some consumers, or receivers of theirs, and that no earlier one of
     * their ticket holds up, as {@link #claim} says. They may all be of one tenant and consumer; who gets some asks again.
     *
     * @param consumers names, without receivers
     */
    List<Delivery> claimLeft(String owner, Set<String> consumers, int limit, Duration lease);

    /**
     * Gives back what was claimed and not begun: it is due after a delay, and the claim was no attempt. What was claimed alone still comes
     * alone. What is no longer this worker's stays as it is.
     *
     * @param deliveries at most 1,000, of one worker
     * @param delay how long to wait before the next claim; zero for not at all
     */
    void giveBack(List<Delivery> deliveries, Duration delay);

    /**
     * Marks a delivery as done, except for the consumers named: each of them gets a delivery of its own, with its own attempts and
     * delay, or is parked, or is left to other workers. A delivery to one consumer that is named stays its own, with its attempts.
     *
     * @return false, and nothing is marked, when the lease is no longer this worker's
     */
    boolean complete(Delivery delivery, List<DeliveryFailure> failures);

    /**
     * Marks deliveries of one worker as done for everybody they were for, each as {@link #complete} does, but not all in one moment: when it
     * throws, some of them may be marked.
     *
     * @param deliveries at most 1,000
     * @return those whose lease is no longer this worker's; they are not marked
     */
    default List<Delivery> completeAll(List<Delivery> deliveries) {
        return deliveries.stream()
                .filter(delivery -> !complete(delivery, List.of()))
                .toList();
    }

    /**
     * Lengthens a lease, counted from now.
     *
     * @return false when it is no longer this worker's
     */
    boolean extend(Delivery delivery, Duration lease);

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

    /** Which consumers there are. */
    ConsumerStore consumers();

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
