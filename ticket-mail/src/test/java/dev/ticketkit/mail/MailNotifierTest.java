package dev.ticketkit.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import dev.ticketkit.spi.host.DeliveryException;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.host.Notification;
import dev.ticketkit.spi.host.Recipient;
import dev.ticketkit.spi.model.ActorKind;
import dev.ticketkit.testkit.SettableClock;
import jakarta.mail.Header;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("R28")
class MailNotifierTest {
    private static final GreenMail SERVER = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    private static final Instant NOW = Instant.parse("2026-03-01T10:15:30Z");

    private final MailNotifier notifier = notifier().build();

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterEach
    void forget() throws Exception {
        notifier.close();
        SERVER.purgeEmailFromAllMailboxes();
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Test
    void sendsTextAndHtmlOfTheNotification() throws Exception {
        assertThat(notifier.notify(Notifications.about("Printer").toOlga())).isEqualTo(DeliveryResult.DELIVERED);

        Multipart parts = (Multipart) received().getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(parts.getBodyPart(0).getContent()).isEqualTo("Ciao €");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualToIgnoringCase("text/html; charset=UTF-8");
        assertThat(parts.getBodyPart(1).getContent()).isEqualTo("<p>Ciao &euro; è</p>");
    }

    @Test
    void sendsPlainTextAloneWhenThereIsNoHtml() throws Exception {
        String text = "first\r\n.\r\n..two\r\n" + "x".repeat(2_000) + "\r\nlast 😀";
        notifier.notify(Notifications.about("Printer")
                .to(Notifications.OLGA)
                .rendered(text, "")
                .build());

        assertThat(received().getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(received().getContent()).isEqualTo(text);
    }

    @Test
    void namesSenderRecipientAndTicket() throws Exception {
        Notifications notifications = Notifications.about("Printer");
        notifier.notify(notifications.toOlga());

        MimeMessage mail = received();
        assertThat(mail.getSubject())
                .isEqualTo("[" + notifications.ticket().reference().value() + "] Printer");
        assertThat(mail.getFrom()).containsExactly(new InternetAddress("desk@example.org", "Help desk"));
        assertThat(mail.getAllRecipients()).containsExactly(new InternetAddress("olga@example.org", "Olga Operator"));
        assertThat(mail.getSentDate()).isEqualTo(Date.from(NOW));
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Größe ändern – è già 10 €",
                "日本語のチケット、とても長い題名がここに続きます、さらに続きます、もっと続きます",
                "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀",
                "=?UTF-8?Q?looks_like_an_encoded_word?=",
                "quotes \" and \\ and , ; : <b> (c)",
                "a long title in plain letters that does not fit one line of seventy-eight and so has to go on in the next one"
            })
    @Tag("F52")
    void subjectAndNameArriveAsTyped(String text) throws Exception {
        String name = text.length() > 120 ? text.substring(0, 120) : text;
        Notifications notifications = Notifications.about(text);
        notifier.notify(notifications.to(Notifications.named(name)).build());

        MimeMessage mail = received();
        assertThat(mail.getSubject())
                .isEqualTo("[" + notifications.ticket().reference().value() + "] " + text);
        InternetAddress to = (InternetAddress) mail.getAllRecipients()[0];
        assertThat(to.getPersonal()).isEqualTo(name);
        assertThat(to.getAddress()).isEqualTo("olga@example.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\r\nBcc: evil@example.org",
                "x\nBcc: evil@example.org",
                "x\rBcc: evil@example.org",
                "x\u2028Bcc: evil@example.org",
                "x\u0085Bcc: evil@example.org",
                "x\u000b\u000cBcc: evil@example.org",
                "x\r\n\r\n<script>body</script>",
                "x\u0000\ud800\u202e y",
                "=?utf-8?q?x=0D=0ABcc=3A_evil@example.org?=",
                "a@b.example,evil@example.org",
                "\"x\" <evil@example.org>, y"
            })
    @Tag("F52")
    void textCannotAddHeadersOrRecipients(String text) throws Exception {
        notifier.notify(Notifications.about("ordinary").toOlga());
        Set<String> ordinary = headerNames(received());
        forget();

        notifier.notify(Notifications.about(text).to(Notifications.named(text)).build());

        MimeMessage mail = received();
        assertThat(SERVER.getReceivedMessages()).hasSize(1);
        assertThat(headerNames(mail)).isEqualTo(ordinary);
        assertThat(mail.getAllRecipients())
                .singleElement()
                .extracting(to -> ((InternetAddress) to).getAddress())
                .isEqualTo("olga@example.org");
        assertThat(mail.getSubject()).doesNotContain("\r", "\n", "\u2028", "\u0085", "\u0000", "\u202e");
    }

    @Test
    @Tag("F52")
    void subjectOfTheHostIsCleanedToo() throws Exception {
        MailNotifier own = notifier()
                .subject(notification -> "Hi\r\nBcc: evil@example.org")
                .build();
        own.notify(Notifications.about("x").toOlga());

        assertThat(received().getSubject()).isEqualTo("Hi  Bcc: evil@example.org");
        assertThat(received().getHeader("Bcc")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "a..b@docomo.example, '\"a..b\"@docomo.example'",
        "' olga@example.org ', olga@example.org",
        "olga@example.org., olga@example.org",
        "anna@straße.example, anna@xn--strae-oqa.example",
        "olga@exa_mple.org, olga@exa_mple.org"
    })
    @Tag("F52")
    void sendsToAddressesThatLive(String typed, String address) throws Exception {
        notifier.notify(
                Notifications.about("x").to(Notifications.addressed(typed)).build());
        assertThat(received().getHeader("To", ",")).isEqualTo("\"Olga\"\r\n <" + address + ">");
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna@na\u200cme.example", "anna@na\u200dme.example", "anna@STRA\u1e9eE.example"})
    @Tag("F52")
    void rejectsDomainsThatCouldBeAnothers(String email) {
        Notification notification =
                Notifications.about("x").to(Notifications.addressed(email)).build();
        assertThatThrownBy(() -> notifier.notify(notification))
                .isInstanceOfSatisfying(
                        DeliveryException.class, e -> assertThat(e.isRejected()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"desk@example.org", "Desk@EXAMPLE.org", " desk@example.org ", "desk@example.org."})
    void doesNotWriteToItself(String email) {
        Notification toOperator =
                Notifications.about("x").to(Notifications.addressed(email)).build();
        Recipient contact = new Recipient(ActorKind.CONTACT, "c-1", "Carla", email, null, null);
        Notification toContact = Notifications.about("x").to(contact).build();

        assertThat(notifier.notify(toOperator)).isEqualTo(DeliveryResult.SKIPPED);
        assertThatThrownBy(() -> notifier.notify(toContact))
                .isInstanceOfSatisfying(
                        DeliveryException.class, e -> assertThat(e.isRejected()).isTrue())
                .hasMessageContaining("the sender's own");
        assertThat(SERVER.getReceivedMessages()).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "olga",
                "a@b.example,c@d.example",
                "olga@example.org\r\nBcc: evil@example.org",
                "olga@example.org>\r\nRCPT TO:<evil@example.org",
                "<olga@example.org>",
                "Olga <olga@example.org>"
            })
    @Tag("F52")
    void rejectsRecipientWithoutExactlyOneAddress(String email) {
        Notification notification =
                Notifications.about("x").to(Notifications.addressed(email)).build();
        assertThatThrownBy(() -> notifier.notify(notification))
                .isInstanceOfSatisfying(
                        DeliveryException.class, e -> assertThat(e.isRejected()).isTrue())
                .hasMessageContaining("address");
        assertThat(SERVER.getReceivedMessages()).isEmpty();
    }

    @Test
    void rejectsANotificationThatHasOnlyATemplateOfTheHost() {
        Notification notification = Notifications.about("x")
                .to(Notifications.addressed("olga@example.org"))
                .template("resolved", List.of())
                .rendered("", "")
                .build();
        assertThatThrownBy(() -> notifier.notify(notification))
                .isInstanceOfSatisfying(
                        DeliveryException.class, e -> assertThat(e.isRejected()).isTrue())
                .hasMessageContaining("template");
        assertThat(SERVER.getReceivedMessages()).isEmpty();
    }

    @Test
    void reachesDomainsInOtherScripts() throws Exception {
        notifier.notify(Notifications.about("x")
                .to(Notifications.addressed("olga@münchen.example"))
                .build());
        assertThat(received().getAllRecipients())
                .containsExactly(new InternetAddress("olga@xn--mnchen-3ya.example", "Olga"));
    }

    @Test
    @Tag("B4")
    void sameNotificationHasSameMessageIdAtEachAttempt() throws Exception {
        Notifications notifications = Notifications.about("x");
        notifier.notify(notifications.to(Notifications.OLGA).attempt(1).build());
        // Another process, another text, another minute.
        notifier()
                .clock(SettableClock.at(NOW.plusSeconds(60)))
                .build()
                .notify(notifications
                        .to(Notifications.OLGA)
                        .attempt(2)
                        .rendered("other", "")
                        .build());

        List<String> ids = headers("Message-ID");
        assertThat(ids).hasSize(2);
        assertThat(Set.copyOf(ids)).hasSize(1);
        assertThat(ids.get(0)).matches("<" + notifications.event().id() + "\\.[0-9a-f]{16}@example\\.org>");
    }

    @Test
    @Tag("B4")
    void otherRecipientEventOrTemplateHasOtherMessageId() throws Exception {
        Notifications notifications = Notifications.about("x");
        Recipient sameIdButContact = new Recipient(ActorKind.CONTACT, "op-1", "Carla", "carla@example.org", null, null);
        Recipient other = new Recipient(ActorKind.OPERATOR, "op-2", "Otto", "olga@example.org", null, null);
        notifier.notify(notifications.toOlga());
        notifier.notify(notifications.to(sameIdButContact).build());
        notifier.notify(notifications.to(other).build());
        notifier.notify(notifications
                .to(Notifications.OLGA)
                .template("resolved", List.of())
                .build());
        notifier.notify(Notifications.about("x").toOlga());

        assertThat(headers("Message-ID")).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void mailsAboutOneTicketFormOneThread() throws Exception {
        Notifications notifications = Notifications.about("x");
        notifier.notify(notifications.toOlga());
        notifier.notify(notifications
                .to(Notifications.OLGA)
                .template("resolved", List.of())
                .build());
        notifier.notify(Notifications.about("another ticket").toOlga());

        String thread = "<ticket." + notifications.ticket().id() + "@example.org>";
        assertThat(headers("References"))
                .hasSize(3)
                .contains(thread, thread)
                .matches(all -> Set.copyOf(all).size() == 2);
        assertThat(headers("In-Reply-To")).isEqualTo(headers("References"));
    }

    @Test
    void threadsShareOneNotifier() throws Exception {
        List<Notifications> all = IntStream.range(0, 40)
                .mapToObj(i -> Notifications.about("ticket " + i))
                .toList();
        CompletableFuture.allOf(all.stream()
                        .map(each -> CompletableFuture.runAsync(() -> notifier.notify(each.toOlga())))
                        .toArray(CompletableFuture[]::new))
                .join();

        Function<Notifications, String> subject = each ->
                "[" + each.ticket().reference().value() + "] " + each.ticket().title();
        List<String> subjects = new ArrayList<>();
        for (MimeMessage each : SERVER.getReceivedMessages()) {
            subjects.add(each.getSubject());
        }
        assertThat(subjects)
                .containsExactlyInAnyOrderElementsOf(all.stream().map(subject).toList());
    }

    private static MailNotifierBuilder notifier() {
        return MailNotifier.builder("localhost")
                .port(SERVER.getSmtp().getPort())
                .tls(MailTls.NONE)
                .from("desk@example.org", "Help desk")
                .clock(SettableClock.at(NOW));
    }

    private static MimeMessage received() {
        return SERVER.getReceivedMessages()[0];
    }

    private static List<String> headers(String name) throws MessagingException {
        List<String> values = new ArrayList<>();
        for (Message each : SERVER.getReceivedMessages()) {
            values.addAll(List.of(each.getHeader(name)));
        }
        return values;
    }

    private static Set<String> headerNames(MimeMessage mail) throws MessagingException, IOException {
        Set<String> names = new TreeSet<>();
        for (Header each : Collections.list(mail.getAllHeaders())) {
            names.add(each.getName());
        }
        return names;
    }
}
