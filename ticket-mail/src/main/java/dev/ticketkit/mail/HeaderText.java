package dev.ticketkit.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Text written by people, made fit for one header. Whatever could end a line or turn its order is replaced by a blank, so a notification with
 * an odd title still arrives; what a reader might decode is encoded, so it shows as it was typed (RFC 2047).
 */
final class HeaderText {
    /** Of a line that holds encoded words, its end and the header's name included (RFC 2047). */
    private static final int MAX_LINE = 76;

    /** Of one code point in UTF-8, which is never divided. */
    private static final int MOST_BYTES = 4;

    private static final String BEGINNING = "=?UTF-8?B?";
    private static final String END = "?=";

    private HeaderText() {}

    /** One line without controls, separators, bidirectional overrides and lone surrogates; longer texts end in an ellipsis. */
    static String clean(String text, int maxCodePoints) {
        StringBuilder line = new StringBuilder();
        text.codePoints()
                .limit(maxCodePoints + 1L)
                .map(c -> isHarmful(c) ? ' ' : c)
                .forEach(line::appendCodePoint);
        String stripped = line.toString().strip();
        if (stripped.codePointCount(0, stripped.length()) <= maxCodePoints) {
            return stripped;
        }
        return stripped.substring(0, stripped.offsetByCodePoints(0, maxCodePoints - 1)) + "…";
    }

    /**
     * The value of a header that is text, such as a subject.
     *
     * @param header its name, which stands in the first line too
     */
    static String text(String header, String clean) {
        return isPlain(header, clean) ? clean : encodedWords(header, clean);
    }

    /** A display name in a header of that name. */
    static String phrase(String header, String clean) {
        String quoted = '"' + clean.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        return isPlain(header, quoted) ? quoted : encodedWords(header, clean);
    }

    /** Whether a reader takes it as it is. */
    static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c <= '~') && !text.contains("=?");
    }

    private static boolean isPlain(String header, String text) {
        return named(header) + text.length() <= MAX_LINE && isAscii(text);
    }

    /** How much of the first line is taken by name, colon and blank. */
    private static int named(String header) {
        return header.length() + 2;
    }

    private static boolean isHarmful(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> (codePoint >= 0x202A && codePoint <= 0x202E) || (codePoint >= 0x2066 && codePoint <= 0x2069);
        };
    }

    private static String encodedWords(String header, String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int room = bytesAfter(named(header));
        if (room < MOST_BYTES) {
            // Beside a name so long there is no room for a word: all of them are on the lines below.
            words.add("");
            room = bytesAfter(1);
        }
        int bytes = 0;
        for (int i = 0; i < text.length(); ) {
            String character = Character.toString(text.codePointAt(i));
            int length = character.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + length > room) {
                words.add(encodedWord(word));
                word.setLength(0);
                bytes = 0;
                // Each further line begins with a blank.
                room = bytesAfter(1);
            }
            word.append(character);
            bytes += length;
            i += character.length();
        }
        words.add(encodedWord(word));
        return String.join("\r\n ", words);
    }

    /** Three bytes are four letters of Base64. */
    private static int bytesAfter(int taken) {
        return (MAX_LINE - taken - BEGINNING.length() - END.length()) / 4 * 3;
    }

    private static String encodedWord(CharSequence text) {
        byte[] utf8 = text.toString().getBytes(StandardCharsets.UTF_8);
        return BEGINNING + Base64.getEncoder().encodeToString(utf8) + END;
    }
}
