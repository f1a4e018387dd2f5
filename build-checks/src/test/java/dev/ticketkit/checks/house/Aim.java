package dev.ticketkit.checks.house;

import org.jspecify.annotations.Nullable;

/**
 * What a figure should be.
 *
 * @param name that of the figure
 * @param before what it was on 2026-11-28, counted by the same rules; null where there was nothing to count
 * @param aim the most it may be; null for what is only printed
 * @param ceiling the most it may be until the aim is met; null where it is met
 */
record Aim(
        String name,
        @Nullable Integer before,
        @Nullable Integer aim,
        @Nullable Integer ceiling) {
    /** What is to be said of a figure. */
    enum Verdict {
        PRINTED(""),
        MET("met"),
        NOT_YET("not yet"),
        LOWER_THE_CEILING("better: lower the ceiling"),
        BROKEN("BROKEN");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    Verdict of(int value) {
        if (aim == null) {
            return Verdict.PRINTED;
        }
        if (value <= aim) {
            return ceiling == null ? Verdict.MET : Verdict.LOWER_THE_CEILING;
        }
        if (ceiling == null || value > ceiling) {
            return Verdict.BROKEN;
        }
        return value < ceiling ? Verdict.LOWER_THE_CEILING : Verdict.NOT_YET;
    }
}
