package dev.ticketkit.benchmarks.suite;

import dev.ticketkit.benchmarks.desk.SizedDesk;
import dev.ticketkit.benchmarks.load.CpuFigures;
import dev.ticketkit.benchmarks.load.CpuTurns;
import dev.ticketkit.benchmarks.load.CpuWork;
import dev.ticketkit.benchmarks.report.Result;
import dev.ticketkit.spi.storage.TicketStorage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.LongStream;

/**
 * Desks on one kind of store, of one size each, all there at once, so that sizes take turns. One more, as small as the smallest, is only for getting
 * warm.
 *
 * @param <S> what a desk is filled in
 * @param name of the benchmark
 * @param warm the one for getting warm
 * @param desks the others, the smallest first
 */
record Sized<S>(String name, Setting setting, Place<S> warm, List<Place<S>> desks) {
    private static final long SMALLEST = 1_000;
    private static final long MEDIUM = 10_000;
    private static final long LARGEST = 100_000;
    private static final int STEP = 10;
    private static final double GROWTH = 1.5;

    /** A desk and what it was filled in. */
    record Place<S>(S store, SizedDesk desk) {
        String size() {
            return String.format(Locale.ROOT, "%,d", desk.tickets());
        }
    }

    /** All desks are in memory at once. */
    static int megabytes(long tickets) {
        return tickets > MEDIUM ? 4_096 : 1_024;
    }

    /** Fills desks of all sizes up to the one that was asked for. */
    static <S> Sized<S> fill(
            String name, Setting setting, Function<String, S> stores, Function<S, TicketStorage> storage) {
        long most = Math.min(LARGEST, setting.large().tickets());
        List<Place<S>> desks = new ArrayList<>();
        LongStream.iterate(SMALLEST, size -> size <= most, size -> size * STEP)
                .forEach(size -> desks.add(place(setting, stores.apply(name + size), storage, size)));
        return new Sized<>(name, setting, place(setting, stores.apply(name + "warm"), storage, SMALLEST), desks);
    }

    private static <S> Place<S> place(Setting setting, S store, Function<S, TicketStorage> storage, long size) {
        setting.progress().now(String.format(Locale.ROOT, "filling a desk of %,d tickets", size));
        return new Place<>(store, SizedDesk.fill(storage.apply(store), size));
    }

    /** The desks of all sizes in turn; nobody is warmed up for each of them, for they run the same code. */
    Map<String, CpuFigures> inTurn(int calls, int turns, Function<Place<S>, CpuWork> work) throws Exception {
        turns(calls, turns).side(name + " for getting warm", work.apply(warm)).warm();
        CpuTurns all = turns(calls, turns);
        desks.forEach(place -> all.side(place.size(), work.apply(place)));
        return all.run();
    }

    CpuTurns turns(int calls, int turns) {
        return new CpuTurns(setting.pace(), calls, turns, setting.progress()::now);
    }

    /** What the larger desks take compared with the smallest. */
    List<Result> growth(String what, Map<String, CpuFigures> figures) {
        String smallest = desks.get(0).size();
        return desks.stream()
                .skip(1)
                .map(place -> Result.ofTimes(
                        name + ", " + what + ", " + place.size() + " tickets against " + smallest,
                        "µs",
                        Objects.requireNonNull(figures.get(place.size())).micros(),
                        Objects.requireNonNull(figures.get(smallest)).micros(),
                        1 / GROWTH))
                .toList();
    }
}
