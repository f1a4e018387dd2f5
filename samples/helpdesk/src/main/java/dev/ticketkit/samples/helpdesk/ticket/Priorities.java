package dev.ticketkit.samples.helpdesk.ticket;

import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.model.Priority;
import org.jspecify.annotations.Nullable;

/** Priorities as forms send them. */
final class Priorities {
    private Priorities() {}

    /** The one of a name; null for none. */
    static @Nullable Priority named(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        for (Priority each : Priority.values()) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        throw new RefusedException("priority", "is none");
    }
}
