package dev.ticketkit.spi.model;

/** Who acts. */
public enum ActorKind {
    /** A person of the tenant who works on tickets. */
    OPERATOR,
    /** The person tickets belong to. */
    CONTACT,
    /** A rule of the tenant. */
    AUTOMATION,
    /** The host application itself. */
    HOST,
    /** An actor of a kind this version of the library does not know, recorded by a newer one. Only read: it cannot act here. */
    UNKNOWN
}
