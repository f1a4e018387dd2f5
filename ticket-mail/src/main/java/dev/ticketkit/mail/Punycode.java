package dev.ticketkit.mail;

/**
 * A label of a domain in ASCII (RFC 3492). Needed beside {@link java.net.IDN}, which knows the first edition of internationalised names
 * alone and replaces letters that the second one keeps.
 */
final class Punycode {
    private static final int BASE = 36;
    private static final int T_MIN = 1;
    private static final int T_MAX = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;
    private static final int FIRST_BIAS = 72;
    private static final int FIRST_BEYOND_ASCII = 0x80;

    private final StringBuilder out = new StringBuilder();
    private final int[] label;
    private int bias = FIRST_BIAS;

    private Punycode(String text) {
        label = text.codePoints().toArray();
    }

    /**
     * What follows {@code xn--}.
     *
     * @param text a short label, mapped and normalised
     */
    static String encode(String text) {
        return new Punycode(text).encoded();
    }

    private String encoded() {
        for (int codePoint : label) {
            if (codePoint < FIRST_BEYOND_ASCII) {
                out.append((char) codePoint);
            }
        }
        int basic = out.length();
        if (basic > 0) {
            out.append('-');
        }
        int handled = basic;
        int reached = FIRST_BEYOND_ASCII;
        int delta = 0;
        while (handled < label.length) {
            int next = smallestFrom(reached);
            delta += (next - reached) * (handled + 1);
            reached = next;
            for (int codePoint : label) {
                if (codePoint < reached) {
                    delta++;
                } else if (codePoint == reached) {
                    number(delta);
                    bias = adapted(delta, handled + 1, handled == basic);
                    delta = 0;
                    handled++;
                }
            }
            delta++;
            reached++;
        }
        return out.toString();
    }

    private int smallestFrom(int reached) {
        int smallest = Integer.MAX_VALUE;
        for (int codePoint : label) {
            if (codePoint >= reached && codePoint < smallest) {
                smallest = codePoint;
            }
        }
        return smallest;
    }

    private void number(int delta) {
        int left = delta;
        for (int k = BASE; ; k += BASE) {
            int threshold = Math.max(T_MIN, Math.min(T_MAX, k - bias));
            if (left < threshold) {
                out.append(digit(left));
                return;
            }
            out.append(digit(threshold + (left - threshold) % (BASE - threshold)));
            left = (left - threshold) / (BASE - threshold);
        }
    }

    private static int adapted(int delta, int points, boolean first) {
        int left = first ? delta / DAMP : delta / 2;
        left += left / points;
        int k = 0;
        while (left > (BASE - T_MIN) * T_MAX / 2) {
            left /= BASE - T_MIN;
            k += BASE;
        }
        return k + (BASE - T_MIN + 1) * left / (left + SKEW);
    }

    private static char digit(int value) {
        return (char) (value < 26 ? 'a' + value : '0' + value - 26);
    }
}
