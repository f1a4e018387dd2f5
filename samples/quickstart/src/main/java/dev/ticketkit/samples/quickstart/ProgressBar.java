package dev.ticketkit.samples.quickstart;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongConsumer;

/** One line that grows. Draws only when a percent is added, and nothing at all unless a person is looking. */
final class ProgressBar implements LongConsumer {
    private static final int WIDTH = 40;

    private final PrintStream out;
    private final boolean shown;
    private final long total;
    private int percent = -1;

    ProgressBar(PrintStream out, boolean shown, long total) {
        this.out = out;
        this.shown = shown;
        this.total = total;
    }

    @Override
    public void accept(long done) {
        int now = (int) (100 * done / total);
        if (shown && now > percent) {
            percent = now;
            int filled = WIDTH * now / 100;
            out.printf(
                    Locale.ROOT,
                    "\r%s%s %3d%%  %,d of %,d events",
                    "█".repeat(filled),
                    "░".repeat(WIDTH - filled),
                    now,
                    done,
                    total);
            out.flush();
        }
    }

    /** Wipes the line. */
    void finish() {
        if (shown && percent >= 0) {
            out.print("\r" + " ".repeat(2 * WIDTH) + "\r");
            out.flush();
        }
    }
}
