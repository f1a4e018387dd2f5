package dev.ticketkit.mail;

import java.net.IDN;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads exactly one address of the plain form everybody has: letters, digits and the signs of RFC 5322 before the at, a host name behind
 * it. No lists, comments, quotes, blanks or routes: what is legal but never typed is only of use to those who want to be misread.
 */
final class MailAddress {
    private static final String SIGNS = "!#$%&'*+-/=?^_`{|}~";
    private static final int MAX_LOCAL = 64;
    private static final int MAX_DOMAIN = 253;

    private MailAddress() {}

    /** The address with its domain in ASCII, or null when the text is not one address. */
    static @Nullable String parse(@Nullable String text) {
        if (text == null || text.length() > MAX_LOCAL + 1 + MAX_DOMAIN) {
            return null;
        }
        int at = text.indexOf('@');
        if (at < 1 || !isLocalPart(text.substring(0, at))) {
            return null;
        }
        String domain = asciiDomain(text.substring(at + 1));
        return domain == null ? null : text.substring(0, at) + '@' + domain;
    }

    private static boolean isLocalPart(String text) {
        return text.length() <= MAX_LOCAL
                && !text.startsWith(".")
                && !text.endsWith(".")
                && !text.contains("..")
                && text.chars().allMatch(c -> c == '.' || isLetterOrDigit(c) || SIGNS.indexOf(c) >= 0);
    }

    private static @Nullable String asciiDomain(String text) {
        try {
            String domain = IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            return isHostName(domain) ? domain : null;
        } catch (IllegalArgumentException notAHostName) {
            return null;
        }
    }

    private static boolean isHostName(String domain) {
        if (domain.isEmpty() || domain.length() > MAX_DOMAIN) {
            return false;
        }
        for (String label : domain.split("\\.", -1)) {
            if (label.isEmpty() || !label.chars().allMatch(c -> c == '-' || isLetterOrDigit(c))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetterOrDigit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
