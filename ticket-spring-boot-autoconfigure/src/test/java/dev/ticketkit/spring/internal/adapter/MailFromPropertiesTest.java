package dev.ticketkit.spring.internal.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketkit.spring.TicketkitProperties.Mail;
import dev.ticketkit.spring.TicketkitProperties.MailProtection;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

/** What is set of {@code spring.mail} is taken; a password never travels in the clear. */
@Tag("B6")
class MailFromPropertiesTest {
    private final MockEnvironment spring = new MockEnvironment()
            .withProperty("spring.mail.host", "smtp.example.org")
            .withProperty("spring.mail.port", "2525");

    @Test
    void needsASender() {
        assertThatThrownBy(() -> MailFromProperties.notifier(mail(null, MailProtection.STARTTLS), spring))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ticketkit.mail.from");
    }

    @Test
    void refusesAPasswordInTheClear() {
        spring.withProperty("spring.mail.username", "desk").withProperty("spring.mail.password", "secret");

        assertThat(MailFromProperties.notifier(mail("desk@example.org", MailProtection.STARTTLS), spring))
                .isNotNull();
        assertThatThrownBy(() -> MailFromProperties.notifier(mail("desk@example.org", MailProtection.NONE), spring))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("in the clear");
    }

    @ParameterizedTest
    @CsvSource({
        "spring.mail.ssl.enabled, true",
        "spring.mail.properties.mail.smtp.ssl.enable, true",
        "spring.mail.protocol, SMTPS"
    })
    void takesTlsFromTheFirstByteWhereSpringMailSaysSo(String property, String value) {
        spring.withProperty("spring.mail.username", "desk").withProperty(property, value);

        assertThat(MailFromProperties.notifier(mail("desk@example.org", MailProtection.NONE), spring))
                .isNotNull();
    }

    private static Mail mail(String from, MailProtection protection) {
        return new Mail(from, "Desk", protection);
    }
}
