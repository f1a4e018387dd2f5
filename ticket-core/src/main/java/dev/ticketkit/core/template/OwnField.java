package dev.ticketkit.core.template;

/** A field of the ticket itself. */
enum OwnField {
    REFERENCE(false),
    TITLE(false),
    DESCRIPTION(true),
    STATUS(false),
    /** Only there when the event changed the status. */
    OLD_STATUS(true),
    PRIORITY(false),
    CATEGORY(true),
    OWNER(true),
    OPENED_AT(false),
    UPDATED_AT(false),
    CLOSED_AT(true);

    private final String fieldName;
    private final boolean optional;

    OwnField(boolean optional) {
        this.fieldName = TicketFields.PREFIX + name();
        this.optional = optional;
    }

    String fieldName() {
        return fieldName;
    }

    boolean isOptional() {
        return optional;
    }
}
