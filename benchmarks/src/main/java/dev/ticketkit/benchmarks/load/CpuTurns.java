package dev.ticketkit.benchmarks.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Measures several sides by the CPU of the calling thread, which others on the same machine disturb less than the clock on the wall. In
 * each round the sides take turns of a few calls, again and again, and each time another one begins.
 */
public final class CpuTurns {
    private final Pace pace;
    private final int calls;
    private final int mostTurns;
    private final Consumer<String> progress;
    private final Map<String, CpuWork> sides = new LinkedHashMap<>();

    /**
     * A comparison.
     *
     * @param calls in a turn
     * @param mostTurns of each side in a round, however short they are
     * @param progress is told what is measured now
     */
    public CpuTurns(Pace pace, int calls, int mostTurns, Consumer<String> progress) {
        this.pace = pace;
        this.calls = calls;
        this.mostTurns = mostTurns;
        this.progress = progress;
    }

    /** Adds a side, under a name to ask for it. */
    public CpuTurns side(String name, CpuWork work) {
        sides.put(name, work);
        return this;
    }

    /**
     * Runs all sides until Java has compiled them, and measures nothing. Takes as many turns as a round has time for: a few hundred calls would
     * be over before the compiler has begun, and seem warm.
     */
    public void warm() throws Exception {
        WarmUp.of(String.join(" and ", sides.keySet()), pace, progress, () -> round(order(), Integer.MAX_VALUE));
    }

    /** Measures all sides. */
    public Map<String, CpuFigures> run() throws Exception {
        List<String> order = order();
        List<Map<String, CpuTally>> rounds = new ArrayList<>();
        for (int i = 1; i <= pace.rounds(); i++) {
            progress.accept(String.join(" and ", order) + ", round " + i + " of " + pace.rounds());
            System.gc();
            rounds.add(round(order, mostTurns));
        }
        Map<String, CpuFigures> figures = new LinkedHashMap<>();
        sides.keySet().forEach(name -> figures.put(name, figures(rounds, name)));
        return figures;
    }

    private List<String> order() {
        return new ArrayList<>(sides.keySet());
    }

    private Map<String, CpuTally> round(List<String> order, int most) throws Exception {
        Map<String, CpuTally> tallies = new LinkedHashMap<>();
        order.forEach(name -> tallies.put(name, new CpuTally()));
        long begin = System.nanoTime();
        long time = pace.round().toNanos() * order.size();
        for (int turn = 0; turn == 0 || (turn < most && System.nanoTime() - begin < time); turn++) {
            for (String name : order) {
                Objects.requireNonNull(tallies.get(name)).turn(Objects.requireNonNull(sides.get(name)), calls);
            }
            Collections.rotate(order, 1);
        }
        return tallies;
    }

    private static CpuFigures figures(List<Map<String, CpuTally>> rounds, String name) {
        return new CpuFigures(rounds.stream()
                .map(round -> Objects.requireNonNull(round.get(name)))
                .toList());
    }
}
