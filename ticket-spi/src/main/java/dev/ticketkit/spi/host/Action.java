package dev.ticketkit.spi.host;

/** What an actor may be allowed to do. Reading is not here: what may be read is what {@link AccessPolicy#visibleTo} says. */
public enum Action {
    /** Open a ticket; asked with the ticket as it would be. */
    OPEN,
    /** Change fields. */
    CHANGE,
    /** Change the contact's snapshot. */
    CHANGE_CONTACT,
    /** Add a note the contact never sees. */
    NOTE_INTERNALLY,
    /** Add a note the contact sees. */
    NOTE_PUBLICLY,
    /** Read the history and internal notes. */
    READ_HISTORY,
    /** Delete. */
    DELETE,
    /** Bring a deleted ticket back. */
    RESTORE,
    /** List the names of all categories; asked without a ticket. */
    READ_CATEGORIES,
    /** Read everything that happened, internal notes too, to the tickets the actor may read; asked without a ticket. */
    READ_CHANGES,
    /** Read statistics; asked without a ticket. */
    READ_STATISTICS,
    /**
     * Change statuses, priorities, categories and automations, read and try automations, purge; asked without a ticket. Whoever may do
     * that moves all tickets of a status that is hidden or removed, also those the actor may not read or change.
     */
    ADMINISTER,
    /** Fire a starter of automations; asked without a ticket. */
    FIRE,
    /** Read who was notified of an event and what automations did; asked with the event's ticket, or without one for a firing. */
    READ_REASONS,
    /** Erase what is known of a contact; asked without a ticket. */
    ERASE,
    /** Bring in tickets of the past; asked without a ticket. Whoever may do that opens any ticket so. */
    IMPORT
}
