package dev.ticketkit.spi.text;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is dialled before an area inside a country alone, and is written in brackets behind the country all the same: {@code (0)},
 * {@code (020)}, {@code (06)}.
 */
final class InlandPrefix {
    /** The country with the bracket right behind it, and all else. */
    private static final Pattern BRACKET = Pattern.compile("(\\(?(?:\\+|00)\\(?([1-9][0-9]{0,2})\\)?\\()([0-9].*)");

    /** Before nothing it is no prefix. */
    private static final Pattern DIGIT = Pattern.compile("[0-9]");

    private static final String NOUGHT_ALONE = "(0)";

    /**
     * Where a nought is a part of the number: Italy, San Marino, Vatican, Congo, Côte d'Ivoire, Benin, Burkina Faso, Niger; and Ukraine,
     * whose code is 380 and is written {@code +38 (044)}.
     */
    private static final Set<String> NOUGHT_STAYS = Set.of("38", "39", "378", "379", "225", "226", "227", "229", "242");

    /** A nought by itself, or with the rest of the area. */
    private static final String NOUGHT = "0(?=[1-9)])";

    /** An eight is the beginning of an area too, but no area by itself. */
    private static final Pattern EIGHT_OR_NOUGHT = Pattern.compile("8(?=\\))|" + NOUGHT);

    private static final Pattern USUAL = Pattern.compile(NOUGHT);

    /** Hungary, Mexico; Russia and Kazakhstan, Lithuania, Belarus, Turkmenistan. */
    private static final Map<String, Pattern> UNUSUAL = Map.of(
            "36", Pattern.compile("06|" + NOUGHT),
            "52", Pattern.compile("0(?:1|44|45)|" + NOUGHT),
            "7", EIGHT_OR_NOUGHT,
            "370", EIGHT_OR_NOUGHT,
            "375", EIGHT_OR_NOUGHT,
            "993", EIGHT_OR_NOUGHT);

    private InlandPrefix() {}

    /**
     * The number without it.
     *
     * @param signs digits, plus and round brackets
     */
    static String removed(String signs) {
        Matcher bracket = BRACKET.matcher(signs);
        if (!bracket.matches() || NOUGHT_STAYS.contains(bracket.group(2))) {
            return signs;
        }
        Pattern prefix = UNUSUAL.getOrDefault(bracket.group(2), USUAL);
        Matcher found = prefix.matcher(bracket.group(3));
        String dialled = found.lookingAt() ? bracket.group(3).substring(found.end()) : "";
        return DIGIT.matcher(dialled).find() ? bracket.group(1) + dialled : signs;
    }

    /** Whether a nought stands in brackets by itself somewhere else than behind the country: nobody knows what it means. */
    static boolean isUnclear(String signs) {
        int nought = signs.lastIndexOf(NOUGHT_ALONE);
        Matcher bracket = BRACKET.matcher(signs);
        return nought >= 0 && !(bracket.matches() && bracket.start(3) == nought + 1);
    }
}
