package dev.ticketkit.testkit;

import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.core.desk.TicketDeskBuilder;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.host.Dispatch;
import dev.ticketkit.spi.host.Notification;
import dev.ticketkit.spi.host.Operator;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/**
 * A desk for a host's unit tests: {@code TicketDesk desk = TestDesk.create().desk();}. Tickets live in memory, time stands still until
 * the test moves it, and what would be sent is kept here: say who works here by {@link #operators}, call {@code desk().drain()}, and look at
 * {@link #toOperators}, {@link #toContacts} and {@link #dispatched}.
 */
public final class TestDesk {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final List<Operator> operators = new CopyOnWriteArrayList<>();
    private final List<Notification> toOperators = new CopyOnWriteArrayList<>();
    private final List<Notification> toContacts = new CopyOnWriteArrayList<>();
    private final List<Dispatch> dispatched = new CopyOnWriteArrayList<>();
    private final SettableClock clock;
    private final MemoryStorage storage;
    private final TicketDesk desk;

    private TestDesk(SettableClock clock, UnaryOperator<TicketDeskBuilder> settings) {
        this.clock = clock;
        this.storage = new MemoryStorage(clock);
        this.desk = settings.apply(
                        recording(TicketDesk.builder().storage(storage).clock(clock)))
                .build();
    }

    /** An empty desk on 1 January 2026, noon UTC. */
    public static TestDesk create() {
        return createAt(NOON);
    }

    /** An empty desk at an instant. */
    public static TestDesk createAt(Instant now) {
        return new TestDesk(SettableClock.at(now), builder -> builder);
    }

    /**
     * An empty desk on 1 January 2026, noon UTC, with the host's own settings: {@code create(desk -> desk.access(policy))}. A notifier or
     * dispatcher given there takes the place of what records; without a Jackson say {@code automations(false)}.
     */
    public static TestDesk create(UnaryOperator<TicketDeskBuilder> settings) {
        return new TestDesk(SettableClock.at(NOON), settings);
    }

    /** Says who works here, in every tenant, from now on; nobody by default. */
    public TestDesk operators(Operator... who) {
        operators.clear();
        operators.addAll(List.of(who));
        return this;
    }

    /** The desk. */
    public TicketDesk desk() {
        return desk;
    }

    /** What time it is for the desk. */
    public SettableClock clock() {
        return clock;
    }

    /** Where its tickets are, for a desk with other settings on the same tickets. */
    public MemoryStorage storage() {
        return storage;
    }

    /** What operators were notified of by now, oldest first; a copy. */
    public List<Notification> toOperators() {
        return List.copyOf(toOperators);
    }

    /** The messages that automations have sent to contacts by now, oldest first; a copy. */
    public List<Notification> toContacts() {
        return List.copyOf(toContacts);
    }

    /** The events and triggers that the host's dispatcher has got by now, oldest first; a copy. */
    public List<Dispatch> dispatched() {
        return List.copyOf(dispatched);
    }

    private TicketDeskBuilder recording(TicketDeskBuilder builder) {
        return builder.operators(tenant -> List.copyOf(operators), notification -> kept(toOperators, notification))
                .contacts(notification -> kept(toContacts, notification))
                .dispatcher(dispatch -> kept(dispatched, dispatch));
    }

    private static <T> DeliveryResult kept(List<T> all, T one) {
        all.add(one);
        return DeliveryResult.DELIVERED;
    }
}
