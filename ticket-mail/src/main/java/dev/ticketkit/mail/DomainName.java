package dev.ticketkit.mail;

import java.net.IDN;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The domain of an address, in ASCII. Where the two editions of internationalised names differ, the letter is kept, as the second one
 * (IDNA 2008) has it: {@code straße} and {@code strasse} are two domains, and may be two people's. What cannot be kept is refused, for the
 * mail would go elsewhere.
 */
final class DomainName {
    private static final int MAX_NAME = 253;
    private static final int MAX_LABEL = 63;
    private static final String DOTS = "[.\u3002\uFF0E\uFF61]";

    /** The first edition wrote ss and a sigma for them. */
    private static final String KEPT = "\u00DF\u03C2";

    /** The first edition left the joiners out; where they may stand is not for us to say. Of the great sharp s nobody is sure. */
    private static final String REFUSED = "\u200C\u200D\u1E9E";

    private DomainName() {}

    /** The name without a final dot, or null when it is none. */
    static @Nullable String ascii(String typed) {
        String[] typedLabels = typed.split(DOTS, -1);
        boolean rooted = typedLabels.length > 1 && typedLabels[typedLabels.length - 1].isEmpty();
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < typedLabels.length - (rooted ? 1 : 0); i++) {
            String label = label(typedLabels[i]);
            if (label == null) {
                return null;
            }
            labels.add(label);
        }
        String name = String.join(".", labels);
        return name.length() > MAX_NAME ? null : name;
    }

    private static @Nullable String label(String typed) {
        if (typed.chars().allMatch(c -> c < 0x80)) {
            return ifLabel(typed.toLowerCase(Locale.ROOT));
        }
        if (typed.length() > MAX_LABEL || holdsAny(typed, REFUSED)) {
            return null;
        }
        return holdsAny(typed, KEPT) ? keeping(typed) : mapped(typed);
    }

    private static @Nullable String mapped(String typed) {
        try {
            String ascii = IDN.toASCII(typed, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            // Letters that had no small form when the first edition was written: the second one makes them small.
            return lowered(IDN.toUnicode(ascii)).equals(IDN.toUnicode(ascii)) ? ifLabel(ascii) : null;
        } catch (IllegalArgumentException notAName) {
            return null;
        }
    }

    private static @Nullable String keeping(String typed) {
        String small =
                Normalizer.normalize(lowered(Normalizer.normalize(typed, Normalizer.Form.NFKC)), Normalizer.Form.NFC);
        // Whether the other letters may stand in a name is known for the name without the kept ones.
        String without = small.replace("\u00DF", "ss").replace('\u03C2', '\u03C3');
        try {
            String ascii = IDN.toASCII(without, IDN.USE_STD3_ASCII_RULES);
            return IDN.toUnicode(ascii).equals(without) ? ifLabel("xn--" + Punycode.encode(small)) : null;
        } catch (IllegalArgumentException notAName) {
            return null;
        }
    }

    /** One by one: as a word, a sigma at its end would become another letter. */
    private static String lowered(String text) {
        StringBuilder small = new StringBuilder();
        text.codePoints().map(Character::toLowerCase).forEach(small::appendCodePoint);
        return small.toString();
    }

    /** Underscores and hyphens anywhere: no rule has them, some servers do. They know what they are called. */
    private static @Nullable String ifLabel(String ascii) {
        boolean fits = !ascii.isEmpty() && ascii.length() <= MAX_LABEL;
        return fits && ascii.chars().allMatch(DomainName::isInLabel) ? ascii : null;
    }

    private static boolean isInLabel(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }

    private static boolean holdsAny(String text, String signs) {
        return text.chars().anyMatch(c -> signs.indexOf(c) >= 0);
    }
}
