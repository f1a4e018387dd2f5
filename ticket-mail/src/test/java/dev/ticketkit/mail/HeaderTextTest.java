package dev.ticketkit.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("F52")
class HeaderTextTest {
    private static final long SEED = 20_260_301L;

    @Test
    void cutsLongTextBetweenCodePoints() {
        assertThat(HeaderText.clean("😀".repeat(10), 10)).isEqualTo("😀".repeat(10));
        assertThat(HeaderText.clean("😀".repeat(11), 10)).isEqualTo("😀".repeat(9) + "…");
    }

    @Test
    void emptyTextStaysEmpty() {
        assertThat(HeaderText.text("Subject", HeaderText.clean("\r\n", 10))).isEmpty();
    }

    @Test
    void anyTextBecomesShortLinesOfAsciiAndReadsBack() throws UnsupportedEncodingException {
        Random random = new Random(SEED);
        for (int round = 0; round < 2_000; round++) {
            String text = anyText(random);
            String clean = HeaderText.clean(text, 600);
            for (String name : List.of("To", "From", "Reply-To", "Subject", "X-Desk-" + "n".repeat(33))) {
                assertFits(name, HeaderText.text(name, clean), clean, "seed " + SEED + ", round " + round);
            }
        }
    }

    @Test
    void anyNameBecomesShortLinesToo() throws AddressException, UnsupportedEncodingException {
        Random random = new Random(SEED);
        for (int round = 0; round < 500; round++) {
            Mailbox mailbox = new Mailbox("olga@example.org", HeaderText.clean("x" + anyText(random), 128));
            for (String name : List.of("To", "Reply-To")) {
                String header = mailbox.header(name);
                assertThat((name + ": " + header).split("\r\n", -1))
                        .as("seed %d, round %d", SEED, round)
                        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(76));
                assertThat(new InternetAddress(MimeUtility.unfold(header)).getPersonal())
                        .as("seed %d, round %d", SEED, round)
                        .isEqualTo(mailbox.name());
            }
        }
    }

    private static void assertFits(String name, String header, String clean, String round)
            throws UnsupportedEncodingException {
        assertThat((name + ": " + header).split("\r\n ", -1)).as(round).allSatisfy(line -> {
            assertThat(line).hasSizeLessThanOrEqualTo(76);
            assertThat(line.chars()).allMatch(c -> c >= ' ' && c <= '~');
        });
        assertThat(MimeUtility.decodeText(MimeUtility.unfold(header))).as(round).isEqualTo(clean);
    }

    private static String anyText(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(80);
        int widest = new int[] {0x7F, 0x2FF, 0x2100, 0xFFFF, 0x10FFFF}[random.nextInt(5)];
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(random.nextInt(widest + 1));
        }
        return text.toString();
    }
}
