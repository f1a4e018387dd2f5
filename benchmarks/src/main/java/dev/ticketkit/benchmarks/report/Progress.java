package dev.ticketkit.benchmarks.report;

import java.io.PrintStream;

/** What is going on: one line that changes while a person looks, plain lines of what is done otherwise. */
public final class Progress {
    private static final int LINE = 100;
    private static final long NANOS_A_SECOND = 1_000_000_000L;

    private final PrintStream out;
    private final boolean interactive;
    private final long begin = System.nanoTime();
    private String benchmark = "";

    /** Prints to a stream, redrawing when it is a terminal. */
    public Progress(PrintStream out, boolean interactive) {
        this.out = out;
        this.interactive = interactive;
    }

    /** A benchmark begins. */
    public void begin(String name, int number, int of) {
        benchmark = "[" + number + " of " + of + "] " + name;
        if (interactive) {
            draw("");
        } else {
            out.println(benchmark + ", after " + (System.nanoTime() - begin) / NANOS_A_SECOND + " s");
        }
    }

    /** What the benchmark is doing now; seen on a terminal only. */
    public void now(String doing) {
        draw(": " + doing);
    }

    /** A line to keep. */
    public void say(String line) {
        wipe();
        out.println("  " + line);
    }

    /** Takes the changing line away. */
    public void wipe() {
        if (interactive) {
            out.print("\r" + " ".repeat(LINE) + "\r");
            out.flush();
        }
    }

    private void draw(String doing) {
        if (interactive) {
            String line = benchmark + doing;
            String cut = line.length() > LINE ? line.substring(0, LINE) : line;
            out.print("\r" + cut + " ".repeat(LINE - cut.length()));
            out.flush();
        }
    }
}
