package dev.ticketkit.core.delivery;

import dev.ticketkit.core.access.Visibility;
import dev.ticketkit.spi.event.Note;
import dev.ticketkit.spi.event.NoteVisibility;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.host.Action;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.host.Notice;
import dev.ticketkit.spi.host.Operator;
import dev.ticketkit.spi.host.Recipient;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.ActorKind;
import dev.ticketkit.spi.model.Ticket;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One event told to the operators of a tenant; each language is rendered once. */
final class NoticeRound {
    private record Version(Locale language, boolean withNote) {}

    private final OperatorNotices notices;
    private final DeliveryContext context;
    private final ChangedValues values;
    private final Map<Version, String> rendered = new HashMap<>();

    NoticeRound(OperatorNotices notices, DeliveryContext context, List<Operator> operators) {
        this.notices = notices;
        this.context = context;
        this.values = new ChangedValues(context.tenant(), notices.storage, operators);
    }

    DeliveryResult tell(Operator operator) {
        Actor actor = operator.asActor();
        return notices.wanted.test(context.tenant(), operator.id()) && mayRead(actor)
                ? notices.notifier.notify(notice(operator, mayReadNote(actor)))
                : DeliveryResult.DELIVERED;
    }

    private boolean mayRead(Actor actor) {
        return new Visibility(context.tenant(), notices.storage.categories())
                .isInside(notices.access.visibleTo(context.tenant(), actor), context.ticket());
    }

    private boolean mayReadNote(Actor actor) {
        Note note = context.event().note();
        return note == null
                || note.visibility() == NoteVisibility.PUBLIC
                || notices.access.allows(context.tenant(), actor, Action.READ_HISTORY, context.ticket());
    }

    private Notice notice(Operator operator, boolean withNote) {
        TicketEvent event = withNote
                ? context.event()
                : context.event().toBuilder().note(null).build();
        Ticket ticket = context.ticket();
        String plain = rendered.computeIfAbsent(
                new Version(languageOf(operator), withNote),
                version -> new NoticeText(notices.labels.apply(version.language()), values).plain(event, ticket));
        return Notice.builder()
                .event(event)
                .attempt(context.attempt())
                .recipient(new Recipient(
                        ActorKind.OPERATOR,
                        operator.id(),
                        operator.label(),
                        operator.email(),
                        null,
                        operator.language()))
                .ticket(ticket)
                .rendered(plain, NoticeText.html(plain))
                .build();
    }

    private Locale languageOf(Operator operator) {
        String tag = operator.language();
        return tag == null ? notices.tenants.apply(context.tenant()).language() : Locale.forLanguageTag(tag);
    }
}
