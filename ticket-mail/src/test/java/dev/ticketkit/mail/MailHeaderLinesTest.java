package dev.ticketkit.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.testkit.contract.fixture.Rounds;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever subject, names and headers of the host say, their lines are short, in ASCII, and read back as they were. */
@Tag("F52")
class MailHeaderLinesTest {
    private static final long SEED = 20_261_133L;

    private static final Pattern HARMFUL =
            Pattern.compile("[\\p{Cc}\\x{2028}\\x{2029}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}\\x{D800}-\\x{DFFF}]");

    private static final List<String> NAMES = List.of(
            "From:",
            "To:",
            "Reply-To:",
            "Subject:",
            "Date:",
            "Message-ID:",
            "Auto-Submitted:",
            "X-Auto-Response-Suppress:",
            "In-Reply-To:",
            "References:",
            "MIME-Version:",
            "Content-Type:",
            "Content-Transfer-Encoding:");

    @Test
    void anyTextIsShortLinesThatReadBack() throws Exception {
        Random random = new Random(SEED);
        for (int round = 0; round < Rounds.of(300, 20_000); round++) {
            Texts texts = texts(random);
            String as = "seed " + SEED + ", round " + round;
            String raw = written(texts);
            String headers = raw.substring(0, raw.indexOf("\r\n\r\n"));

            assertThat(headers.split("\r\n")).as(as).allSatisfy(line -> assertIsLine(line, texts.header));
            MimeMessage read = read(raw);
            assertThat(read.getSubject()).as(as).isEqualTo(clean(texts.subject, 600));
            assertThat(((InternetAddress) read.getFrom()[0]).getPersonal())
                    .as(as)
                    .isEqualTo(shown(texts.name));
            assertThat(((InternetAddress) read.getReplyTo()[0]).getPersonal())
                    .as(as)
                    .isEqualTo(shown(texts.name));
            assertThat(own(read, texts.header)).as(as).isEqualTo(clean(texts.value, 900));
        }
    }

    /** What a mail is made of here; the header's name has two to sixty-four letters. */
    private record Texts(String subject, String name, String value, String header) {}

    private static Texts texts(Random random) {
        String value = OddTexts.drawn(random);
        String header = "X" + "-n".repeat(random.nextInt(32)) + "x";
        return new Texts(
                OddTexts.drawn(random),
                OddTexts.drawn(random),
                value.substring(0, Math.min(value.length(), 900)),
                header);
    }

    private static void assertIsLine(String line, String own) {
        assertThat(line.chars()).allMatch(c -> c == '\t' || (c >= ' ' && c <= '~'));
        assertThat(line.isBlank()).isFalse();
        assertThat(line.length()).isLessThanOrEqualTo(line.contains("=?UTF-8?B?") ? 76 : 998);
        assertThat(line).doesNotContain("=?UTF-8?B??=");
        boolean isNamed = NAMES.stream().anyMatch(line::startsWith) || line.startsWith(own + ":");
        assertThat(line.startsWith(" ") || line.startsWith("\t") || isNamed)
                .as(line)
                .isTrue();
    }

    private static String written(Texts texts) throws Exception {
        MailNotifierBuilder builder = MailNotifier.builder("localhost")
                .subject(any -> texts.subject)
                .replyTo("answers@example.org", texts.name)
                .header(texts.header, texts.value);
        Mailbox from = Mailbox.of("desk@example.org", texts.name);
        MimeMessage mail = new NotificationMails(from, builder)
                .write(
                        Session.getInstance(new Properties()),
                        Notifications.about("x").toOlga(),
                        Mailbox.of("olga@example.org", texts.name));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        mail.writeTo(bytes);
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    private static MimeMessage read(String raw) throws Exception {
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(raw.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static String own(MimeMessage mail, String header) throws Exception {
        String value = mail.getHeader(header, null);
        return value == null
                ? ""
                : MimeUtility.decodeText(value.replace("\r\n", "")).strip();
    }

    private static String shown(String name) {
        String clean = clean(name, 128);
        return clean.isEmpty() ? null : clean;
    }

    /** What is left of a text: all of it but what could end a line, turn it round, or is half a character. */
    private static String clean(String text, int max) {
        String left = HARMFUL.matcher(text).replaceAll(" ");
        String stripped = left.substring(
                        0, left.offsetByCodePoints(0, Math.min(left.codePointCount(0, left.length()), max + 1)))
                .strip();
        boolean fits = stripped.codePointCount(0, stripped.length()) <= max;
        return fits ? stripped : stripped.substring(0, stripped.offsetByCodePoints(0, max - 1)) + "…";
    }
}
