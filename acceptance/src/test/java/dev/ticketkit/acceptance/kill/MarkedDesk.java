package dev.ticketkit.acceptance.kill;

import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.Starter;
import dev.ticketkit.core.automation.Step;
import dev.ticketkit.core.delivery.DeliveredEvent;
import dev.ticketkit.core.delivery.DeliveryOptions;
import dev.ticketkit.core.delivery.EventConsumer;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.core.desk.TicketDeskBuilder;
import dev.ticketkit.jdbc.JdbcStorage;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.host.Dispatch;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.TicketStorage;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/**
 * The desk and the pump as every child, and in the end the parent, has them; what must hold in the end is in {@link KillChecks}.
 */
final class MarkedDesk {
    static final TenantId TENANT = new TenantId("tenant");
    static final Actor ACTOR = Actor.operator("olga", "Olga");
    static final List<String> CONSUMERS = List.of("steady", "moody");

    /** The automation that opens a ticket. */
    static final String FOLLOW_UP = "follow-up";
    /** Who is marked when a trigger is taken. */
    static final String TRIGGER = "trigger";

    /** More than all kills together: what is in flight at each of them must not be given up. */
    private static final int MAX_ATTEMPTS = 10_000;

    /** How many deliveries a thread claims, and marks, at once. */
    static final int BATCH = 10;

    private static final int THREADS = 3;

    private final Marks marks;
    private final Runnable handled;
    private final TicketDesk pump;
    private final ActorDesk desk;

    /** @param handled called after each handling */
    MarkedDesk(DataSource source, Marks marks, Runnable handled) {
        this.marks = marks;
        this.handled = handled;
        TicketStorage storage = RefusalsMarked.of(JdbcStorage.owning(source), marks);
        this.pump = pump(storage);
        this.desk = pump.as(TENANT, ACTOR);
    }

    /** Both start when a ticket becomes Resolved: one writes, the other tells. */
    static List<Automation> automations() {
        return List.of(
                Automation.builder(FOLLOW_UP, "Follow up")
                        .when(Starter.statusBecame("resolved"))
                        .steps(Step.openTicket("Follow-up"), Step.updateTicket().priority("HIGH"))
                        .build(),
                Automation.builder("tell", "Tell")
                        .when(Starter.statusBecame("resolved"))
                        .steps(Step.dispatchTrigger("resolved"))
                        .build());
    }

    ActorDesk desk() {
        return desk;
    }

    TicketDesk pump() {
        return pump;
    }

    private TicketDesk pump(TicketStorage storage) {
        TicketDeskBuilder builder = TicketDesk.builder().storage(storage);
        consumers().forEach(builder::consumer);
        return builder.dispatcher(this::dispatched)
                .delivery(DeliveryOptions.builder()
                        .threads(THREADS)
                        .lease(Duration.ofSeconds(2))
                        .batchSize(BATCH)
                        .maxAttempts(MAX_ATTEMPTS)
                        .firstDelay(Duration.ofMillis(1))
                        .pollInterval(Duration.ofMillis(100))
                        .build())
                .build();
    }

    private DeliveryResult dispatched(Dispatch dispatch) {
        if (dispatch.trigger() == null) {
            return DeliveryResult.DELIVERED;
        }
        marks.ended(marks.begun(dispatch.event().id(), TRIGGER), Marks.Outcome.DONE);
        return DeliveryResult.DELIVERED;
    }

    private List<EventConsumer> consumers() {
        return CONSUMERS.stream().<EventConsumer>map(MarkingConsumer::new).toList();
    }

    /** One in eight events is refused at its first attempt by the moody one, so that deliveries are split too. */
    private static boolean isRefused(String consumer, DeliveredEvent context) {
        return consumer.equals("moody")
                && context.attempt() == 1
                && (context.event().id().getLeastSignificantBits() & 7) == 0;
    }

    private final class MarkingConsumer implements EventConsumer {
        private final String name;

        MarkingConsumer(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public DeliveryResult handle(DeliveredEvent context) {
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
