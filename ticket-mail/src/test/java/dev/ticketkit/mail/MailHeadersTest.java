package dev.ticketkit.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailHeadersTest {
    private ScriptedSmtpServer server;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedSmtpServer();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void asksForNoAutomaticAnswersButForReportsOfFailure() throws Exception {
        assertThat(sent(builder()).getHeader("X-Auto-Response-Suppress", null))
                .isEqualTo("DR, RN, NRN, OOF, AutoReply");
    }

    @Test
    void answersGoWhereTheHostWantsThem() throws Exception {
        MimeMessage mail =
                sent(builder().replyTo("antworten@straße.example", "Grüße und so weiter, ein langer Name ".repeat(3)));
        assertThat(mail.getHeader("Reply-To", null)).contains("<antworten@xn--strae-oqa.example>");
        assertThat(mail.getReplyTo()).hasSize(1);
        assertThat(sent(builder()).getHeader("Reply-To")).isNull();
        assertThatThrownBy(() -> builder().replyTo("a@example.org, b@example.org", null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder().from("ölga@example.org", null)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theHostAddsHeadersToAllAndToEach() throws Exception {
        MimeMessage mail = sent(builder()
                .header("X-Desk", "one")
                .header("List-Id", "Größe <desk.example.org>")
                .header("X-Empty", " ")
                .headers(notification -> Map.of(
                        "X-Desk", "two", "X-Ticket", notification.ticket().title())));

        assertThat(mail.getHeader("X-Desk")).containsExactly("two");
        assertThat(mail.getHeader("X-Ticket")).containsExactly("x");
        assertThat(mail.getHeader("X-Empty")).isNull();
        assertThat(mail.getHeader("List-Id", null)).startsWith("=?UTF-8?B?");
    }

    @Test
    void aLinkIsNeverEncodedNorCut() throws Exception {
        String link = "<https://desk.example.org/" + "x".repeat(700) + ">, <mailto:off@example.org?subject=off>";
        assertThat(sent(builder().header("List-Unsubscribe", link))
                        .getHeader("List-Unsubscribe", null)
                        .replaceAll("\r\n ", " "))
                .isEqualTo(link);
        assertThatThrownBy(() -> builder().header("X-Desk", "x".repeat(901)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("900");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\r\nBcc: evil@example.org",
                "x\nBcc: evil@example.org",
                "x\rBcc: evil@example.org",
                "x\r\n\r\nbody",
                "x\u0085Bcc: evil@example.org",
                "x\u2028Bcc: evil@example.org",
                "x\u0000y\u000b\u000c",
                "\r\n",
                "=?utf-8?q?x=0D=0ABcc=3A_evil@example.org?=",
                "x\ud800"
            })
    @Tag("F52")
    void noValueAddsAHeaderOrABody(String value) throws Exception {
        MimeMessage plain = sent(builder().header("X-Desk", "x"));
        MimeMessage mail = sent(builder().header("X-Desk", value).headers(any -> Map.of("X-Other", value)));

        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getContentType().replaceAll("boundary.*", ""))
                .isEqualTo(plain.getContentType().replaceAll("boundary.*", ""));
        for (String name : new String[] {"X-Desk", "X-Other"}) {
            assertThat(mail.getHeader(name, null) == null ? "" : mail.getHeader(name, null))
                    .doesNotContain("\u0000");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "To",
                "BCC",
                "cc",
                "From",
                "Sender",
                "Reply-To",
                "Subject",
                "Date",
                "Message-ID",
                "In-Reply-To",
                "References",
                "MIME-Version",
                "Content-Type",
                "content-transfer-encoding",
                "Auto-Submitted",
                "X-Auto-Response-Suppress",
                "Resent-To",
                "Received",
                "Return-Path"
            })
    @Tag("F52")
    void noNameTakesTheMailersOwn(String name) {
        assertIsNoHeader(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "X Desk", "X-Desk:", "X-Desk\r\nBcc", "Bcc: x", "X-Größe", "1X", "X\u0000"})
    @Tag("F52")
    void aNameIsAWord(String name) {
        assertIsNoHeader(name);
    }

    private void assertIsNoHeader(String name) {
        MailNotifier notifier =
                builder().headers(any -> Map.of(name, "evil@example.org")).build();

        assertThatThrownBy(() -> builder().header(name, "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> notifier.notify(Notifications.about("x").toOlga()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(server.mails()).isEmpty();
    }

    /** What the server got, read by a mail reader. */
    private MimeMessage sent(MailNotifierBuilder builder) throws Exception {
        try (MailNotifier notifier = builder.build()) {
            notifier.notify(Notifications.about("x").toOlga());
        }
        String last = server.mails().get(server.mails().size() - 1);
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(last.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
    }

    private MailNotifierBuilder builder() {
        return MailNotifier.builder("localhost")
                .port(server.port())
                .tls(MailTls.NONE)
                .from("desk@example.org", null);
    }
}
