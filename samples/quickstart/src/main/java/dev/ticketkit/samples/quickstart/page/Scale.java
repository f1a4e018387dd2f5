package dev.ticketkit.samples.quickstart.page;

import java.util.ArrayList;
import java.util.List;

/** An upright axis of whole numbers from zero, with round numbers on its lines. */
final class Scale {
    private static final int MOST_LINES = 5;

    private final long step;
    private final long top;

    Scale(long largest) {
        long fitting = 1;
        int turn = 0;
        while (fitting * MOST_LINES < largest) {
            // 1, 2, 5, 10, 20, 50, …
            fitting = turn % 3 == 1 ? fitting / 2 * 5 : fitting * 2;
            turn++;
        }
        step = fitting;
        top = Math.max(1, (largest + step - 1) / step) * step;
    }

    /** The numbers to draw lines at, zero first. */
    List<Long> lines() {
        List<Long> lines = new ArrayList<>();
        for (long line = 0; line <= top; line += step) {
            lines.add(line);
        }
        return lines;
    }

    /** How far up a value is: 0 to 1. */
    double part(long value) {
        return (double) value / top;
    }
}
