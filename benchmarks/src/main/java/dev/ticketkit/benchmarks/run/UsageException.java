package dev.ticketkit.benchmarks.run;

/** An option that must be put right; the message says how. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
