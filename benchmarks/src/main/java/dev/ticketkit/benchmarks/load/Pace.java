package dev.ticketkit.benchmarks.load;

import java.time.Duration;

/**
 * How long to measure.
 *
 * @param rounds how often each side is measured, in turn
 * @param round how long one round of one side takes
 */
public record Pace(int rounds, Duration round) {
    private static final int WARM_UP_PART = 4;

    /** What each round begins with: it counts for nothing. */
    public Duration warmUp() {
        return round.dividedBy(WARM_UP_PART);
    }

    /** The same number of rounds, each a part as long; for what answers in a millisecond. */
    public Pace shorter(int parts) {
        return new Pace(rounds, round.dividedBy(parts));
    }
}
