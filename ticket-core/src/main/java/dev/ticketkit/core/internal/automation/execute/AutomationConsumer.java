package dev.ticketkit.core.internal.automation.execute;

import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.catalogue.StatusBook;
import dev.ticketkit.core.delivery.DeliveryContext;
import dev.ticketkit.core.delivery.FiringConsumer;
import dev.ticketkit.core.delivery.FiringContext;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.core.internal.automation.decide.AutomationJudge;
import dev.ticketkit.core.internal.automation.decide.FiringBody;
import dev.ticketkit.core.internal.automation.decide.Occurrence;
import dev.ticketkit.core.internal.automation.decide.PastTicket;
import dev.ticketkit.core.internal.json.JsonLibrary;
import dev.ticketkit.core.internal.session.DeskSettings;
import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.event.TicketField;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.host.Notifier;
import dev.ticketkit.spi.host.TriggerDispatcher;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.automation.AutomationExecution;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Runs the automations of a desk: give it to the pump. What an event starts is decided once, on the ticket as the event left it; each step
 * that writes is done once, whatever happens, and each message or trigger at least once. An automation that fails does not hold up the
 * others; it is tried again from the step it came to, or parked when trying again is no use.
 */
public final class AutomationConsumer implements FiringConsumer {
    static final String NAME = "automations";

    private final DeskSettings parts;
    private final @Nullable Notifier contacts;
    private final @Nullable TriggerDispatcher dispatcher;

    private AutomationConsumer(Builder from) {
        parts = from.desk.parts();
        contacts = from.contacts;
        dispatcher = from.dispatcher;
    }

    /**
     * Starts a consumer.
     *
     * @param desk never one that has joined a transaction
     */
    public static Builder builder(TicketDesk desk) {
        return new Builder(desk);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public DeliveryResult handle(DeliveryContext context) {
        Ticket now = context.ticket();
        List<Automation> automations = automations(context.tenant());
        if (automations.isEmpty() || !canStart(context.event()) || now.deletedAt() != null || now.erasedAt() != null) {
            return DeliveryResult.DELIVERED;
        }
        Occurrence occurrence = occurrence(context.event(), now);
        ExecutionRound round = round(occurrence, automations, context.attempt(), context.isToOne());
        List<AutomationExecution> runs = round.begin(AutomationJudge.ofPresent(parts.storage()));
        return context.forEach(runs, AutomationExecution::automation, round::goOn);
    }

    @Override
    public DeliveryResult handleFiring(FiringContext context) {
        String json = context.firing().json();
        if (json == null) {
            return DeliveryResult.DELIVERED;
        }
        Occurrence occurrence = FiringBody.read(json)
                .occurrence(context.tenant(), context.firing().id());
        ExecutionRound round = round(occurrence, automations(context.tenant()), context.attempt(), context.isToOne());
        return context.forEach(round.begun(), AutomationExecution::automation, round::goOn);
    }

    private ExecutionRound round(Occurrence occurrence, List<Automation> automations, int attempt, boolean toOne) {
        return new ExecutionRound(parts, occurrence, automations, new Outlets(contacts, dispatcher, attempt), toOne);
    }

    private List<Automation> automations(TenantId tenant) {
        return parts.books().inOrder(parts.storage().automations(), tenant);
    }

    private Occurrence occurrence(TicketEvent event, Ticket now) {
        TenantId tenant = event.tenant();
        StatusBook statuses = StatusBook.of(
                parts.storage().statuses().statuses(tenant),
                parts.labels().apply(parts.tenants().apply(tenant).language()));
        PastTicket past = new PastTicket(parts.storage(), statuses);
        return Occurrence.of(event, past.after(event, now), past.statusBefore(event));
    }

    static boolean canStart(TicketEvent event) {
        return event.kind() == EventKind.OPENED
                || (event.kind() == EventKind.CHANGED
                        && event.changes().stream().anyMatch(change -> change.field() == TicketField.STATUS));
    }

    /** Builds the consumer. Not thread-safe. */
    public static final class Builder {
        private final TicketDesk desk;
        private @Nullable Notifier contacts;
        private @Nullable TriggerDispatcher dispatcher;

        private Builder(TicketDesk desk) {
            this.desk = Objects.requireNonNull(desk, "desk");
        }

        /** Who sends messages to contacts; without one, a run that comes to such a step is parked. */
        public Builder notifier(Notifier value) {
            contacts = value;
            return this;
        }

        /** Who takes triggers; without one, a run that comes to such a step is parked. */
        public Builder dispatcher(TriggerDispatcher value) {
            dispatcher = value;
            return this;
        }

        /**
         * The consumer.
         *
         * @throws IllegalStateException when no Jackson is there that automations can be read with, saying what is missing
         */
        public AutomationConsumer build() {
            JsonLibrary.require();
            return new AutomationConsumer(this);
        }
    }
}
