package dev.ticketkit.core.delivery;

import dev.ticketkit.core.access.Visibility;
import dev.ticketkit.spi.event.Cause;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.host.DeliveryException;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.host.Operator;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.ActorKind;
import dev.ticketkit.spi.storage.NoticeOutcome;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Events of one ticket told to the operators of a tenant, in one notice each, and what became of that. Of one thread. */
final class NoticeRound {
    private final OperatorNotices notices;
    private final DeliveryContext context;
    private final List<TicketEvent> events;
    private final NoticeWriter writer;
    private final List<String> unnamed;
    private final Set<String> optedOut;
    private final SortedMap<String, NoticeOutcome> outcomes = new TreeMap<>();

    /**
     * A round.
     *
     * @param events the context's and those told together with it
     */
    NoticeRound(OperatorNotices notices, DeliveryContext context, List<TicketEvent> events, KnownOperators operators) {
        this.notices = notices;
        this.context = context;
        this.events = events;
        this.writer = new NoticeWriter(notices, context, operators.known());
        this.unnamed = operators.unnamed();
        this.optedOut = notices.storage.notices().optedOut(context.tenant());
    }

    DeliveryResult tell(Operator operator) {
        Actor reader = operator.asActor();
        // Stays so when anything is thrown on the way.
        outcomes.put(reader.id(), NoticeOutcome.FAILED);
        try {
            NoticeOutcome outcome = outcome(operator, reader);
            outcomes.put(reader.id(), outcome);
            return outcome == NoticeOutcome.REJECTED ? DeliveryResult.REJECTED : DeliveryResult.DELIVERED;
        } catch (DeliveryException e) {
            outcomes.put(reader.id(), e.isRejected() ? NoticeOutcome.REJECTED : NoticeOutcome.FAILED);
            throw e;
        }
    }

    /** Keeps what became of it, for each event. */
    void keepReasons() {
        String receiver = context.receiver();
        if (receiver != null) {
            // No longer in the directory.
            outcomes.putIfAbsent(receiver, NoticeOutcome.NO_ACCESS);
        } else {
            unnamed.forEach(name -> outcomes.putIfAbsent(name, NoticeOutcome.NO_IDENTITY));
        }
        events.forEach(event -> notices.reasons.keep(
                event, receiver, event.id().equals(context.event().id()) ? outcomes : besides(event)));
    }

    private NoticeOutcome outcome(Operator operator, Actor reader) {
        if (optedOut.contains(reader.id())) {
            return NoticeOutcome.OPTED_OUT;
        }
        if (!mayRead(reader)) {
            return NoticeOutcome.NO_ACCESS;
        }
        List<TicketEvent> told =
                events.stream().filter(event -> !isSkipped(event, reader.id())).toList();
        if (told.isEmpty()) {
            return NoticeOutcome.AUTHOR;
        }
        DeliveryResult result = Objects.requireNonNull(
                CurrentCause.during(cause(), () -> notices.notifier.notify(writer.notice(operator, told))),
                "the notifier answered null");
        return result == DeliveryResult.REJECTED ? NoticeOutcome.REJECTED : NoticeOutcome.TOLD;
    }

    /** Of what the notifier does on the desk meanwhile. */
    private Cause cause() {
        Cause before = context.event().cause();
        return new Cause(context.event().id(), "operators", before == null ? 1 : before.depth() + 1);
    }

    private boolean mayRead(Actor reader) {
        return new Visibility(context.tenant(), notices.storage.categories())
                .isInside(notices.access.visibleTo(context.tenant(), reader), context.ticket());
    }

    private boolean isSkipped(TicketEvent event, String readerId) {
        Actor author = event.actor();
        return notices.skipAuthor
                && author.kind() == ActorKind.OPERATOR
                && author.id().equals(readerId);
    }

    /** What became of an event whose notice is another's. */
    private SortedMap<String, NoticeOutcome> besides(TicketEvent event) {
        SortedMap<String, NoticeOutcome> those = new TreeMap<>();
        outcomes.forEach((id, outcome) -> those.put(id, besides(event, id, outcome)));
        return those;
    }

    private NoticeOutcome besides(TicketEvent event, String readerId, NoticeOutcome outcome) {
        return switch (outcome) {
            case TOLD, FAILED, REJECTED -> isSkipped(event, readerId) ? NoticeOutcome.AUTHOR : NoticeOutcome.COALESCED;
            default -> outcome;
        };
    }
}
