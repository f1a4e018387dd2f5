package dev.ticketkit.spring.internal.adapter;

import dev.ticketkit.mail.MailNotifier;
import dev.ticketkit.mail.MailNotifierBuilder;
import dev.ticketkit.mail.MailTls;
import dev.ticketkit.spring.TicketkitProperties;
import dev.ticketkit.spring.TicketkitProperties.MailProtection;
import java.util.Locale;
import org.springframework.core.env.Environment;

/** A notifier over the mail server that the application has in {@code spring.mail}; it needs no sender of Spring's. */
public final class MailFromProperties {
    private MailFromProperties() {}

    /**
     * The notifier.
     *
     * @throws IllegalStateException when there is no sender
     */
    public static MailNotifier notifier(TicketkitProperties.Mail mail, Environment spring) {
        if (mail.from() == null) {
            throw new IllegalStateException(
                    "mails need a sender: set ticketkit.mail.from, or have a Notifier of your own");
        }
        MailNotifierBuilder builder = MailNotifier.builder(spring.getRequiredProperty("spring.mail.host"))
                .from(mail.from(), mail.fromName())
                .tls(tls(mail.protection(), spring));
        Integer port = spring.getProperty("spring.mail.port", Integer.class);
        if (port != null) {
            builder.port(port);
        }
        String user = spring.getProperty("spring.mail.username");
        if (user != null) {
            builder.credentials(user, spring.getProperty("spring.mail.password", ""));
        }
        return builder.build();
    }

    private static MailTls tls(MailProtection wanted, Environment spring) {
        boolean implicit = spring.getProperty("spring.mail.ssl.enabled", Boolean.class, false)
                || spring.getProperty("spring.mail.properties.mail.smtp.ssl.enable", Boolean.class, false)
                || spring.getProperty("spring.mail.protocol", "smtp")
                        .toLowerCase(Locale.ROOT)
                        .equals("smtps");
        return implicit ? MailTls.IMPLICIT : MailTls.valueOf(wanted.name());
    }
}
