package dev.ticketkit.samples.quickstart;

/** An option that whoever started the demo must put right. The message is one line for him. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
