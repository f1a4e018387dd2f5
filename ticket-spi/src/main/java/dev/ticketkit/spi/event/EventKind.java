package dev.ticketkit.spi.event;

/** What happened to a ticket. More kinds will come: treat an unknown one as "something else". */
public enum EventKind {
    /** It was opened. */
    OPENED,
    /** Fields got other values. */
    CHANGED,
    /** A note was added. */
    NOTED,
    /** It was deleted. */
    DELETED,
    /** A deleted ticket came back. */
    RESTORED,
    /** An automation could not go on; the note, an internal one, says which, where and why. */
    AUTOMATION_STOPPED,
    /** What it said of a person was erased. */
    ERASED,
    /** Something this version of the library does not know, recorded by a newer one. Only read, never recorded. */
    UNKNOWN
}
