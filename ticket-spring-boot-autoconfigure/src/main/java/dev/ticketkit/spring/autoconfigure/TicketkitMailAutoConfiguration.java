package dev.ticketkit.spring.autoconfigure;

import dev.ticketkit.mail.MailNotifier;
import dev.ticketkit.spi.host.Notifier;
import dev.ticketkit.spring.TicketkitProperties;
import dev.ticketkit.spring.internal.adapter.MailFromProperties;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Mail over the server of {@code spring.mail}, unless the application has a notifier. */
@AutoConfiguration
@ConditionalOnClass(MailNotifier.class)
@ConditionalOnBooleanProperty(name = "ticketkit.enabled", matchIfMissing = true)
@ConditionalOnProperty({"spring.mail.host", "ticketkit.mail.from"})
@EnableConfigurationProperties(TicketkitProperties.class)
public class TicketkitMailAutoConfiguration {
    /** To operators and contacts. */
    @Bean
    @ConditionalOnMissingBean
    public Notifier ticketMailNotifier(TicketkitProperties properties, Environment environment) {
        return MailFromProperties.notifier(properties.mail(), environment);
    }
}
