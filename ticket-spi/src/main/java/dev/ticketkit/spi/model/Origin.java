package dev.ticketkit.spi.model;

/** Where a ticket came from; never changed. */
public enum Origin {
    /** The contact opened it. */
    CONTACT,
    /** An operator opened it. */
    OPERATOR,
    /** A rule opened it. */
    AUTOMATION,
    /** The host application opened it. */
    HOST,
    /** It was brought in from another system. */
    IMPORT,
    /** From where this version of the library does not know, recorded by a newer one. Only read. */
    UNKNOWN
}
