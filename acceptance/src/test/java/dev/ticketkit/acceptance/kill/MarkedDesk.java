package dev.ticketkit.acceptance.kill;

import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.Starter;
import dev.ticketkit.core.automation.Step;
import dev.ticketkit.core.delivery.DeliveryConsumer;
import dev.ticketkit.core.delivery.DeliveryContext;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.core.internal.automation.execute.AutomationConsumer;
import dev.ticketkit.core.internal.delivery.worker.DeliveryPump;
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
    private final DeliveryPump pump;
    private final ActorDesk desk;

    /** @param handled called after each handling */
    MarkedDesk(DataSource source, Marks marks, Runnable handled) {
        this.marks = marks;
        this.handled = handled;
        TicketStorage storage = RefusalsMarked.of(JdbcStorage.owning(source), marks);
        Runnable[] nudge = {() -> {}};
        TicketDesk all = TicketDesk.builder()
                .storage(storage)
                .afterCommit(() -> nudge[0].run())
                .build();
        this.pump = pump(storage, all);
        nudge[0] = pump::nudge;
        this.desk = all.as(TENANT, ACTOR);
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

    DeliveryPump pump() {
        return pump;
    }

    private DeliveryPump pump(TicketStorage storage, TicketDesk all) {
        DeliveryPump.Builder builder = DeliveryPump.builder()
                .storage(storage)
                .threads(THREADS)
                .lease(Duration.ofSeconds(2))
                .batchSize(BATCH)
                .maxAttempts(MAX_ATTEMPTS)
                .firstDelay(Duration.ofMillis(1))
                .pollInterval(Duration.ofMillis(100));
        consumers().forEach(builder::consumer);
        return builder.consumer(AutomationConsumer.builder(all)
                        .dispatcher(this::dispatched)
                        .build())
                .build();
    }

    private DeliveryResult dispatched(Dispatch dispatch) {
        marks.ended(marks.begun(dispatch.event().id(), TRIGGER), Marks.Outcome.DONE);
        return DeliveryResult.DELIVERED;
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
