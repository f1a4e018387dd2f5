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
    /** 45 bytes are 60 letters of Base64, and the word 72 of the 75 allowed. */
    private static final int WORD_BYTES = 45;

    /** Shorter than a line even after the header's name. */
    private static final int PLAIN_CHARS = 60;

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

    /** The value of a subject. */
    static String subject(String clean) {
        return isPlain(clean) ? clean : encodedWords(clean);
    }

    /** A display name. */
    static String phrase(String clean) {
        return isPlain(clean) ? '"' + clean.replace("\\", "\\\\").replace("\"", "\\\"") + '"' : encodedWords(clean);
    }

    private static boolean isPlain(String text) {
        return text.length() <= PLAIN_CHARS && text.chars().allMatch(c -> c >= ' ' && c <= '~') && !text.contains("=?");
    }

    private static boolean isHarmful(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> (codePoint >= 0x202A && codePoint <= 0x202E) || (codePoint >= 0x2066 && codePoint <= 0x2069);
        };
    }

    private static String encodedWords(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int bytes = 0;
        for (int i = 0; i < text.length(); ) {
            String character = Character.toString(text.codePointAt(i));
            int length = character.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + length > WORD_BYTES) {
                words.add(encodedWord(word));
                word.setLength(0);
                bytes = 0;
            }
            word.append(character);
            bytes += length;
            i += character.length();
        }
        words.add(encodedWord(word));
        return String.join("\r\n ", words);
    }

    private static String encodedWord(CharSequence text) {
        byte[] utf8 = text.toString().getBytes(StandardCharsets.UTF_8);
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(utf8) + "?=";
    }
}
