package dev.ticketkit.mail;

import dev.ticketkit.spi.host.Notification;
import jakarta.mail.internet.MimeUtility;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Headers that the host adds. A name is a plain word and none of those that say where a mail comes from, where it goes and how it is read;
 * a value is one line, whatever it is made of.
 */
final class OwnHeaders {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,63}");
    private static final int MAX_VALUE = 900;

    private static final Set<String> OURS = Set.of(
            "from",
            "sender",
            "to",
            "cc",
            "bcc",
            "apparently-to",
            "reply-to",
            "subject",
            "date",
            "message-id",
            "in-reply-to",
            "references",
            "mime-version",
            "auto-submitted",
            "x-auto-response-suppress",
            "received",
            "return-path",
            "delivered-to");

    private static final Set<String> OUR_BEGINNINGS = Set.of("content-", "resent-");

    private final Map<String, String> always = new LinkedHashMap<>();
    private Function<Notification, Map<String, String>> each = any -> Map.of();

    void add(String name, String value) {
        always.put(name, value(name, value));
    }

    void each(Function<Notification, Map<String, String>> value) {
        each = value;
    }

    /** A copy that later calls of the builder leave alone. */
    OwnHeaders copy() {
        OwnHeaders copy = new OwnHeaders();
        copy.always.putAll(always);
        copy.each = each;
        return copy;
    }

    /**
     * Ready to be set: folded and encoded.
     *
     * @throws IllegalArgumentException for a name or a value that cannot be a header
     */
    Map<String, String> of(Notification notification) {
        Map<String, String> all = new LinkedHashMap<>(always);
        each.apply(notification).forEach((name, value) -> all.put(name, value(name, value)));
        all.values().removeIf(String::isEmpty);
        return all;
    }

    private static String value(String name, String value) {
        requireFree(name);
        if (value.codePointCount(0, value.length()) > MAX_VALUE) {
            throw new IllegalArgumentException(
                    "the value of the header " + name + " has more than " + MAX_VALUE + " characters; make it shorter");
        }
        String clean = HeaderText.clean(value, MAX_VALUE);
        // Lists of addresses and links are not text: they are folded at their blanks, never encoded.
        return HeaderText.isAscii(clean) ? MimeUtility.fold(name.length() + 2, clean) : HeaderText.text(name, clean);
    }

    private static void requireFree(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a header's name has at most 64 letters, digits and hyphens and begins with a letter, such as X-Desk");
        }
        String small = name.toLowerCase(Locale.ROOT);
        if (OURS.contains(small) || OUR_BEGINNINGS.stream().anyMatch(small::startsWith)) {
            throw new IllegalArgumentException("the header " + name + " is written by the mailer itself; leave it out");
        }
    }
}
