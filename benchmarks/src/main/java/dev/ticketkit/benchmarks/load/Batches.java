package dev.ticketkit.benchmarks.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Measures several sides in turn, each writing many rows in one go: how many a second. */
public final class Batches {
    private static final double NANOS_A_SECOND = 1e9;

    private final Pace pace;
    private final Prepared prepared;
    private final Consumer<String> progress;
    private final Map<String, Side> sides = new LinkedHashMap<>();

    private record Side(long rows, Batch batch) {}

    /**
     * A comparison.
     *
     * @param pace how often each side is measured, once it is warm
     * @param prepared empties the tables and checks them
     * @param progress is told what is measured now
     */
    public Batches(Pace pace, Prepared prepared, Consumer<String> progress) {
        this.pace = pace;
        this.prepared = prepared;
        this.progress = progress;
    }

    /** Adds a side that writes so many rows. */
    public Batches side(String name, long rows, Batch batch) {
        sides.put(name, new Side(rows, batch));
        return this;
    }

    /** Rows in a second of each side, round by round. */
    public Map<String, double[]> run() throws Exception {
        int rounds = pace.rounds();
        List<String> order = new ArrayList<>(sides.keySet());
        Map<String, double[]> rates = new LinkedHashMap<>();
        for (String name : order) {
            rates.put(name, new double[rounds]);
            WarmUp.of(name, pace, progress, () -> rate(name));
        }
        for (int round = 0; round < rounds; round++) {
            for (String name : order) {
                progress.accept(name + ", round " + (round + 1) + " of " + rounds);
                Objects.requireNonNull(rates.get(name))[round] = rate(name);
            }
            Collections.rotate(order, 1);
        }
        return rates;
    }

    private double rate(String name) throws Exception {
        Side side = Objects.requireNonNull(sides.get(name));
        prepared.before();
        System.gc();
        long begin = System.nanoTime();
        side.batch.write(side.rows);
        double seconds = (System.nanoTime() - begin) / NANOS_A_SECOND;
        prepared.after(side.rows);
        return side.rows / seconds;
    }

    /** What is done around each batch, not timed. */
    public interface Prepared {
        /** Puts everything back to how it was. */
        void before() throws Exception;

        /** Throws unless so many rows were written. */
        void after(long rows) throws Exception;
    }

    /** Writes so many rows; it returns when they are durable. */
    @FunctionalInterface
    public interface Batch {
        /** Writes them. */
        void write(long rows) throws Exception;
    }
}
