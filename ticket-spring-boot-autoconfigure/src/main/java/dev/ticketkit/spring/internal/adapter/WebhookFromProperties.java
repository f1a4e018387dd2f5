package dev.ticketkit.spring.internal.adapter;

import dev.ticketkit.spring.TicketkitProperties;
import dev.ticketkit.webhook.JsonWriter;
import dev.ticketkit.webhook.WebhookDispatcher;
import dev.ticketkit.webhook.WebhookDispatcherBuilder;
import dev.ticketkit.webhook.WebhookEndpoint;
import dev.ticketkit.webhook.WebhookSecret;
import java.util.Objects;

/** A dispatcher to the one address of the properties. */
public final class WebhookFromProperties {
    private WebhookFromProperties() {}

    /**
     * The dispatcher.
     *
     * @param json writes the bodies
     * @throws IllegalArgumentException when the address or a secret cannot be used
     */
    public static WebhookDispatcher dispatcher(TicketkitProperties.Webhook webhook, JsonWriter json) {
        WebhookEndpoint endpoint = WebhookEndpoint.of(
                Objects.requireNonNull(webhook.url(), "ticketkit.webhook.url"),
                webhook.secrets().stream().map(WebhookSecret::parse).toList());
        WebhookDispatcherBuilder builder =
                WebhookDispatcher.builder(json, endpoint).timeLimit(webhook.timeLimit());
        webhook.allowNetworks().forEach(builder::allowNetwork);
        if (webhook.allowHttp()) {
            builder.allowHttp();
        }
        return builder.build();
    }
}
