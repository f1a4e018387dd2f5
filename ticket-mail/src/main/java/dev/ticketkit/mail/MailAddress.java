package dev.ticketkit.mail;

import dev.ticketkit.spi.text.PersonText;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads exactly one address: letters, digits, dots and the signs of RFC 5322 before the at, letters of other scripts too, and a host name
 * behind it. No lists, comments, quotes or routes: what is legal but never typed is only of use to those who want to be misread. What is
 * not legal but lives, such as dots that follow each other, is put in quotes, as mail servers do: whether there is such a mailbox its own
 * server knows.
 */
final class MailAddress {
    private static final String SIGNS = "!#$%&'*+-/=?^_`{|}~";
    private static final int MAX_TYPED = 1_000;
    private static final int MAX_ADDRESS = 254;

    /** In words of Persian and of India, and between the persons of one emoji, they are spelling. */
    private static final Pattern JOINER_IN_WORD = Pattern.compile("(?<=[^\\x00-\\x7F\u200C\u200D])[\u200C\u200D]");

    private MailAddress() {}

    /** The address with its domain in ASCII, or null when the text is not one address. */
    static @Nullable String parse(@Nullable String typed) {
        String text = typed == null || typed.length() > MAX_TYPED ? null : PersonText.email(typed);
        if (text == null || text.length() > MAX_ADDRESS) {
            return null;
        }
        int at = text.indexOf('@');
        String local = at < 1 ? null : localPart(text.substring(0, at));
        String domain = local == null ? null : DomainName.ascii(text.substring(at + 1));
        return domain == null ? null : local + '@' + domain;
    }

    private static @Nullable String localPart(String text) {
        String signs = JOINER_IN_WORD.matcher(text).replaceAll("");
        if (!signs.codePoints().allMatch(MailAddress::isInLocalPart)) {
            return null;
        }
        boolean oddDots = text.startsWith(".") || text.endsWith(".") || text.contains("..");
        return oddDots ? '"' + text + '"' : text;
    }

    private static boolean isInLocalPart(int c) {
        return c < 0x80 ? c == '.' || isLetterOrDigit(c) || SIGNS.indexOf(c) >= 0 : isVisible(c);
    }

    /** Letters, marks, digits and signs: no blanks, nothing invisible, nothing that is no character at all. */
    static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.UNASSIGNED,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static boolean isLetterOrDigit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
