package dev.ticketkit.core.internal.delivery.notify;

import dev.ticketkit.core.internal.page.EventPages;
import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.storage.EventStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The events of a ticket that are sent together with one of them. The first event begins a window; so does the first that happens when
 * the last window is over, or after a deletion. That is read from the history alone, so every node and every attempt finds the same.
 */
final class NotificationWindow {

    private final TicketEvent first;
    private final Duration length;
    private final List<TicketEvent> events = new ArrayList<>();
    private Instant begin = Instant.MIN;

    private NotificationWindow(TicketEvent first, Duration length) {
        this.first = first;
        this.length = length;
    }

    /** The window an event is in, from the event on. */
    static NotificationWindow from(TicketEvent event, Duration length, EventStore history) {
        NotificationWindow window = new NotificationWindow(event, length);
        for (TicketEvent each : EventPages.after(history, event.tenant(), event.ticketId(), 0)) {
            if (!window.mayGoOnAfter(each)) {
                break;
            }
        }
        return window;
    }

    /** The event and those after it, in order. */
    List<TicketEvent> events() {
        return events;
    }

    /** How long the window is still open, at most its length, whatever the clocks say; not positive when it is over. */
    Duration left(Instant now) {
        Duration left = Duration.between(now, begin.plus(length));
        return left.compareTo(length) > 0 ? length : left;
    }

    private boolean mayGoOnAfter(TicketEvent each) {
        boolean isLater = each.version() > first.version();
        if (each.kind() == EventKind.DELETED) {
            begin = isLater ? begin : Instant.MIN;
            return !isLater;
        }
        if (!NotificationText.isSent(each.kind())) {
            return true;
        }
        if (!each.at().isBefore(begin.plus(length))) {
            if (isLater) {
                return false;
            }
            begin = each.at();
        }
        if (each.version() >= first.version()) {
            events.add(each);
        }
        return true;
    }
}
