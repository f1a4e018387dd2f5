package dev.ticketkit.benchmarks.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Measures several sides in turn inside one run, each of them warm: each round begins with another one. */
public final class InTurn {
    private final Pace pace;
    private final Consumer<String> progress;
    private final Map<String, Work> sides = new LinkedHashMap<>();

    /**
     * A comparison.
     *
     * @param progress is told what is measured now
     */
    public InTurn(Pace pace, Consumer<String> progress) {
        this.pace = pace;
        this.progress = progress;
    }

    /** Adds a side, under a name to ask for it. */
    public InTurn side(String name, Work work) {
        sides.put(name, work);
        return this;
    }

    /** Measures with so many callers on each side. */
    public Rounds run(int callers) throws Exception {
        List<String> order = new ArrayList<>(sides.keySet());
        Map<String, List<Measure>> measures = new LinkedHashMap<>();
        for (String name : order) {
            measures.put(name, new ArrayList<>());
            WarmUp.of(callers(callers) + ", " + name, pace, progress, () -> load(name, callers, pace.warmed()));
        }
        for (int round = 1; round <= pace.rounds(); round++) {
            for (String name : order) {
                progress.accept(callers(callers) + ", " + name + ", round " + round + " of " + pace.rounds());
                List<Measure> done = Objects.requireNonNull(measures.get(name));
                done.add(load(name, callers, pace.round()));
            }
            Collections.rotate(order, 1);
        }
        return new Rounds(measures);
    }

    private Measure load(String name, int callers, Duration time) throws Exception {
        return new Load(Objects.requireNonNull(sides.get(name)), callers).run(pace.warmUp(), time);
    }

    private static String callers(int callers) {
        return callers + (callers == 1 ? " caller" : " callers");
    }
}
