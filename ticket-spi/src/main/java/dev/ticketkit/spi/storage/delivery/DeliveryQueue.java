package dev.ticketkit.spi.storage.delivery;

import dev.ticketkit.spi.storage.TicketStore;
import dev.ticketkit.spi.storage.automation.ExecutionStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

    /** Which consumers there are. */
    ConsumerStore consumers();

    /** What is there, for those who watch and clear up. */
    KeptDeliveries kept();
}
