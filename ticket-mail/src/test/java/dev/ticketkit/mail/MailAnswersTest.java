package dev.ticketkit.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketkit.spi.host.DeliveryException;
import dev.ticketkit.spi.host.DeliveryResult;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("B4")
class MailAnswersTest {
    private ScriptedSmtpServer server;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedSmtpServer();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550",
        "RCPT, 551",
        "RCPT, 552",
        "RCPT, 553",
        "RCPT, 501",
        "RCPT, 554",
        "DATA, 554",
        "., 554",
        "., 552"
    })
    void permanentRefusalOfRecipientOrContentIsRejected(String command, String code) {
        server.answer(command, code + " no");
        assertThatThrownBy(this::send)
                .isInstanceOfSatisfying(
                        DeliveryException.class, e -> assertThat(e.isRejected()).isTrue())
                .hasMessageContaining(code);
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 450",
        "RCPT, 451",
        "RCPT, 452",
        "RCPT, 421",
        "MAIL, 451",
        "DATA, 451",
        "., 451",
        "., 421",
        "EHLO, 421"
    })
    void passingRefusalIsTriedAgain(String command, String code) {
        server.answer(command, code + " not now");
        // A server that does not know EHLO is asked the old way.
        server.answer("HELO", code + " not now");
        assertThatThrownBy(this::send).isInstanceOf(MailNotSentException.class);
    }

    @ParameterizedTest
    @CsvSource({"MAIL, 550", "MAIL, 530", "RCPT, 530", "RCPT, 503", "DATA, 503", "CONNECT, 554"})
    void refusalOfTheSenderIsTriedAgain(String command, String code) {
        server.answer(command, code + " who are you");
        assertThatThrownBy(this::send).isInstanceOf(MailNotSentException.class);
    }

    @Test
    void saysWhichServerGaveWhichCode() {
        server.answer("MAIL", "451 greylisted");
        assertThatThrownBy(this::send)
                .hasMessage("The mail server localhost:" + server.port() + " did not take the mail, SMTP code 451");
    }

    @Test
    void lostAnswerIsTriedAgain() {
        server.answer(".", ScriptedSmtpServer.HANG_UP);
        assertThatThrownBy(this::send).isInstanceOf(MailNotSentException.class);
    }

    @Test
    void lostGoodbyeDoesNotSendAgain() {
        server.answer("QUIT", ScriptedSmtpServer.HANG_UP);
        MailNotifier hasty = notifier().mailsPerConnection(1).build();
        assertThat(hasty.notify(Notifications.about("x").toOlga())).isEqualTo(DeliveryResult.DELIVERED);
    }

    @Test
    void silentServerIsTriedAgain() {
        server.answer("RCPT", ScriptedSmtpServer.SILENCE);
        MailNotifier impatient = notifier().readTimeout(Duration.ofMillis(50)).build();
        assertThatThrownBy(() -> impatient.notify(Notifications.about("x").toOlga()))
                .isInstanceOf(MailNotSentException.class)
                .hasRootCauseInstanceOf(java.net.SocketTimeoutException.class);
    }

    @Test
    void absentServerIsTriedAgain() throws IOException {
        server.close();
        assertThatThrownBy(this::send)
                .isInstanceOf(MailNotSentException.class)
                .hasRootCauseInstanceOf(java.net.ConnectException.class);
    }

    @Test
    void namesOneRecipientToTheServer() {
        send();
        assertThat(server.heard())
                .filteredOn(line -> line.startsWith("RCPT"))
                .isEqualTo(List.of("RCPT TO:<olga@example.org>"));
    }

    private DeliveryResult send() {
        return notifier().build().notify(Notifications.about("x").toOlga());
    }

    private MailNotifierBuilder notifier() {
        return MailNotifier.builder("localhost")
                .port(server.port())
                .tls(MailTls.NONE)
                .from("desk@example.org", null);
    }
}
