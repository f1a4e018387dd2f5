package dev.ticketkit.core.internal.delivery.notify;

import dev.ticketkit.core.internal.delivery.worker.EventDelivery;
import dev.ticketkit.core.internal.text.HtmlText;
import dev.ticketkit.spi.event.Note;
import dev.ticketkit.spi.event.NoteVisibility;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.host.Action;
import dev.ticketkit.spi.host.Notification;
import dev.ticketkit.spi.host.Operator;
import dev.ticketkit.spi.host.Recipient;
import dev.ticketkit.spi.model.ActorKind;
import dev.ticketkit.spi.model.Ticket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes the notifications of one round; what several operators are to read is rendered once. */
final class NotificationWriter {
    private record Version(Locale language, List<TicketEvent> events) {}

    private final OperatorNotifications consumer;
    private final EventDelivery context;
    private final ChangedValues values;
    private final Map<Version, String> rendered = new HashMap<>();

    NotificationWriter(OperatorNotifications consumer, EventDelivery context, List<Operator> operators) {
        this.consumer = consumer;
        this.context = context;
        this.values = new ChangedValues(context.tenant(), consumer.storage, operators);
    }

    /**
     * A notification.
     *
     * @param wanted at least one event, in order
     */
    Notification notification(Operator operator, List<TicketEvent> wanted) {
        List<TicketEvent> events = readable(operator, wanted);
        Ticket ticket = context.ticket();
        String plain =
                rendered.computeIfAbsent(new Version(languageOf(operator), events), version -> new NotificationText(
                                consumer.labels.apply(version.language()), values)
                        .plain(version.events(), ticket));
        return Notification.builder()
                // Not the first of all: what an operator did itself may be left out.
                .id(context.event().id())
                .event(events.get(0))
                .events(events)
                .attempt(context.attempt())
                .recipient(new Recipient(
                        ActorKind.OPERATOR,
                        operator.id(),
                        operator.asActor().label(),
                        operator.email(),
                        null,
                        operator.language()))
                .ticket(ticket)
                .template(NotificationText.templateKey(events), NotificationText.parameters(events, ticket))
                .rendered(plain, HtmlText.of(plain))
                .build();
    }

    private List<TicketEvent> readable(Operator operator, List<TicketEvent> wanted) {
        if (wanted.stream().noneMatch(NotificationWriter::isInternal) || mayReadHistory(operator)) {
            return wanted;
        }
        List<TicketEvent> readable = new ArrayList<>();
        wanted.forEach(event ->
                readable.add(isInternal(event) ? event.toBuilder().note(null).build() : event));
        return readable;
    }

    private static boolean isInternal(TicketEvent event) {
        Note note = event.note();
        return note != null && note.visibility() == NoteVisibility.INTERNAL;
    }

    private boolean mayReadHistory(Operator operator) {
        return consumer.access.allows(context.tenant(), operator.asActor(), Action.READ_HISTORY, context.ticket());
    }

    private Locale languageOf(Operator operator) {
        String tag = operator.language();
        return tag == null ? consumer.tenants.apply(context.tenant()).language() : Locale.forLanguageTag(tag);
    }
}
