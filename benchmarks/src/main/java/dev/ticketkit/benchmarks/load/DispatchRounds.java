package dev.ticketkit.benchmarks.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

/** Measures several dispatchers in turn, each of them warm; each is started for its round and stopped after it, so that none disturbs another. */
public final class DispatchRounds {
    private final Pace pace;
    private final Runnable empty;
    private final Consumer<String> progress;
    private final Map<String, Function<Dispatched, Dispatcher>> sides = new LinkedHashMap<>();

    /**
     * A comparison.
     *
     * @param empty empties all tables, before each round
     * @param progress is told what is measured now
     */
    public DispatchRounds(Pace pace, Runnable empty, Consumer<String> progress) {
        this.pace = pace;
        this.empty = empty;
        this.progress = progress;
    }

    /** Adds a side, under a name to ask for it. */
    public DispatchRounds side(String name, Function<Dispatched, Dispatcher> start) {
        sides.put(name, start);
        return this;
    }

    /** Measures a dispatcher for one round. */
    @FunctionalInterface
    public interface Round {
        /** One round. */
        Measure of(Dispatcher dispatcher, Dispatched dispatched) throws Exception;
    }

    /** Measures all sides. */
    public Rounds run(Round round) throws Exception {
        List<String> order = new ArrayList<>(sides.keySet());
        Map<String, List<Measure>> measures = new LinkedHashMap<>();
        for (String name : order) {
            measures.put(name, new ArrayList<>());
            WarmUp.of(name, pace, progress, () -> measure(name, round));
        }
        for (int number = 1; number <= pace.rounds(); number++) {
            for (String name : order) {
                progress.accept(name + ", round " + number + " of " + pace.rounds());
                List<Measure> done = Objects.requireNonNull(measures.get(name));
                done.add(measure(name, round));
            }
            Collections.rotate(order, 1);
        }
        return new Rounds(measures);
    }

    private Measure measure(String name, Round round) throws Exception {
        empty.run();
        Dispatched dispatched = new Dispatched();
        try (Dispatcher dispatcher = Objects.requireNonNull(sides.get(name)).apply(dispatched)) {
            return round.of(dispatcher, dispatched);
        }
    }
}
