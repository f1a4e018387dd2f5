package dev.ticketkit.benchmarks.desk;

import dev.ticketkit.benchmarks.load.CpuWork;

/** Asks a desk of some size; before each question something is written, for H2 would give the last answer again. */
public final class SizedReading implements CpuWork {
    private final Runnable before;
    private final Reading.Question question;

    /** Asks after a change. */
    public SizedReading(SizedDesk desk, Reading.Question question) {
        this(desk::disturb, question);
    }

    /**
     * Asks after something else.
     *
     * @param before has to write something
     */
    public SizedReading(Runnable before, Reading.Question question) {
        this.before = before;
        this.question = question;
    }

    @Override
    public void before() {
        before.run();
    }

    @Override
    public void call() {
        if (question.ask() == 0) {
            throw new IllegalStateException("nothing was found");
        }
    }
}
