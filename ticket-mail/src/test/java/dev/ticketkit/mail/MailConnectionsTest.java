package dev.ticketkit.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketkit.spi.host.DeliveryException;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.testkit.SettableClock;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailConnectionsTest {
    private final SettableClock clock = SettableClock.at("2026-03-01T10:15:30Z");
    private final Queue<Runnable> later = new ArrayDeque<>();
    private ScriptedSmtpServer server;
    private MailNotifier notifier;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedSmtpServer();
        notifier = builder().build();
    }

    @AfterEach
    void stop() throws IOException {
        notifier.close();
        server.close();
    }

    @Test
    void manyMailsGoOverOneConnection() {
        for (int i = 0; i < 20; i++) {
            send();
        }
        assertThat(server.mails()).hasSize(20);
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void aConnectionCarriesNoMoreThanItMay() {
        notifier = builder().mailsPerConnection(3).build();
        for (int i = 0; i < 7; i++) {
            send();
        }
        assertThat(server.connections()).isEqualTo(3);
    }

    @Test
    void aNoToOneMailIsNoneToTheNext() {
        send();
        server.answer("RCPT", "550 unknown");
        assertThatThrownBy(this::send).isInstanceOf(DeliveryException.class);
        server.answer("RCPT", "250 ok").answer(".", "554 spam");
        assertThatThrownBy(this::send).isInstanceOf(DeliveryException.class);
        server.answer(".", "250 ok");
        send();

        assertThat(server.connections()).isEqualTo(1);
        // What was said of a mail that was refused half way is forgotten before the next.
        assertThat(server.heard().stream().filter("RSET"::equals).count()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void aConnectionThatFailedIsNotUsedAgain() {
        server.answer("MAIL", "421 too busy");
        assertThatThrownBy(this::send).isInstanceOf(MailNotSentException.class);
        server.answer("MAIL", "250 ok");
        send();

        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void aConnectionThatTheServerClosedMeanwhileLosesNoMail() {
        send();
        server.answer("RSET", ScriptedSmtpServer.HANG_UP);
        send();

        assertThat(server.mails()).hasSize(2);
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void aConnectionIsClosedWhenItWasNotUsedForAWhile() {
        send();
        clock.advance(Duration.ofSeconds(9));
        runLater();
        send();
        assertThat(server.connections()).isEqualTo(1);

        clock.advance(Duration.ofSeconds(10));
        runLater();
        assertThat(later).isEmpty();
        send();
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void closingLeavesNothingOpenAndStillSends() {
        send();
        notifier.close();
        send();
        send();

        assertThat(server.connections()).isEqualTo(3);
    }

    private void runLater() {
        Objects.requireNonNull(later.poll(), "nothing is to be done later").run();
    }

    private void send() {
        assertThat(notifier.notify(Notifications.about("x").toOlga())).isEqualTo(DeliveryResult.DELIVERED);
    }

    private MailNotifierBuilder builder() {
        return MailNotifier.builder("localhost")
                .port(server.port())
                .tls(MailTls.NONE)
                .from("desk@example.org", null)
                .idleTimeout(Duration.ofSeconds(10))
                .clock(clock)
                .later(later::add);
    }
}
