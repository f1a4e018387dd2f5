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
    private static final Duration GLANCE = Duration.ofMillis(200);

    /** What each round begins with: it counts for nothing. */
    public Duration warmUp() {
        return round.dividedBy(WARM_UP_PART);
    }

    /** A round without that. */
    Duration warmed() {
        return round.minus(warmUp());
    }

    /** Whether this is only for looking whether everything works, so that nothing has to be warm. */
    public boolean isGlance() {
        return round.compareTo(GLANCE) < 0;
    }

    /** The same number of rounds, each a part as long; for what answers in a millisecond. */
    public Pace shorter(int parts) {
        return new Pace(rounds, round.dividedBy(parts));
    }
}
