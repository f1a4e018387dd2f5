package dev.ticketkit.core.internal.query;

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

    private static int allowed(int length) {
        return length < 4 ? 1 : Math.max(2, length / 3);
    }

    /** How many letters must be put in, taken away, replaced or exchanged with their neighbour. */
    private static int distance(String from, String to) {
        int[][] steps = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                steps[i][j] = i == 0 || j == 0 ? i + j : distance(steps, from, i, to, j);
            }
        }
        return steps[from.length()][to.length()];
    }

    private static int distance(int[][] steps, String from, int i, String to, int j) {
        char one = from.charAt(i - 1);
        char other = to.charAt(j - 1);
        int replaced = steps[i - 1][j - 1] + (one == other ? 0 : 1);
        int least = Math.min(replaced, Math.min(steps[i - 1][j], steps[i][j - 1]) + 1);
        boolean exchanged = i > 1 && j > 1 && one == to.charAt(j - 2) && other == from.charAt(i - 2);
        return exchanged ? Math.min(least, steps[i - 2][j - 2] + 1) : least;
    }
}
