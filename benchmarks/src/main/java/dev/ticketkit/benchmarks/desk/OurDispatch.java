package dev.ticketkit.benchmarks.desk;

import dev.ticketkit.benchmarks.load.Dispatched;
import dev.ticketkit.benchmarks.load.Dispatcher;
import dev.ticketkit.benchmarks.load.Work;
import dev.ticketkit.core.delivery.DeliveredEvent;
import dev.ticketkit.core.delivery.DeliveryOptions;
import dev.ticketkit.core.delivery.EventConsumer;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.spi.host.DeliveryResult;
import java.time.Duration;

/** The desk with a pump that it nudges after each commit. */
public final class OurDispatch implements Dispatcher {
    private static final Duration STOP = Duration.ofSeconds(20);
    private static final int BATCH = 100;
    private static final int THREADS = 2;

    private final Dispatched dispatched;
    private final TicketDesk pump;
    private final ActorDesk actor;

    /** A desk and its pump, which is started. */
    public OurDispatch(OurDesk desk, Dispatched dispatched) {
        this.dispatched = dispatched;
        this.pump = pump(desk, dispatched);
        this.actor = desk.afterCommit(pump::wakeUp).withCodes();
        pump.start();
    }

    /** A pump that only counts, not started. */
    public static TicketDesk pump(OurDesk desk, Dispatched dispatched) {
        return TicketDesk.builder()
                .storage(desk.storage())
                .consumer(new Counter(dispatched))
                .delivery(DeliveryOptions.builder()
                        .batchSize(BATCH)
                        .threads(THREADS)
                        .build())
                .automations(false)
                .build();
    }

    @Override
    public Work.Call producer(int number) {
        long[] next = {(1L << 32) * number};
        return () -> {
            var written = actor.open(Invented.of(next[0]++).command());
            dispatched.committed(written.ticket().id().value());
        };
    }

    @Override
    public void close() {
        if (!pump.stop(STOP)) {
            throw new IllegalStateException("the pump did not stop within " + STOP);
        }
    }

    private record Counter(Dispatched dispatched) implements EventConsumer {
        @Override
        public String name() {
            return "counter";
        }

        @Override
        public DeliveryResult handle(DeliveredEvent context) {
            dispatched.handled(context.ticket().id().value());
            return DeliveryResult.DELIVERED;
        }
    }
}
