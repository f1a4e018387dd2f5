package dev.ticketkit.core.template;

/** What kind of value a field has; it decides how a reader sees it. */
public enum FieldType {
    /** Plain text of one or many lines, the same for every reader. */
    TEXT,
    /** A decimal number, with the separators and digits of the reader's language. */
    NUMBER,
    /** A calendar day, the same in every zone. */
    DATE,
    /** An instant, shown in the reader's zone. */
    DATE_TIME
}
