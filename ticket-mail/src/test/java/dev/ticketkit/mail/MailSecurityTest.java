package dev.ticketkit.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import dev.ticketkit.spi.host.DeliveryResult;
import jakarta.mail.AuthenticationFailedException;
import java.nio.file.Path;
import java.security.cert.CertPathBuilderException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailSecurityTest {
    private static final String KEYS = "greenmail.tls.keystore.file";
    private static final String PASSWORD = "greenmail.tls.keystore.password";

    @TempDir
    private static Path folder;

    private static TestCertificate local;
    private static TestCertificate foreign;
    private static GreenMail server;

    @BeforeAll
    static void start() {
        local = TestCertificate.of("localhost", folder);
        foreign = TestCertificate.of("mail.example.org", folder);
        System.setProperty(KEYS, local.file().toString());
        System.setProperty(PASSWORD, TestCertificate.PASSWORD);
        server = new GreenMail(ServerSetupTest.SMTPS.dynamicPort());
        server.setUser("desk", "right");
        server.start();
    }

    @BeforeEach
    void forget() throws Exception {
        server.purgeEmailFromAllMailboxes();
    }

    @AfterAll
    static void stop() {
        server.stop();
        System.clearProperty(KEYS);
        System.clearProperty(PASSWORD);
    }

    @Test
    void logsInThroughTls() {
        MailNotifier notifier = implicit().credentials("desk", "right").build();
        assertThat(notifier.notify(Notifications.about("x").toOlga())).isEqualTo(DeliveryResult.DELIVERED);
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void wrongPasswordIsTriedAgain() {
        MailNotifier notifier = implicit().credentials("desk", "wrong").build();
        assertThatThrownBy(() -> notifier.notify(Notifications.about("x").toOlga()))
                .isInstanceOf(MailNotSentException.class)
                .hasCauseInstanceOf(AuthenticationFailedException.class)
                .hasMessageNotContaining("wrong");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void refusesServerNobodyVouchesFor() throws Exception {
        try (ScriptedSmtpServer scripted = new ScriptedSmtpServer(local.context())) {
            MailNotifier notifier = MailNotifier.builder("localhost")
                    .port(scripted.port())
                    .from("desk@example.org", null)
                    .build();
            assertThatThrownBy(() -> notifier.notify(Notifications.about("x").toOlga()))
                    .isInstanceOf(MailNotSentException.class)
                    .hasRootCauseInstanceOf(CertPathBuilderException.class);
            assertThat(scripted.heard()).noneMatch(line -> line.contains("MAIL"));
        }
    }

    @Test
    void switchesToTlsBeforeSayingAnything() throws Exception {
        try (ScriptedSmtpServer scripted = new ScriptedSmtpServer(local.context())) {
            assertThat(starttls(scripted, local).notify(Notifications.about("x").toOlga()))
                    .isEqualTo(DeliveryResult.DELIVERED);
            assertThat(scripted.heard().subList(0, 2))
                    .satisfiesExactly(hello -> assertThat(hello).startsWith("EHLO"), switching -> assertThat(switching)
                            .isEqualTo("STARTTLS"));
            assertThat(scripted.heard().subList(2, 6)).allMatch(line -> line.startsWith("tls "));
        }
    }

    @Test
    void refusesServerThatDoesNotOfferTls() throws Exception {
        try (ScriptedSmtpServer scripted = new ScriptedSmtpServer()) {
            MailNotifier notifier = starttls(scripted, local);
            assertThatThrownBy(() -> notifier.notify(Notifications.about("x").toOlga()))
                    .isInstanceOf(MailNotSentException.class)
                    .hasStackTraceContaining("STARTTLS");
            assertThat(scripted.heard()).noneMatch(line -> line.startsWith("MAIL"));
        }
    }

    @Test
    void refusesCertificateOfAnotherServer() throws Exception {
        try (ScriptedSmtpServer scripted = new ScriptedSmtpServer(foreign.context())) {
            MailNotifier notifier = starttls(scripted, foreign);
            assertThatThrownBy(() -> notifier.notify(Notifications.about("x").toOlga()))
                    .isInstanceOf(MailNotSentException.class)
                    .hasStackTraceContaining("localhost");
            assertThat(scripted.heard()).noneMatch(line -> line.contains("MAIL"));
        }
    }

    private static MailNotifierBuilder implicit() {
        return MailNotifier.builder("localhost")
                .port(server.getSmtps().getPort())
                .tls(MailTls.IMPLICIT)
                .trust(local.context())
                .from("desk@example.org", "Help desk");
    }

    private static MailNotifier starttls(ScriptedSmtpServer scripted, TestCertificate trusted) {
        return MailNotifier.builder("localhost")
                .port(scripted.port())
                .trust(trusted.context())
                .from("desk@example.org", "Help desk")
                .build();
    }
}
