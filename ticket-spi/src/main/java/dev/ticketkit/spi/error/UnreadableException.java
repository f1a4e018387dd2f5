package dev.ticketkit.spi.error;

import org.jspecify.annotations.Nullable;

/**
 * A stored row has a value this version of the library does not know, and nothing can stand in its place: a newer version wrote it, or
 * it was changed by hand. Nothing was stored. Its code is {@link TicketErrorCode#SCHEMA}.
 */
public final class UnreadableException extends TicketException {
    private static final long serialVersionUID = 1L;

    private final String row;
    private final @Nullable Long version;

    /**
     * For a store.
     *
     * @param row which row, such as {@code ticket 01990000-0000-7000-8000-000000000000}; ids only
     * @param version the version of the ticket it is or is about, or null when it has none
     * @param problem the column and what is wrong with it
     * @param cause what reading it led to, or null
     */
    public UnreadableException(String row, @Nullable Long version, String problem, @Nullable Throwable cause) {
        super(
                TicketErrorCode.SCHEMA,
                "cannot read " + row + (version == null ? "" : ", version " + version) + ": " + problem
                        + "; update this node to the version of the library that wrote it, or repair the row",
                cause);
        this.row = row;
        this.version = version;
    }

    /** Which row: its table or kind, and its id. */
    public String row() {
        return row;
    }

    /** The version of the ticket it is or is about, or null when it has none. */
    public @Nullable Long version() {
        return version;
    }
}
