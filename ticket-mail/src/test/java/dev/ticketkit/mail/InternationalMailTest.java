package dev.ticketkit.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketkit.spi.host.DeliveryException;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InternationalMailTest {
    private ScriptedSmtpServer server;
    private MailNotifier notifier;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedSmtpServer();
        notifier = MailNotifier.builder("localhost")
                .port(server.port())
                .tls(MailTls.NONE)
                .from("desk@example.org", "Help desk")
                .mailsPerConnection(1)
                .build();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ölga@example.org", "用户@example.org", "дмитрий@example.org", "ö..x@example.org"})
    void aServerThatTakesThemGetsLocalPartsAsTyped(String email) {
        server.answer("EHLO", "250-scripted\r\n250 SMTPUTF8");
        send(email);

        String address = email.contains("..") ? "\"ö..x\"@example.org" : email;
        assertThat(server.heard()).contains("MAIL FROM:<desk@example.org> SMTPUTF8", "RCPT TO:<" + address + ">");
        assertThat(server.mails().get(0)).contains("<" + address + ">");
    }

    @Test
    void othersGetNothing() {
        assertThatThrownBy(() -> send("ölga@example.org"))
                .isInstanceOfSatisfying(
                        DeliveryException.class, e -> assertThat(e.isRejected()).isTrue())
                .hasMessageContaining("SMTPUTF8");
        assertThat(server.heard()).noneMatch(line -> line.startsWith("MAIL"));
    }

    @Test
    void ordinaryMailAsksForNothingNew() {
        server.answer("EHLO", "250-scripted\r\n250 SMTPUTF8");
        send("olga@münchen.example");

        assertThat(server.heard()).contains("MAIL FROM:<desk@example.org>", "RCPT TO:<olga@xn--mnchen-3ya.example>");
        assertThat(server.mails().get(0).chars()).allMatch(c -> c < 0x80);
    }

    private void send(String email) {
        notifier.notify(
                Notifications.about("Größe").to(Notifications.addressed(email)).build());
    }
}
