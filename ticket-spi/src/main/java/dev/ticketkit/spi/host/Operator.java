package dev.ticketkit.spi.host;

import dev.ticketkit.spi.model.Actor;
import org.jspecify.annotations.Nullable;

/**
 * A person who works on tickets, as the host's directory knows him.
 *
 * @param id the host's id
 * @param label the name to show
 * @param email where his mail goes, or null for none
 * @param language his language tag, or null for the tenant's
 */
public record Operator(
        String id,
        String label,
        @Nullable String email,
        @Nullable String language) {
    /** The same person as an actor. */
    public Actor asActor() {
        return Actor.operator(id, label);
    }
}
