package dev.ticketkit.benchmarks.load;

import java.util.Arrays;
import java.util.List;

/** What one side took of the CPU, round by round. */
public final class CpuFigures {
    private static final double MICROS_A_MILLI = 1000;

    private final List<CpuTally> rounds;

    CpuFigures(List<CpuTally> rounds) {
        this.rounds = List.copyOf(rounds);
    }

    /** Microseconds of a call that did nothing but its own work. */
    public double[] micros() {
        return rounds.stream().mapToDouble(CpuTally::microsOfCall).toArray();
    }

    /** Microseconds of a call with its share of the chores that some calls did besides. */
    public double[] microsWithChores() {
        return rounds.stream().mapToDouble(CpuTally::microsOfAll).toArray();
    }

    /** {@link #micros} in milliseconds. */
    public double[] millis() {
        return Arrays.stream(micros()).map(each -> each / MICROS_A_MILLI).toArray();
    }
}
