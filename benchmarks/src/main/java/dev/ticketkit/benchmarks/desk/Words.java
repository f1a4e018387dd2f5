package dev.ticketkit.benchmarks.desk;

/** A vocabulary of words that can be said, the same in every run. */
final class Words {
    /** How many there are. */
    static final int COUNT = 6_000;

    private static final String[] BEGINNINGS = {
        "ba", "ca", "de", "fi", "go", "la", "ma", "ne", "pi", "ro", "sa", "te", "vi", "zo", "bru", "cri", "dra", "fle",
        "gri", "pla"
    };
    private static final String[] MIDDLES = {
        "ba", "ce", "di", "fo", "ga", "li", "mo", "na", "po", "re", "si", "ta", "vo", "zi", "lle", "sta", "nde", "rri",
        "tto", "sci"
    };
    private static final String[] ENDS = {
        "no", "ra", "to", "le", "mi", "sa", "re", "vo", "di", "ca", "lo", "ne", "ti", "go", "ma"
    };

    private Words() {}

    static String of(int number) {
        int rest = number / BEGINNINGS.length;
        return BEGINNINGS[number % BEGINNINGS.length]
                + MIDDLES[rest % MIDDLES.length]
                + ENDS[rest / MIDDLES.length % ENDS.length];
    }
}
