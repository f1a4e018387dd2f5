package dev.ticketkit.spi.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers as people write them for callers from abroad. Which numbers exist in a country is not known here: that changes every month, and
 * a number that was taken must stay taken.
 */
final class PhoneText {
    private static final Pattern INTERNATIONAL = Pattern.compile("(?:\\+|00)([1-9][0-9]{1,14})");
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{1,14}");

    /** What links and gateways of messages write before a number. */
    private static final Pattern SCHEME = Pattern.compile("(?:tel|sms|callto|whatsapp):", Pattern.CASE_INSENSITIVE);

    /** Longer ones are no numbers, whatever separates their digits. */
    private static final int LONGEST = 100;

    /** After a slash there may be another end of the number: the house's switchboard is 12345/0, a desk 12345/67. */
    private static final int FEWEST_AFTER_SLASH = 5;

    private PhoneText() {}

    /** The number, or the text itself when it is none. */
    static String e164(String typed) {
        if (typed.length() > LONGEST || E164.matcher(typed).matches()) {
            return typed;
        }
        StringBuilder signs = new StringBuilder();
        for (int codePoint : withoutScheme(typed).codePoints().toArray()) {
            if (!append(codePoint, signs)) {
                return typed;
            }
        }
        String number = joined(signs.toString());
        Matcher international = INTERNATIONAL.matcher(number);
        return international.matches() ? "+" + international.group(1) : typed;
    }

    private static String withoutScheme(String typed) {
        String text = PersonText.bare(typed);
        Matcher scheme = SCHEME.matcher(text);
        return scheme.lookingAt() ? text.substring(scheme.end()) : text;
    }

    /** Keeps digits, plus, brackets and slash, in ASCII; false for what belongs to no number. */
    private static boolean append(int codePoint, StringBuilder signs) {
        int digit = Character.digit(codePoint, 10);
        if (digit >= 0) {
            signs.append(digit);
            return true;
        }
        switch (codePoint) {
            case '+', '\uFF0B', '\uFE62' -> signs.append('+');
            case '(', '[', '\uFF08', '\uFF3B' -> signs.append('(');
            case ')', ']', '\uFF09', '\uFF3D' -> signs.append(')');
            case '/', '\uFF0F' -> signs.append('/');
            default -> {
                return isSeparator(codePoint);
            }
        }
        return true;
    }

    /**
     * Blanks, dashes, dots, and the invisible marks that come with a number when it is copied. The sign that makes a vowel long is the dash
     * of a Japanese keyboard.
     */
    private static boolean isSeparator(int codePoint) {
        return switch (codePoint) {
            case '.', '\u00B7', '\u2022', '\u2212', '\u30FB', '\u30FC', '\uFF0E', '\uFF65', '\uFF70' -> true;
            default ->
                Character.getType(codePoint) == Character.DASH_PUNCTUATION
                        || TextRule.isBlank(Character.toString(codePoint));
        };
    }

    private static String joined(String signs) {
        int slash = signs.indexOf('/');
        if (slash >= 0 && (slash != signs.lastIndexOf('/') || digits(signs.substring(slash)) < FEWEST_AFTER_SLASH)) {
            return signs;
        }
        String one = signs.replace("/", "");
        return InlandPrefix.isUnclear(one) ? one : bare(InlandPrefix.removed(one));
    }

    private static String bare(String number) {
        return number.replace("(", "").replace(")", "");
    }

    private static long digits(String text) {
        return text.chars().filter(Character::isDigit).count();
    }
}
