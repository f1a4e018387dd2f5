package dev.ticketkit.samples.helpdesk.team;

/** What a person who signs in is here. */
public enum Role {
    /** Everything, settings too. */
    ADMINISTRATOR,
    /** Every ticket. */
    OPERATOR,
    /** The tickets it owns, and no others. */
    OWN_TICKETS,
    /** Its own chat and tickets. */
    CUSTOMER;

    /** Whether it works on tickets of others. */
    public boolean isOperator() {
        return this != CUSTOMER;
    }

    /** Whether it may read every ticket. */
    public boolean readsAll() {
        return this == ADMINISTRATOR || this == OPERATOR;
    }
}
