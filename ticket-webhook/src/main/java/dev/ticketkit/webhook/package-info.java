/**
 * Events to web addresses, as <a href="https://www.standardwebhooks.com">Standard Webhooks</a>: {@link
 * dev.ticketkit.webhook.WebhookDispatcher} sends them, {@link dev.ticketkit.webhook.WebhookVerifier} is for who receives them.
 */
@NullMarked
package dev.ticketkit.webhook;

import org.jspecify.annotations.NullMarked;
