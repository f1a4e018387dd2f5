package dev.ticketkit.benchmarks.desk;

import dev.ticketkit.benchmarks.load.Work;

/** Something that is only asked: nothing to prepare, nothing to check but that there is an answer. */
public final class Reading implements Work {
    private final Question question;

    /** Asks a question over and over. */
    public Reading(Question question) {
        this.question = question;
    }

    @Override
    public Call caller(int number) {
        return () -> {
            if (question.ask() == 0) {
                throw new IllegalStateException("nothing was found");
            }
        };
    }

    /** Asks the desk. */
    @FunctionalInterface
    public interface Question {
        /** How many were found. */
        long ask();
    }
}
