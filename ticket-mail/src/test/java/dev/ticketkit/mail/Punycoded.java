package dev.ticketkit.mail;

import java.util.ArrayList;
import java.util.List;

/** Reads what names in ASCII say (RFC 3492), written from the other side's text: it knows nothing of letters and editions. */
final class Punycoded {
    private static final String BEGINNING = "xn--";

    private Punycoded() {}

    /** A whole name, label by label. */
    static String read(String ascii) {
        List<String> labels = new ArrayList<>();
        for (String label : ascii.split("\\.", -1)) {
            labels.add(label.startsWith(BEGINNING) ? label(label.substring(BEGINNING.length())) : label);
        }
        return String.join(".", labels);
    }

    private static String label(String encoded) {
        int basic = Math.max(encoded.lastIndexOf('-'), 0);
        List<Integer> points =
                new ArrayList<>(encoded.substring(0, basic).chars().boxed().toList());
        int at = basic == 0 ? 0 : basic + 1;
        int point = 128;
        int place = 0;
        int bias = 72;
        while (at < encoded.length()) {
            int before = place;
            int weight = 1;
            for (int k = 36; ; k += 36) {
                int digit = digit(encoded.charAt(at++));
                place = Math.addExact(place, Math.multiplyExact(digit, weight));
                int threshold = Math.min(26, Math.max(1, k - bias));
                if (digit < threshold) {
                    break;
                }
                weight = Math.multiplyExact(weight, 36 - threshold);
            }
            int count = points.size() + 1;
            bias = bias(place - before, count, before == 0);
            point += place / count;
            place %= count;
            points.add(place++, point);
        }
        return points.stream().map(Character::toString).reduce("", String::concat);
    }

    private static int digit(char c) {
        return c >= 'a' ? c - 'a' : c - '0' + 26;
    }

    private static int bias(int delta, int count, boolean first) {
        int left = delta / (first ? 700 : 2);
        left += left / count;
        int k = 0;
        for (; left > 455; k += 36) {
            left /= 35;
        }
        return k + 36 * left / (left + 38);
    }
}
