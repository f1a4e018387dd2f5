package dev.ticketkit.jdbc;

import org.jspecify.annotations.Nullable;

/** What a host may not leave out, refused where it is given. */
final class Required {
    private Required() {}

    /**
     * One argument.
     *
     * @throws NullPointerException naming it when it is null
     */
    static <T> T argument(@Nullable T value, String name) {
        if (value == null) {
            throw new NullPointerException(name + ": is null; give a value");
        }
        return value;
    }
}
