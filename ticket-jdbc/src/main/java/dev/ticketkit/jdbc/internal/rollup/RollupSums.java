package dev.ticketkit.jdbc.internal.rollup;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** Deltas summed by the rollups they belong to. */
final class RollupSums {
    private static final Rollup[] SETS = Rollup.values();

    private final Map<RollupKey, Sums> sums = new LinkedHashMap<>();

    /** What is added to one rollup. A thousand closing times of thousands of years are more than a long holds. */
    record Sums(long tickets, BigInteger closedMicros, long reopenings) {
        static final Sums NONE = new Sums(0, BigInteger.ZERO, 0);

        Sums plus(Sums other) {
            return new Sums(
                    tickets + other.tickets,
                    other.closedMicros.signum() == 0 ? closedMicros : closedMicros.add(other.closedMicros),
                    reopenings + other.reopenings);
        }
    }

    void add(DeltaRow delta) {
        Sums counted = new Sums(delta.weight(), BigInteger.ZERO, 0);
        Sums all = new Sums(
                delta.weight(),
                BigInteger.valueOf(delta.weight() * delta.closingMicros()),
                delta.weight() * delta.reopenings());
        for (Rollup set : SETS) {
            RollupKey key = set.keyOf(delta);
            if (key != null) {
                sums.merge(key, set.hasSums() ? all : counted, Sums::plus);
            }
        }
    }

    /** Every rollup that changes. */
    void forEach(BiConsumer<RollupKey, Sums> action) {
        sums.forEach((key, sum) -> {
            if (!sum.equals(Sums.NONE)) {
                action.accept(key, sum);
            }
        });
    }
}
