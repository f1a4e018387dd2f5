package dev.ticketkit.samples.helpdesk.mailbox;

import dev.ticketkit.mail.MailNotifier;
import dev.ticketkit.spi.host.Notifier;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Operators' mail: sent where a server is named by {@code helpdesk.mail.host}, and kept to be looked at where none is. */
@Configuration(proxyBeanMethods = false)
class MailSetup {
    @Bean
    Mailbox mailbox(JdbcClient database, Clock clock) {
        return new Mailbox(database, clock);
    }

    @Bean("operatorNotifier")
    @ConditionalOnProperty("helpdesk.mail.host")
    MailNotifier smtp(@Value("${helpdesk.mail.host}") String host, @Value("${helpdesk.mail.from}") String from) {
        return MailNotifier.builder(host).from(from, "Help desk").build();
    }

    @Bean("operatorNotifier")
    @ConditionalOnProperty(name = "helpdesk.mail.host", matchIfMissing = true, havingValue = "none")
    Notifier kept(Mailbox mailbox) {
        return mailbox;
    }
}
