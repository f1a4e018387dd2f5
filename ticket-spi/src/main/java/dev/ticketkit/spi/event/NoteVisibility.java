package dev.ticketkit.spi.event;

/** Who may read a note. */
public enum NoteVisibility {
    /** Operators and the host only; never the contact. */
    INTERNAL,
    /** The contact too. */
    PUBLIC
}
