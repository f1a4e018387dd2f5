package dev.ticketkit.core.internal.delivery.notify;

import dev.ticketkit.spi.host.Notifier;
import dev.ticketkit.spi.host.OperatorDirectory;
import java.time.Duration;

/**
 * How operators are notified.
 *
 * @param directory who works here
 * @param notifier sends
 * @param skipAuthor whether an operator is not notified of what it did itself
 * @param window within which the events of one ticket are sent together; zero for none
 */
public record NotificationSettings(
        OperatorDirectory directory, Notifier notifier, boolean skipAuthor, Duration window) {}
