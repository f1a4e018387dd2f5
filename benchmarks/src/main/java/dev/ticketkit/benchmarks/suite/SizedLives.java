package dev.ticketkit.benchmarks.suite;

import dev.ticketkit.benchmarks.desk.SizedLife;
import dev.ticketkit.benchmarks.load.CpuFigures;
import dev.ticketkit.benchmarks.report.Result;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a ticket costs a desk altogether.
 *
 * @param <S> what the desks are filled in
 */
record SizedLives<S>(Sized<S> sized) {
    private static final int TURNS = 4;

    List<Result> results() throws Exception {
        Map<String, CpuFigures> figures = sized.inTurn(1, TURNS, place -> new SizedLife(place.desk()));
        return sized.desks().stream()
                .map(place -> Result.ofLimit(
                        sized.name() + ", opening, one change and all maintenance of a ticket, " + place.size()
                                + " tickets, at most 1 ms",
                        "ms",
                        ofOne(Objects.requireNonNull(figures.get(place.size()))),
                        1))
                .toList();
    }

    private static double[] ofOne(CpuFigures figures) {
        return Arrays.stream(figures.millis())
                .map(millis -> millis / SizedLife.TICKETS)
                .toArray();
    }
}
