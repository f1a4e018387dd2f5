package dev.ticketkit.core.internal.automation.execute;

import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.catalogue.StatusBook;
import dev.ticketkit.core.internal.automation.decide.AutomationJudge;
import dev.ticketkit.core.internal.automation.decide.FiringBody;
import dev.ticketkit.core.internal.automation.decide.Occurrence;
import dev.ticketkit.core.internal.automation.decide.PastTicket;
import dev.ticketkit.core.internal.delivery.worker.DeskConsumer;
import dev.ticketkit.core.internal.delivery.worker.EventDelivery;
import dev.ticketkit.core.internal.delivery.worker.FiringDelivery;
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
import org.jspecify.annotations.Nullable;

/**
 * Runs the automations of a desk. What an event starts is decided once, on the ticket as the event left it; each step
 * that writes is done once, whatever happens, and each message or trigger at least once. An automation that fails does not hold up the
 * others; it is tried again from the step it came to, or parked when trying again is no use.
 */
public final class AutomationConsumer implements DeskConsumer.OfFirings {
    static final String NAME = "automations";

    private final DeskSettings parts;
    private final @Nullable Notifier contacts;
    private final @Nullable TriggerDispatcher dispatcher;

    /**
     * Runs automations.
     *
     * @param contacts sends messages to contacts; without one, an execution that comes to such a step is parked
     * @param dispatcher takes triggers; without one, an execution that comes to such a step is parked
     */
    public AutomationConsumer(
            DeskSettings settings, @Nullable Notifier contacts, @Nullable TriggerDispatcher dispatcher) {
        this.parts = settings;
        this.contacts = contacts;
        this.dispatcher = dispatcher;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public DeliveryResult handle(EventDelivery context) {
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
    public DeliveryResult handleFiring(FiringDelivery context) {
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
}
