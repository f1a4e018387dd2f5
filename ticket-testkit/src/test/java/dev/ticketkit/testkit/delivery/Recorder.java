package dev.ticketkit.testkit.delivery;

import dev.ticketkit.core.delivery.DeliveredEvent;
import dev.ticketkit.core.delivery.EventConsumer;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.host.DeliveryResult;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Keeps what it was told, and then does what the test wants. */
final class Recorder implements EventConsumer {
    private final String name;
    private final Function<DeliveredEvent, DeliveryResult> reaction;
    private final List<TicketEvent> told = new CopyOnWriteArrayList<>();
    private volatile Runnable then = () -> {};

    Recorder(String name, Function<DeliveredEvent, DeliveryResult> reaction) {
        this.name = name;
        this.reaction = reaction;
    }

    static Recorder happy(String name) {
        return new Recorder(name, context -> DeliveryResult.DELIVERED);
    }

    static Recorder throwing(String name, Throwable problem) {
        return new Recorder(name, context -> {
            throw Recorder.<RuntimeException>unchecked(problem);
        });
    }

    /** Throws anything when it is run. */
    static Runnable raising(Throwable problem) {
        return () -> {
            throw Recorder.<RuntimeException>unchecked(problem);
        };
    }

    /** Runs something at each delivery from now on. */
    void then(Runnable next) {
        then = next;
    }

    List<TicketEvent> told() {
        return told;
    }

    List<Long> versions() {
        return told.stream().map(TicketEvent::version).toList();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public DeliveryResult handle(DeliveredEvent context) {
        told.add(context.event());
        then.run();
        return reaction.apply(context);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> T unchecked(Throwable problem) throws T {
        throw (T) problem;
    }
}
