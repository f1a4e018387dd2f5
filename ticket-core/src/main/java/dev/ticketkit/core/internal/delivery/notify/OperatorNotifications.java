package dev.ticketkit.core.internal.delivery.notify;

import dev.ticketkit.core.internal.delivery.worker.DeskConsumer;
import dev.ticketkit.core.internal.delivery.worker.EventDelivery;
import dev.ticketkit.core.internal.session.DeskSettings;
import dev.ticketkit.core.internal.text.CauseText;
import dev.ticketkit.core.label.Labels;
import dev.ticketkit.core.tenant.TenantSettings;
import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.host.AccessPolicy;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.host.Notifier;
import dev.ticketkit.spi.host.Operator;
import dev.ticketkit.spi.host.OperatorDirectory;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.StoragePart;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.spi.storage.delivery.NotificationOutcome;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notifies all operators who may read a ticket that it was opened, changed, noted, deleted or restored, whoever did it. Who they are, what they may
 * read and whether they want it is asked when it is sent. An operator whose notification fails is tried again alone.
 *
 * <p>A host with templates of its own finds a stable key in each notification: {@code ticket.opened}, {@code ticket.changed},
 * {@code ticket.noted}, {@code ticket.deleted}, {@code ticket.restored} with the parameters reference, title and the name of who did it; {@code ticket.several},
 * when several things are sent at once, with reference, title, who did the first of them, and how many they are.
 *
 * <p>Whom it notified and whom not, and why, is kept with each event, before the delivery is marked as done. When that cannot be kept it is
 * logged and the delivery counts as done all the same: its notifications are sent, and a trace that is missing is better than mail that comes
 * twice. Of several things sent at once each has its own record. Who still waits for the notification of an earlier event is in no record
 * until its turn; then it has its own. Nothing is kept while the directory does not answer, for then nobody was tried.
 */
public final class OperatorNotifications implements DeskConsumer {
    private static final Logger LOG = LoggerFactory.getLogger(OperatorNotifications.class);

    final TicketStorage storage;
    final AccessPolicy access;
    final Notifier notifier;
    final Function<TenantId, TenantSettings> tenants;
    final Function<Locale, Labels> labels;
    final boolean skipAuthor;
    final NotificationReasons reasons;
    private final OperatorDirectory directory;
    private final Duration window;
    private final Clock clock;

    /** Notifies operators under the desk's own policy, settings and clock. */
    public OperatorNotifications(DeskSettings desk, NotificationSettings settings) {
        storage = desk.storage();
        StoragePart.NOTIFICATIONS.requireIn(storage);
        access = desk.access();
        tenants = desk.tenants();
        labels = desk.labels();
        clock = desk.clock();
        directory = settings.directory();
        notifier = settings.notifier();
        skipAuthor = settings.skipAuthor();
        window = settings.window();
        reasons = new NotificationReasons(storage, clock);
    }

    @Override
    public String name() {
        return "operators";
    }

    @Override
    public DeliveryResult handle(EventDelivery context) {
        EventKind kind = context.event().kind();
        boolean goneMeanwhile = context.ticket().deletedAt() != null && kind != EventKind.DELETED;
        if (!NotificationText.isSent(kind) || goneMeanwhile) {
            return notifyNobody(context);
        }
        // Nothing that comes after a deletion could be sent together with it.
        return window.isZero() || kind == EventKind.DELETED
                ? send(context, List.of(context.event()))
                : sendTogether(context);
    }

    private DeliveryResult send(EventDelivery context, List<TicketEvent> events) {
        KnownOperators operators = operators(context.tenant());
        NotificationRound round = new NotificationRound(this, context, events, operators);
        try {
            return context.forEach(operators.known(), Operator::id, round::send);
        } finally {
            round.keepReasons();
        }
    }

    /**
     * Whether an event was sent with an earlier one is read from what was kept then, not from the window: one that was committed too
     * late for its window's notification is sent all the same.
     */
    private DeliveryResult sendTogether(EventDelivery context) {
        TicketEvent event = context.event();
        if (reasons.wasCoalesced(event, context.receiver())) {
            return DeliveryResult.DELIVERED;
        }
        NotificationWindow together = NotificationWindow.from(event, window, storage.events());
        Duration left = together.left(clock.instant());
        return left.compareTo(Duration.ZERO) > 0 && context.mayBePostponed()
                ? context.postpone(left)
                : send(context, together.events());
    }

    private DeliveryResult notifyNobody(EventDelivery context) {
        SortedMap<String, NotificationOutcome> outcomes = new TreeMap<>();
        whomNot(context).forEach(id -> outcomes.put(id, NotificationOutcome.NOT_NOTIFIED));
        reasons.keep(context.event(), context.receiver(), outcomes);
        return DeliveryResult.DELIVERED;
    }

    private List<String> whomNot(EventDelivery context) {
        String receiver = context.receiver();
        if (receiver != null) {
            return List.of(receiver);
        }
        try {
            return operators(context.tenant()).known().stream()
                    .map(Operator::id)
                    .toList();
        } catch (Throwable problem) {
            // Not worth another try, which later events would wait for: there is nothing to send.
            LOG.warn("the directory did not say who is not notified of an event: {}", CauseText.of(problem));
            return List.of();
        }
    }

    private KnownOperators operators(TenantId tenant) {
        return KnownOperators.of(directory.operators(tenant));
    }
}
