package dev.ticketkit.core.query;

import dev.ticketkit.spi.text.Words;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Names as they are compared here: words without case, accents and what stands between them. */
final class Spelling {
    private static final int LONGEST = 40;

    private Spelling() {}

    static String of(String name) {
        return String.join(" ", Words.inOrder(name));
    }

    /** The name that was probably meant: few of its letters are wrong. */
    static Optional<String> nearest(String wrong, Collection<String> names) {
        String given = of(wrong);
        return given.isEmpty() || given.length() > LONGEST
                ? Optional.empty()
                : names.stream()
                        .filter(name -> distance(given, of(name)) <= allowed(name.length()))
                        .min(Comparator.<String>comparingInt(name -> distance(given, of(name)))
                                .thenComparing(Comparator.naturalOrder()));
    }

    /** Two exchanged letters are two. */
    private static int allowed(int length) {
        return length < 4 ? 1 : Math.max(2, length / 3);
    }

    /** How many letters must be put in, taken away or replaced. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
