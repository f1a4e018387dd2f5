package dev.ticketkit.testkit;

import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.core.desk.TicketDeskBuilder;
import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * A desk for a host's unit tests: {@code TicketDesk desk = TestDesk.create().desk();}. Tickets live in memory, time stands still until
 * the test moves it.
 */
public final class TestDesk {
    private final SettableClock clock;
    private final MemoryStorage storage;
    private final TicketDesk desk;

    private TestDesk(SettableClock clock, UnaryOperator<TicketDeskBuilder> settings) {
        this.clock = clock;
        this.storage = new MemoryStorage(clock);
        this.desk = settings.apply(TicketDesk.builder().storage(storage).clock(clock))
                .build();
    }

    /** An empty desk on 1 January 2026, noon UTC. */
    public static TestDesk create() {
        return createAt(Instant.parse("2026-01-01T12:00:00Z"));
    }

    /** An empty desk at an instant. */
    public static TestDesk createAt(Instant now) {
        return new TestDesk(SettableClock.at(now), builder -> builder);
    }

    /** An empty desk on 1 January 2026, noon UTC, with the host's own settings: {@code create(desk -> desk.access(policy))}. */
    public static TestDesk create(UnaryOperator<TicketDeskBuilder> settings) {
        return new TestDesk(SettableClock.at(Instant.parse("2026-01-01T12:00:00Z")), settings);
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
}
