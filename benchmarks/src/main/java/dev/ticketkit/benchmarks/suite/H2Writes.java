package dev.ticketkit.benchmarks.suite;

import dev.ticketkit.benchmarks.database.EmbeddedH2;
import dev.ticketkit.benchmarks.desk.SizedChange;
import dev.ticketkit.benchmarks.desk.SizedOpening;
import dev.ticketkit.benchmarks.load.CpuFigures;
import dev.ticketkit.benchmarks.load.CpuTurns;
import dev.ticketkit.benchmarks.load.CpuWork;
import dev.ticketkit.benchmarks.peer.CountedRows;
import dev.ticketkit.benchmarks.peer.HandChange;
import dev.ticketkit.benchmarks.peer.HandOpening;
import dev.ticketkit.benchmarks.report.Result;
import dev.ticketkit.spi.model.Ticket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Openings and changes on H2 beside statements by hand that write the same rows into the same tables. */
record H2Writes(Sized<EmbeddedH2> sized) {
    /** As many as the desk rolls up together, so that every turn has one of these chores. */
    private static final int CALLS = 64;

    /** Few, for openings make a desk larger. */
    private static final int TURNS = 4;

    private static final int HANDED = 100;
    private static final double GOAL = 1 / 1.2;

    /** One side at one desk. */
    private interface Side extends Function<Sized.Place<EmbeddedH2>, CpuWork> {}

    List<Result> changes() throws Exception {
        return compared(
                "change of status and priority",
                place -> new SizedChange(place.desk(), place.desk().hand(HANDED, HANDED)),
                place -> new HandChange(
                        place.store(),
                        place.desk().hand(2 * HANDED, HANDED).stream()
                                .map(Ticket::id)
                                .toList()));
    }

    List<Result> openings() throws Exception {
        return compared(
                "open",
                place -> new SizedOpening(place.desk()),
                place -> new HandOpening(place.store(), place.desk().tickets()));
    }

    private List<Result> compared(String what, Side ours, Side hand) throws Exception {
        try (Pair warm = Pair.of(sized.warm(), ours, hand)) {
            warm.addTo(turns()).warm();
        }
        List<Pair> pairs = new ArrayList<>();
        try {
            CpuTurns turns = turns();
            for (Sized.Place<EmbeddedH2> place : sized.desks()) {
                Pair pair = Pair.of(place, ours, hand);
                pairs.add(pair);
                pair.addTo(turns);
            }
            Map<String, CpuFigures> figures = turns.run();
            pairs.forEach(pair -> pair.ours.requireSame(pair.hand));
            List<Result> results = new ArrayList<>();
            pairs.forEach(pair -> results.addAll(pair.results(sized.name() + ", " + what, figures)));
            return results;
        } finally {
            pairs.forEach(Pair::close);
        }
    }

    private CpuTurns turns() {
        return sized.turns(CALLS, TURNS);
    }

    /** Both sides at one desk. */
    private record Pair(String size, CountedRows ours, CountedRows hand) implements AutoCloseable {
        static Pair of(Sized.Place<EmbeddedH2> place, Side ours, Side hand) {
            return new Pair(
                    place.size(),
                    new CountedRows(place.store(), ours.apply(place)),
                    new CountedRows(place.store(), hand.apply(place)));
        }

        CpuTurns addTo(CpuTurns turns) {
            return turns.side(size, ours).side(size + " by hand", hand);
        }

        List<Result> results(String what, Map<String, CpuFigures> figures) {
            CpuFigures mine = Objects.requireNonNull(figures.get(size));
            double[] theirs =
                    Objects.requireNonNull(figures.get(size + " by hand")).micros();
            return List.of(
                    times(what + ", " + size + " tickets, against the same rows by hand", mine.micros(), theirs),
                    times(
                            what + " with the roll-up after every 128, " + size + " tickets, against by hand without",
                            mine.microsWithChores(),
                            theirs));
        }

        private static Result times(String name, double[] ours, double[] theirs) {
            return Result.ofTimes(name, "µs", ours, theirs, GOAL);
        }

        @Override
        public void close() {
            ours.close();
            hand.close();
        }
    }
}
