package dev.ticketkit.spring.autoconfigure;

import dev.ticketkit.spi.host.TriggerDispatcher;
import dev.ticketkit.spring.TicketkitProperties;
import dev.ticketkit.spring.internal.adapter.PlainJson;
import dev.ticketkit.spring.internal.adapter.WebhookFromProperties;
import dev.ticketkit.webhook.JsonWriter;
import dev.ticketkit.webhook.WebhookDispatcher;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Webhooks from properties, unless the application has a dispatcher. */
@AutoConfiguration
@ConditionalOnClass(WebhookDispatcher.class)
@ConditionalOnBooleanProperty(name = "ticketkit.enabled", matchIfMissing = true)
@ConditionalOnProperty("ticketkit.webhook.url")
@EnableConfigurationProperties(TicketkitProperties.class)
public class TicketkitWebhookAutoConfiguration {
    /** Writes the bodies, by a mapper that no setting of the application changes. */
    @Bean
    @ConditionalOnMissingBean
    public JsonWriter ticketWebhookJson() {
        return PlainJson.writer();
    }

    /** To the one address. */
    @Bean
    @ConditionalOnMissingBean
    public TriggerDispatcher ticketWebhookDispatcher(TicketkitProperties properties, JsonWriter json) {
        return WebhookFromProperties.dispatcher(properties.webhook(), json);
    }
}
