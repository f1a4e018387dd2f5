package dev.ticketkit.spi.storage.automation;

/** What became of an automation that an event could have started. */
public enum ExecutionState {
    /** It was not run: disabled, or its conditions did not hold. */
    SKIPPED,
    /** It was decided to run it, and it is not done yet; also when the last attempt failed and its delivery is parked. */
    RUNNING,
    /** All its steps are done. */
    DONE,
    /** A step could not be done and will not be tried again by itself. */
    FAILED
}
