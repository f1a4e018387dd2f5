package dev.ticketkit.mail;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailNotifierBuilderTest {
    private final MailNotifierBuilder builder = MailNotifier.builder("smtp.example.org");

    @Test
    void needsSender() {
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("sender");
        assertThatThrownBy(() -> builder.from("a@example.org\r\nBcc: evil@example.org", null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesCredentialsInTheClear() {
        builder.from("desk@example.org", null).tls(MailTls.NONE).credentials("desk", "secret");
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("in the clear");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT10M0.001S", "PT0.0009S"})
    void refusesTimeoutsWithoutEnd(Duration timeout) {
        assertThatThrownBy(() -> builder.connectTimeout(timeout)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.readTimeout(timeout)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.writeTimeout(timeout)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesServerWithoutNameOrPort() {
        assertThatThrownBy(() -> MailNotifier.builder(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.port(65_536)).isInstanceOf(IllegalArgumentException.class);
    }
}
