package dev.ticketkit.core.internal.automation.execute;

import dev.ticketkit.spi.host.Notifier;
import dev.ticketkit.spi.host.TriggerDispatcher;
import org.jspecify.annotations.Nullable;

/**
 * Where the messages and triggers of a run go.
 *
 * @param contacts who sends to contacts, or null when nobody does
 * @param dispatcher who takes triggers, or null when nobody does
 * @param attempt 1 for the first try
 */
public record Outlets(@Nullable Notifier contacts, @Nullable TriggerDispatcher dispatcher, int attempt) {}
