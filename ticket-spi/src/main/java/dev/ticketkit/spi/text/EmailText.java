package dev.ticketkit.spi.text;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses as people type and paste them. Whether there is such a mailbox its own server knows. */
final class EmailText {
    private static final String MAILTO = "mailto:";

    /** Its code: the decoder is made for forms, where a plus by itself is a blank. */
    private static final String PLUS = URLEncoder.encode("+", StandardCharsets.UTF_8);

    /** A link without an address that has it behind the question mark. */
    private static final Pattern BEHIND =
            Pattern.compile("\\?(?:[^&]*&)*?to=([^&]*)(?:&.*)?", Pattern.CASE_INSENSITIVE);

    /** What the decoder writes for codes that are not UTF-8. */
    private static final char NO_LETTER = '\uFFFD';

    /** Longer ones are no addresses, and need not be looked into. */
    private static final int LONGEST = 1_000;

    private EmailText() {}

    /**
     * The address, or what was typed when it is none.
     *
     * @param bare what was typed, without blanks around it
     */
    static String address(String bare) {
        String before = bare;
        String after = once(before);
        // Until nothing is left to do: what is kept is read again, and must stay as it is.
        while (!after.equals(before)) {
            before = after;
            after = once(before);
        }
        return after;
    }

    private static String once(String text) {
        if (text.length() > LONGEST) {
            return text;
        }
        String ascii = text.indexOf('@') < 0 && text.indexOf('\uFF20') >= 0 ? narrow(text) : text;
        boolean link = ascii.regionMatches(true, 0, MAILTO, 0, MAILTO.length());
        return link ? PersonText.bare(ofLink(ascii.substring(MAILTO.length()))) : ascii;
    }

    /** A link's address: signs may be written by their codes, and a subject may follow (RFC 6068). */
    private static String ofLink(String link) {
        Matcher behind = BEHIND.matcher(link);
        int query = link.indexOf('?');
        String address = behind.matches() ? behind.group(1) : query < 0 ? link : link.substring(0, query);
        try {
            String decoded = URLDecoder.decode(address.replace("+", PLUS), StandardCharsets.UTF_8);
            return decoded.indexOf(NO_LETTER) < 0 ? decoded : address;
        } catch (IllegalArgumentException notEncoded) {
            return address;
        }
    }

    /** What a keyboard of East Asia writes in its wide letters. */
    private static String narrow(String text) {
        StringBuilder narrow = new StringBuilder(text.length());
        text.chars().forEach(c -> narrow.append((char) (c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c)));
        return narrow.toString();
    }
}
