package dev.ticketkit.spi.event;

/** Who may read a note. One that a newer version of the library made for others still is read as internal. */
public enum NoteVisibility {
    /** Operators and the host only; never the contact. */
    INTERNAL,
    /** The contact too. */
    PUBLIC
}
