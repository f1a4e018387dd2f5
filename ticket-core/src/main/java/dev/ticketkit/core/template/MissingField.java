package dev.ticketkit.core.template;

/**
 * What stands in a text for a field that is unknown or empty (blank to the eye) and has no default in the template. A default wins
 * over all of these, an empty one too.
 */
public enum MissingField {
    /** Nothing is rendered: refused, naming the field. */
    FAIL,
    /** Nothing stands there. */
    EMPTY_TEXT,
    /** The placeholder stands there as it was written. */
    KEEP
}
