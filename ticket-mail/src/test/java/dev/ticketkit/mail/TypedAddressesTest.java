package dev.ticketkit.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.host.DeliveryException;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.testkit.contract.fixture.Rounds;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of an address as it was typed: it is sent to, refused for good, or tried again. */
@Tag("F52")
class TypedAddressesTest {
    private static final long SEED = 20_261_132L;

    private static final List<String> PIECES = List.of(
            ("a anna Anna .. . - _ + = ' ! # $ % & * / ? ^ ` { | } ~ ö Ω ß 用户 дмитрий दिल्ली نامه ای 👩 💻 \u200C \u200D \u0301 \uFE0F \u200B"
                            + " \u202E \u200E \u00AD \u00A0 \u3000 \u2028 \u0085 \u0000 \r \n \r\nBcc:x@evil.example \uD800 \uE000 @ \uFF20 < > ( )"
                            + " , ; : \\ \" \" [ ]")
                    .split(" "));

    private static final List<String> DOMAINS = List.of(
            ("example.org EXAMPLE.org. münchen.example straße.example 例子。example ＥＸ．example a..b -a.example ex_a.example [127.0.0.1] localhost"
                            + " \u202Ea.example a\u200Db.example .example 😀.example xn--strae-oqa.example a\r\nb.example a\u0000.example")
                    .split(" "));

    private ScriptedSmtpServer server;
    private MailNotifier notifier;

    /** Of a row: what is heard of it. */
    private enum Outcome {
        SENT,
        SKIPPED,
        REFUSED,
        LATER
    }

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedSmtpServer();
        notifier = MailNotifier.builder("localhost")
                .port(server.port())
                .tls(MailTls.NONE)
                .from("diana@example.org", "Help desk")
                .mailsPerConnection(1)
                .build();
    }

    @AfterEach
    void stop() throws IOException {
        notifier.close();
        server.close();
    }

    /** The server's word is what it says to each recipient; without one it takes all, other scripts too. */
    @ParameterizedTest
    @CsvSource({
        "anna@straße.example, , SENT",
        "a..b@docomo.example, , SENT",
        "' anna@example.org. ', , SENT",
        "ölga@example.org, , SENT",
        "نامه\u200cای@example.org, , SENT",
        "👩\u200d💻@example.org, , SENT",
        "dıana@example.org, , SENT",
        "DIANA@Example.org, , SKIPPED",
        "anna@nam\u200de.example, , REFUSED",
        "an\u200dna@example.org, , REFUSED",
        "ö\u200d\u200dx@example.org, , REFUSED",
        "anna@[127.0.0.1], , REFUSED",
        "anna@a..b, , REFUSED",
        "'', , REFUSED",
        "anna@example.org, 550 nobody here, REFUSED",
        "a..b@docomo.example, 553 not this way, REFUSED",
        "anna@example.org, 450 come back, LATER",
        "ölga@example.org, 451 come back, LATER"
    })
    void anAddressIsSentToOrRefusedForGoodOrTriedAgain(String typed, String answer, Outcome outcome) {
        server.answer("EHLO", "250-scripted\r\n250 SMTPUTF8");
        if (answer != null) {
            server.answer("RCPT", answer);
        }
        assertThat(outcomeOf(typed, "Anna")).isEqualTo(outcome);
    }

    @Test
    void aServerWithoutOtherScriptsIsNotAskedTwice() {
        assertThat(outcomeOf("ölga@example.org", "Ölga")).isEqualTo(Outcome.REFUSED);
        assertThat(outcomeOf("olga@münchen.example", "Ölga")).isEqualTo(Outcome.SENT);
    }

    @Test
    void whateverIsTypedTheServerHearsOneRecipientAndNoOtherHeaders() {
        server.answer("EHLO", "250-scripted\r\n250 SMTPUTF8");
        Random random = new Random(SEED);
        int sent = 0;
        for (int round = 0; round < Rounds.of(600, 50_000); round++) {
            String typed = drawn(random) + "@" + DOMAINS.get(random.nextInt(DOMAINS.size()));
            int before = server.heard().size();
            Outcome outcome = outcomeOf(typed, drawn(random));
            String as = "seed " + SEED + ", round " + round + ", " + typed;

            assertThat(outcome).as(as).isIn(Outcome.SENT, Outcome.REFUSED);
            List<String> heard = server.heard();
            assertThat(heard.subList(before, heard.size()).stream().filter(line -> line.startsWith("RCPT")))
                    .as(as)
                    .hasSize(outcome == Outcome.SENT ? 1 : 0)
                    .allMatch(line -> line.matches("RCPT TO:<(\"[^\"\\s]+\"|[^\"\\s]+)@[a-z0-9._-]+>"));
            if (outcome == Outcome.SENT) {
                assertHeaders(server.mails().get(sent++), as);
            }
        }
        assertThat(sent).as("seed %d", SEED).isGreaterThan(50);
    }

    private static void assertHeaders(String mail, String as) {
        String headers = mail.substring(0, mail.indexOf("\n\n"));
        assertThat(headers.lines().filter(line -> !line.matches("\\s.*")).map(line -> line.replaceAll(":.*", "")))
                .as(as)
                .doesNotContain("Bcc")
                .hasSize(11)
                .doesNotHaveDuplicates();
        assertThat(headers.lines().filter(line -> line.contains("=?"))).as(as).allMatch(line -> line.length() <= 76);
    }

    private static String drawn(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(random.nextBoolean() ? 30 : PIECES.size())));
        }
        return text.toString();
    }

    private Outcome outcomeOf(String typed, String title) {
        try {
            DeliveryResult result = notifier.notify(Notifications.about("x" + title)
                    .to(Notifications.addressed(typed))
                    .build());
            return result == DeliveryResult.DELIVERED ? Outcome.SENT : Outcome.SKIPPED;
        } catch (DeliveryException e) {
            return e.isRejected() ? Outcome.REFUSED : Outcome.LATER;
        } catch (MailNotSentException e) {
            return Outcome.LATER;
        }
    }
}
