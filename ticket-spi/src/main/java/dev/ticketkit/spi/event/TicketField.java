package dev.ticketkit.spi.event;

/** A field of a ticket that can change. */
public enum TicketField {
    TITLE,
    DESCRIPTION,
    /** By status key. */
    STATUS,
    /** By priority name. */
    PRIORITY,
    /** By category name; stores keep the category's id, so that history follows a rename. */
    CATEGORY,
    /** By operator id. */
    OWNER,
    /** The owner's name to show, when the same operator got another. */
    OWNER_LABEL,
    /** One attribute, by its name. */
    ATTRIBUTE,
    CONTACT_ID,
    CONTACT_NAME,
    CONTACT_PHONE,
    CONTACT_EMAIL,
    CONTACT_LANGUAGE,
    /** A field this version of the library does not know, recorded by a newer one. Only read; its name is the change's attribute. */
    UNKNOWN
}
