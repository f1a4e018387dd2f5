package dev.ticketkit.spi.model;

/** Whether a status means work to do or work done. Not to be confused with the status {@link Status#IN_PROGRESS}. */
public enum MacroStatus {
    /** There is still something to do. */
    IN_PROGRESS,
    /** Nothing is left to do. */
    TERMINATED
}
