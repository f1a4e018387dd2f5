package dev.ticketkit.testkit.internal.table;

import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.storage.automation.Firing;
import dev.ticketkit.spi.storage.delivery.Delivery;
import dev.ticketkit.spi.storage.delivery.DeliveryFailure;
import dev.ticketkit.spi.storage.delivery.ParkedDelivery;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** One delivery as it stands. Not thread-safe. */
final class DeliveryRow {
    /** What makes a row one of its kind. */
    record Key(UUID eventId, String consumer) {}

    enum State {
        UNDONE,
        DONE,
        PARKED,
        CANCELLED
    }

    /** Of one ticket: the order in which it happened. */
    static final Comparator<DeliveryRow> HISTORY =
            Comparator.comparingLong((DeliveryRow row) -> row.version).thenComparing(row -> row.consumer);

    /** Of one tenant: who has waited longest. */
    static final Comparator<DeliveryRow> WAITING_TIME = Comparator.comparing(DeliveryRow::dueAt)
            .thenComparingLong(row -> row.version)
            .thenComparing(row -> row.eventId)
            .thenComparing(row -> row.consumer);

    /** What is left to others is not due. */
    private static final Instant NEVER = Instant.MAX;

    private final TenantId tenant;
    private final UUID eventId;
    private final TicketId ticketId;
    private final long version;
    private final String consumer;
    private State state = State.UNDONE;
    private int attempts;
    private String owner = "";
    private boolean alone;
    private boolean left;
    private String cause = "";
    private Instant dueAt;
    private Instant endedAt = Instant.MAX;

    private DeliveryRow(
            TenantId tenant, UUID eventId, TicketId ticketId, long version, String consumer, Instant dueAt) {
        this.tenant = tenant;
        this.eventId = eventId;
        this.ticketId = ticketId;
        this.version = version;
        this.consumer = consumer;
        this.dueAt = dueAt;
    }

    static DeliveryRow toEveryone(TicketEvent event, Instant now) {
        return new DeliveryRow(event.tenant(), event.id(), event.ticketId(), event.version(), Delivery.EVERYONE, now);
    }

    static DeliveryRow ofFiring(Firing firing, String consumer, Instant dueAt) {
        return new DeliveryRow(firing.tenant(), firing.id(), new TicketId(firing.id()), 1, consumer, dueAt);
    }

    /** The part of one consumer, who has had as many attempts as all of them together; its own row made anew if this was its. */
    DeliveryRow part(DeliveryFailure failure, Instant now) {
        DeliveryRow part = new DeliveryRow(tenant, eventId, ticketId, version, failure.consumer(), now);
        part.attempts = failure.cause() == null && isToEveryone() ? 0 : attempts - (failure.isLeft() ? 1 : 0);
        part.fail(failure, now);
        return part;
    }

    Delivery claim(String worker, Instant leaseEnd, Set<String> waiting) {
        boolean abandoned = isAbandoned();
        attempts += abandoned && !alone ? 0 : 1;
        alone = abandoned;
        left = false;
        owner = worker;
        dueAt = leaseEnd;
        return new Delivery(tenant, eventId, ticketId, version, consumer, waiting, attempts, owner, alone);
    }

    void giveBack(Instant due) {
        attempts--;
        dueAt = due;
        owner = alone ? owner : "";
    }

    boolean isHeldBy(Delivery delivery) {
        return state == State.UNDONE
                && owner.equals(delivery.owner())
                && attempts == delivery.attempt()
                && alone == delivery.alone();
    }

    /** Whether a worker claimed it and never said what became of it, once it is due again. */
    boolean isAbandoned() {
        return !owner.isEmpty();
    }

    /** Whether it waits for a worker that runs its consumer. */
    boolean isLeft() {
        return left;
    }

    /** The consumer's name without a receiver. */
    String base() {
        int end = consumer.indexOf(':');
        return end < 0 ? consumer : consumer.substring(0, end);
    }

    void extend(Instant leaseEnd) {
        dueAt = leaseEnd;
    }

    /** Due at once, unless a worker has it or had it. */
    void hurry(Instant now) {
        if (attempts == 0) {
            dueAt = now;
        }
    }

    void end(State how, Instant now) {
        state = how;
        owner = "";
        endedAt = now;
    }

    void fail(DeliveryFailure failure, Instant now) {
        cause = failure.cause() == null ? "" : failure.cause();
        if (failure.parked()) {
            end(State.PARKED, now);
            return;
        }
        owner = "";
        left = failure.isLeft();
        if (left) {
            dueAt = NEVER;
            return;
        }
        Duration delay = Objects.requireNonNull(failure.delay(), "delay: is required unless the delivery is parked");
        dueAt = now.plus(delay);
    }

    void revive(Instant now) {
        state = State.UNDONE;
        endedAt = Instant.MAX;
        attempts = 0;
        cause = "";
        dueAt = left ? NEVER : now;
    }

    boolean isCancelled(String why) {
        return isCancelled() && cause.equals(why);
    }

    boolean isCancelled() {
        return state == State.CANCELLED && !cause.isEmpty();
    }

    String cause() {
        return cause;
    }

    void because(String why) {
        cause = why;
    }

    void release(Instant now) {
        state = State.UNDONE;
        attempts = 0;
        dueAt = now;
    }

    ParkedDelivery asParked() {
        return new ParkedDelivery(tenant, eventId, ticketId, consumer, attempts, endedAt, cause);
    }

    boolean endedBefore(Instant instant) {
        return (state == State.DONE || state == State.CANCELLED) && endedAt.isBefore(instant);
    }

    boolean isUnfinished() {
        return state == State.UNDONE || state == State.PARKED;
    }

    boolean isToEveryone() {
        return consumer.equals(Delivery.EVERYONE);
    }

    Key key() {
        return new Key(eventId, consumer);
    }

    UUID eventId() {
        return eventId;
    }

    TicketId ticketId() {
        return ticketId;
    }

    String consumer() {
        return consumer;
    }

    State state() {
        return state;
    }

    Instant dueAt() {
        return dueAt;
    }

    Instant endedAt() {
        return endedAt;
    }
}
