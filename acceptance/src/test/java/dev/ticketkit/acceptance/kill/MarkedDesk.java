package dev.ticketkit.acceptance.kill;

import dev.ticketkit.core.delivery.DeliveryConsumer;
import dev.ticketkit.core.delivery.DeliveryContext;
import dev.ticketkit.core.delivery.DeliveryPump;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.jdbc.JdbcStorage;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.TicketStorage;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/**
 * The desk and the pump as every child, and in the end the parent, has them. What the desk does by itself is added here, to
 * {@link #consumers}; what must then hold, to {@link KillChecks}.
 */
final class MarkedDesk {
    static final TenantId TENANT = new TenantId("tenant");
    static final Actor ACTOR = Actor.operator("olga", "Olga");
    static final List<String> CONSUMERS = List.of("steady", "moody");

    /** More than all kills together: what is in flight at each of them must not be given up. */
    private static final int MAX_ATTEMPTS = 10_000;

    private static final int THREADS = 3;

    private final Marks marks;
    private final Runnable handled;
    private final DeliveryPump pump;
    private final ActorDesk desk;

    /** @param handled called after each handling */
    MarkedDesk(DataSource source, String child, Runnable handled) {
        this.marks = new Marks(source, child);
        this.handled = handled;
        TicketStorage storage = RefusalsMarked.of(JdbcStorage.owning(source), marks);
        this.pump = pump(storage);
        this.desk = TicketDesk.builder()
                .storage(storage)
                .afterCommit(pump::nudge)
                .build()
                .as(TENANT, ACTOR);
    }

    ActorDesk desk() {
        return desk;
    }

    DeliveryPump pump() {
        return pump;
    }

    private DeliveryPump pump(TicketStorage storage) {
        DeliveryPump.Builder builder = DeliveryPump.builder()
                .storage(storage)
                .threads(THREADS)
                .lease(Duration.ofSeconds(2))
                .batchSize(10)
                .maxAttempts(MAX_ATTEMPTS)
                .firstDelay(Duration.ofMillis(1))
                .pollInterval(Duration.ofMillis(100));
        consumers().forEach(builder::consumer);
        return builder.build();
    }

    private List<DeliveryConsumer> consumers() {
        return CONSUMERS.stream().<DeliveryConsumer>map(MarkingConsumer::new).toList();
    }

    /** One in eight events is refused at its first attempt by the moody one, so that deliveries are split too. */
    private static boolean isRefused(String consumer, DeliveryContext context) {
        return consumer.equals("moody")
                && context.attempt() == 1
                && (context.event().id().getLeastSignificantBits() & 7) == 0;
    }

    private final class MarkingConsumer implements DeliveryConsumer {
        private final String name;

        MarkingConsumer(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public DeliveryResult handle(DeliveryContext context) {
            long handling = marks.begun(context.event().id(), name);
            if (isRefused(name, context)) {
                marks.ended(handling, Marks.Outcome.FAILED);
                throw new IllegalStateException("not now");
            }
            marks.ended(handling, Marks.Outcome.DONE);
            handled.run();
            return DeliveryResult.DELIVERED;
        }
    }
}
