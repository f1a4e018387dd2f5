package dev.ticketkit.mail;

import java.net.IDN;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The domain of an address, in ASCII. Where the two editions of internationalised names differ, the letter is kept, as the second one
 * (IDNA 2008) has it: {@code straße} and {@code strasse} are two domains, and may be two people's. What cannot be kept is refused, for the
 * mail would go elsewhere. Letters that came after the first edition are encoded as they are.
 */
final class DomainName {
    private static final int MAX_NAME = 253;
    private static final int MAX_LABEL = 63;
    private static final String DOTS = "[.\u3002\uFF0E\uFF61]";
    private static final String ENCODED = "xn--";

    /** What both editions leave out: soft hyphens, marks of where a line may break, variants of one letter's shape. */
    private static final Pattern LEFT_OUT =
            Pattern.compile("[\u00AD\u034F\u180B-\u180D\u200B\u2060\uFE00-\uFE0F\uFEFF\\x{E0100}-\\x{E01EF}]");

    /**
     * The first edition left the joiners out; where they may stand is not for us to say. Of the great sharp s nobody is sure. Then capitals that had
     * no small letter when the first edition was written. At last what is no letter of a name: a full stop within one, and letters
     * without a shape.
     */
    private static final Pattern REFUSED =
            Pattern.compile("[\u200C\u200D\u1E9E\u04C0\u10A0-\u10C5\u2132\u2183\u3002\u115F\u1160]");

    /** The first edition wrote ss and a sigma for them. A dotless i has no capital of its own. */
    private static final String KEPT = "\u00DF\u03C2\u0131";

    /** Signs of mathematics and old print that only look like a final sigma: to both editions they are a sigma. */
    private static final Pattern LIKE_FINAL_SIGMA =
            Pattern.compile("[\u03F2\\x{1D6D3}\\x{1D70D}\\x{1D747}\\x{1D781}\\x{1D7BB}]");

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
        if (isAscii(typed)) {
            return ifLabel(typed.toLowerCase(Locale.ROOT));
        }
        if (typed.length() > MAX_LABEL || REFUSED.matcher(typed).find()) {
            return null;
        }
        String small = folded(typed);
        if (isAscii(small)) {
            return ifLabel(small);
        }
        return isName(small) ? ifLabel(ENCODED + Punycode.encode(small)) : null;
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    /** As both editions compare names, but for the letters that one of them replaced. */
    private static String folded(String typed) {
        String bare =
                LIKE_FINAL_SIGMA.matcher(LEFT_OUT.matcher(typed).replaceAll("")).replaceAll("\u03C3");
        StringBuilder small = new StringBuilder();
        Normalizer.normalize(bare, Normalizer.Form.NFKC).codePoints().forEach(c -> small.append(folded(c)));
        return Normalizer.normalize(small, Normalizer.Form.NFKC);
    }

    /** By way of its capital, for some letters have two small ones. One by one: as a word, a sigma at its end would become another. */
    private static String folded(int c) {
        if (KEPT.indexOf(c) >= 0) {
            return Character.toString(c);
        }
        if (Character.UnicodeScript.of(c) == Character.UnicodeScript.CHEROKEE) {
            // Their small letters came later: in names the capitals stand for both.
            return Character.toString(Character.toUpperCase(c));
        }
        // Simple mappings would make an i of the Turkish capital with its dot.
        String lower = Character.toString(c).toLowerCase(Locale.ROOT);
        StringBuilder small = new StringBuilder();
        lower.toUpperCase(Locale.ROOT).codePoints().map(Character::toLowerCase).forEach(small::appendCodePoint);
        return small.toString();
    }

    /** Whether the other letters may stand in a name is known for the name without the kept ones. */
    private static boolean isName(String small) {
        boolean shown = small.codePoints().allMatch(MailAddress::isVisible);
        if (!shown || small.startsWith(ENCODED) || REFUSED.matcher(small).find()) {
            return false;
        }
        String without = small.replace("\u00DF", "ss").replace('\u03C2', '\u03C3');
        int rules = IDN.USE_STD3_ASCII_RULES | IDN.ALLOW_UNASSIGNED;
        try {
            return IDN.toUnicode(IDN.toASCII(without, rules), rules).equals(without);
        } catch (IllegalArgumentException notAName) {
            return false;
        }
    }

    /** Underscores and hyphens anywhere: no rule has them, some servers do. They know what they are called. */
    private static @Nullable String ifLabel(String ascii) {
        boolean fits = !ascii.isEmpty() && ascii.length() <= MAX_LABEL;
        return fits && ascii.chars().allMatch(DomainName::isInLabel) ? ascii : null;
    }

    private static boolean isInLabel(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }
}
