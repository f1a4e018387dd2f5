package dev.ticketkit.core.internal.delivery.notify;

import dev.ticketkit.core.internal.access.Visibility;
import dev.ticketkit.core.internal.delivery.worker.EventDelivery;
import dev.ticketkit.core.internal.session.CurrentCause;
import dev.ticketkit.spi.event.Cause;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.host.DeliveryException;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.host.Operator;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.ActorKind;
import dev.ticketkit.spi.storage.delivery.NotificationOutcome;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Events of one ticket sent to the operators of a tenant, in one notification each, and what became of that. Of one thread. */
final class NotificationRound {
    private final OperatorNotifications consumer;
    private final EventDelivery context;
    private final List<TicketEvent> events;
    private final NotificationWriter writer;
    private final List<String> unnamed;
    private final Set<String> optedOut;
    private final SortedMap<String, NotificationOutcome> outcomes = new TreeMap<>();

    /**
     * A round.
     *
     * @param events the context's and those sent together with it
     */
    NotificationRound(
            OperatorNotifications consumer, EventDelivery context, List<TicketEvent> events, KnownOperators operators) {
        this.consumer = consumer;
        this.context = context;
        this.events = events;
        this.writer = new NotificationWriter(consumer, context, operators.known());
        this.unnamed = operators.unnamed();
        this.optedOut = consumer.storage.notifications().optedOut(context.tenant());
    }

    DeliveryResult send(Operator operator) {
        Actor reader = operator.asActor();
        // Stays so when anything is thrown on the way.
        outcomes.put(reader.id(), NotificationOutcome.FAILED);
        try {
            NotificationOutcome outcome = outcome(operator, reader);
            outcomes.put(reader.id(), outcome);
            return outcome == NotificationOutcome.REJECTED ? DeliveryResult.REJECTED : DeliveryResult.DELIVERED;
        } catch (DeliveryException e) {
            outcomes.put(reader.id(), e.isRejected() ? NotificationOutcome.REJECTED : NotificationOutcome.FAILED);
            throw e;
        }
    }

    /** Keeps what became of it, for each event. */
    void keepReasons() {
        String receiver = context.receiver();
        if (receiver != null) {
            // No longer in the directory.
            outcomes.putIfAbsent(receiver, NotificationOutcome.NO_ACCESS);
        } else {
            unnamed.forEach(name -> outcomes.putIfAbsent(name, NotificationOutcome.NO_IDENTITY));
        }
        events.forEach(event -> consumer.reasons.keep(
                event, receiver, event.id().equals(context.event().id()) ? outcomes : besides(event)));
    }

    private NotificationOutcome outcome(Operator operator, Actor reader) {
        if (optedOut.contains(reader.id())) {
            return NotificationOutcome.OPTED_OUT;
        }
        if (!mayRead(reader)) {
            return NotificationOutcome.NO_ACCESS;
        }
        List<TicketEvent> wanted =
                events.stream().filter(event -> !isSkipped(event, reader.id())).toList();
        if (wanted.isEmpty()) {
            return NotificationOutcome.AUTHOR;
        }
        DeliveryResult result = Objects.requireNonNull(
                CurrentCause.during(cause(), () -> consumer.notifier.notify(writer.notification(operator, wanted))),
                "the notifier answered null");
        return switch (result) {
            case DELIVERED -> NotificationOutcome.NOTIFIED;
            case SKIPPED -> NotificationOutcome.SKIPPED;
            case REJECTED -> NotificationOutcome.REJECTED;
        };
    }

    /** Of what the notifier does on the desk meanwhile. */
    private Cause cause() {
        Cause before = context.event().cause();
        return new Cause(context.event().id(), "operators", before == null ? 1 : before.depth() + 1);
    }

    private boolean mayRead(Actor reader) {
        return new Visibility(context.tenant(), consumer.storage.categories())
                .isInside(consumer.access.visibleTo(context.tenant(), reader), context.ticket());
    }

    private boolean isSkipped(TicketEvent event, String readerId) {
        Actor author = event.actor();
        return consumer.skipAuthor
                && author.kind() == ActorKind.OPERATOR
                && author.id().equals(readerId);
    }

    /** What became of an event whose notification is another's. */
    private SortedMap<String, NotificationOutcome> besides(TicketEvent event) {
        SortedMap<String, NotificationOutcome> those = new TreeMap<>();
        outcomes.forEach((id, outcome) -> those.put(id, besides(event, id, outcome)));
        return those;
    }

    private NotificationOutcome besides(TicketEvent event, String readerId, NotificationOutcome outcome) {
        return switch (outcome) {
            case NOTIFIED, FAILED, REJECTED ->
                isSkipped(event, readerId) ? NotificationOutcome.AUTHOR : NotificationOutcome.COALESCED;
            default -> outcome;
        };
    }
}
