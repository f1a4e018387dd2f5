package dev.ticketkit.acceptance.automation;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.ticketkit.acceptance.DeskFixture;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.AutomationJson;
import dev.ticketkit.core.automation.Starter;
import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.core.command.Fire;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.core.result.FireReport;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.host.Dispatch;
import dev.ticketkit.spi.host.Notification;
import dev.ticketkit.spi.host.Notifier;
import dev.ticketkit.spi.host.TriggerDispatcher;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.storage.automation.AutomationDocument;
import dev.ticketkit.spi.storage.automation.AutomationExecution;
import dev.ticketkit.spi.storage.automation.AutomationSet;
import dev.ticketkit.spi.storage.automation.ExecutionState;
import dev.ticketkit.spi.storage.delivery.ParkedDelivery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** A desk with automations and a pump that runs them; what it sends is kept here. */
class AutomationFixture extends DeskFixture {
    static final Contact ADA_AT_HOME = new Contact("c-ada", "Ada", "+390612345", "ada@example.org", "it");

    final List<Notification> notices = new ArrayList<>();
    final List<Dispatch> dispatches = new ArrayList<>();
    final Notifier notifier = mock(Notifier.class);
    final TriggerDispatcher dispatcher = mock(TriggerDispatcher.class);
    final Map<String, String> hostFields = new ConcurrentHashMap<>();
    final TicketDesk pump = deskBuilder()
            .fields((tenant, contact) -> Map.copyOf(hostFields))
            .contacts(notifier)
            .dispatcher(dispatcher)
            .build();
    private final TicketDesk desk = pump;

    AutomationFixture(Store store) {
        super(store);
        retireConsumersOfOtherTests();
        when(notifier.notify(any())).thenAnswer(call -> {
            Notification notice = call.getArgument(0);
            // The stores are shared: what other tests left is delivered too.
            if (notice.ticket().tenant().equals(tenant)) {
                notices.add(notice);
            }
            return DeliveryResult.DELIVERED;
        });
        when(dispatcher.dispatch(any())).thenAnswer(call -> {
            Dispatch dispatch = call.getArgument(0);
            if (dispatch.ticket().tenant().equals(tenant) && dispatch.trigger() != null) {
                dispatches.add(dispatch);
            }
            return DeliveryResult.DELIVERED;
        });
    }

    /** Puts automations into the store as they are, without the checks of saving. */
    final void given(Automation... automations) {
        AutomationSet set = store.storage().automations().automations(tenant);
        List<AutomationDocument> documents = Arrays.stream(automations)
                .map(automation -> new AutomationDocument(automation.id(), AutomationJson.write(automation)))
                .toList();
        if (!store.storage().automations().change(tenant, set.revision(), documents, Set.of())) {
            throw new IllegalStateException("somebody else saves automations of this tenant");
        }
    }

    static Automation.Builder on(Starter starter) {
        return Automation.builder("rule", "Rule").when(starter);
    }

    final Ticket openedByAda(String title) {
        return opened(ticket(title).contact(ADA_AT_HOME));
    }

    final Ticket moved(Ticket ticket, String status) {
        return changed(ticket, ChangeTicket.builder().status(status)).ticket();
    }

    /** What became of the automation that the ticket's last event started, or null. */
    final ExecutionState stateOfRun(Ticket ticket) {
        List<AutomationExecution> runs = runs(lastEvent(ticket).id());
        return runs.isEmpty() ? null : runs.get(0).state();
    }

    final void drain() {
        pump.drainWithRetries();
    }

    final FireReport fire(Fire.Builder command) {
        return desk.as(tenant, Actor.host("shop"))
                .fire(command.contact(ADA_AT_HOME).build());
    }

    final List<AutomationExecution> runs(UUID eventId) {
        return store.storage().executions().executions(tenant, eventId);
    }

    final List<ParkedDelivery> parked() {
        return pump.deliveries().parked(tenant, 100);
    }

    final TicketEvent lastEvent(Ticket ticket) {
        List<TicketEvent> history = handle(ticket).history();
        return history.get(history.size() - 1);
    }

    final List<Ticket> tickets() {
        return walk(olga(), TicketQuery.all());
    }
}
