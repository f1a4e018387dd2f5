package dev.ticketkit.spi.text;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Letters and marks as search compares them, beyond what Unicode decomposes. The letters are written as people write them where the keyboard
 * has none; the marks are those that readers of a script leave out.
 */
final class PlainLetters {
    /** What is written, and the case folded letters without a decomposition that are written so. */
    private static final Map<Integer, String> LETTERS = table(
            "ae", "æ",
            "oe", "œ",
            "o", "øɵɔ",
            "l", "łƚɫ",
            "d", "đðɖɗ",
            "th", "þ",
            "h", "ħɦⱨ",
            "t", "ŧƭʈⱦ",
            "n", "ŋɲƞ",
            "i", "ıɨ",
            "k", "ĸƙⱪ",
            "f", "ƒ",
            "b", "ɓƀƃ",
            "c", "ƈȼ",
            "e", "ǝəɇɛ",
            "g", "ǥɠɣ",
            "j", "ɉ",
            "m", "ɱ",
            "p", "ƥᵽ",
            "q", "ɋ",
            "r", "ɍɽ",
            "s", "ȿ",
            "u", "ʉ",
            "v", "ʋ",
            "w", "ⱳ",
            "y", "ƴɏ",
            "z", "ƶȥⱬ",
            "a", "ⱥ",
            "г", "ґғ",
            "к", "қҝҟ",
            "н", "ңҥ",
            "х", "ҳ",
            "у", "ұ",
            "ч", "ҷҹ",
            "о", "ө",
            "ا", "ٱ",
            "ي", "یى",
            "ك", "ک");

    private PlainLetters() {}

    private static Map<Integer, String> table(String... plainAndLetters) {
        Map<Integer, String> table = new HashMap<>();
        for (int i = 0; i < plainAndLetters.length; i += 2) {
            String plain = plainAndLetters[i];
            plainAndLetters[i + 1].codePoints().forEach(letter -> table.put(letter, plain));
        }
        return Map.copyOf(table);
    }

    /** What stands for a letter; null for itself. */
    static @Nullable String of(int letter) {
        return letter < 0x80 ? null : LETTERS.get(letter);
    }

    /** Whether a mark is an accent, which makes no other word but may make another stem. */
    static boolean isAccent(int codePoint) {
        return isBetween(codePoint, 0x300, 0x36F);
    }

    /** Whether a mark makes no other word: accents, Hebrew points, Arabic vowel signs and the stroke that lengthens a word. */
    static boolean isLeftOut(int codePoint) {
        return isAccent(codePoint)
                || isBetween(codePoint, 0x591, 0x5BD)
                || codePoint == 0x5BF
                || isBetween(codePoint, 0x5C1, 0x5C2)
                || isBetween(codePoint, 0x5C4, 0x5C5)
                || codePoint == 0x5C7
                || isBetween(codePoint, 0x610, 0x61A)
                || codePoint == 0x640
                || isBetween(codePoint, 0x64B, 0x65F)
                || codePoint == 0x670
                || isBetween(codePoint, 0x6D6, 0x6DC)
                || isBetween(codePoint, 0x6DF, 0x6E8)
                || isBetween(codePoint, 0x6EA, 0x6ED)
                || (isBetween(codePoint, 0x8D3, 0x8FF) && codePoint != 0x8E2);
    }

    /**
     * Whether a sign parts words, though Unicode writes it out in letters or digits: the ordinals of {@code nº4711} and what stands behind
     * {@code Acme™}.
     */
    static boolean isSign(int codePoint) {
        return codePoint == 0xAA
                || codePoint == 0xBA
                || (codePoint >= 0x80 && Character.getType(codePoint) == Character.OTHER_SYMBOL);
    }

    private static boolean isBetween(int codePoint, int first, int last) {
        return codePoint >= first && codePoint <= last;
    }
}
