package dev.ticketkit.samples.quickstart;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongConsumer;

/**
 * One line that grows. Draws only when a percent is added or many more notices were sent, and nothing at all unless a person is looking.
 * Thread-safe: notices are sent by other threads, and the last of them after the last event.
 */
final class ProgressBar implements LongConsumer {
    private static final int WIDTH = 24;
    private static final int LINE = 80;
    private static final int NOTICES_A_DRAWING = 500;

    private final PrintStream out;
    private final boolean shown;
    private final long total;
    private int percent = -1;
    private long done;
    private long sent;

    ProgressBar(PrintStream out, boolean shown, long total) {
        this.out = out;
        this.shown = shown;
        this.total = total;
    }

    @Override
    public synchronized void accept(long events) {
        done = events;
        int now = (int) (100 * done / total);
        if (now > percent) {
            percent = now;
            draw();
        }
    }

    /** Counts a notice. */
    synchronized void sent() {
        sent++;
        if (sent % NOTICES_A_DRAWING == 0) {
            draw();
        }
    }

    /** Wipes the line. */
    synchronized void finish() {
        if (shown && percent >= 0) {
            out.print("\r" + " ".repeat(LINE) + "\r");
            out.flush();
        }
    }

    private void draw() {
        if (shown) {
            int filled = WIDTH * Math.max(0, percent) / 100;
            out.printf(
                    Locale.ROOT,
                    "\r%s%s %3d%%  %,d of %,d events, %,d notices",
                    "█".repeat(filled),
                    "░".repeat(WIDTH - filled),
                    Math.max(0, percent),
                    done,
                    total,
                    sent);
            out.flush();
        }
    }
}
