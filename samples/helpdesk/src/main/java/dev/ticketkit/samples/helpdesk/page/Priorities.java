package dev.ticketkit.samples.helpdesk.page;

import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.model.Priority;
import org.jspecify.annotations.Nullable;

/** Priorities as forms send them. */
public final class Priorities {
    private Priorities() {}

    /** The one of a name; null for none. */
    public static @Nullable Priority named(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        for (Priority each : Priority.values()) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        throw new RefusedException("priority", "there is no such priority");
    }
}
