package dev.ticketkit.core.internal.automation.decide;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ticketkit.core.command.Fire;
import dev.ticketkit.core.internal.json.JsonFault;
import dev.ticketkit.core.internal.json.JsonForm;
import dev.ticketkit.core.internal.json.JsonRules;
import dev.ticketkit.core.template.FieldValues;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.event.Cause;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.TenantId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was fired, by whom and why, as a store keeps it.
 *
 * @param fire with its contact
 * @param actor who fired it
 * @param cause what led to it, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FiringBody(Fire fire, Actor actor, @Nullable Cause cause) {
    private static final JsonForm JSON = new JsonForm(new JsonRules(false, 500, 1_000, 50_000, List.of()));

    /** As text. */
    public String json() {
        return JSON.write(this);
    }

    /**
     * Reads what {@link #json} wrote.
     *
     * @throws RefusedException naming {@code firing} when it cannot be read any more
     */
    public static FiringBody read(String json) {
        try {
            return Objects.requireNonNull(JSON.read(json, FiringBody.class), "firing");
        } catch (JsonFault e) {
            throw new RefusedException("firing", "what was stored of it cannot be read");
        }
    }

    /**
     * What it can start.
     *
     * @throws RefusedException for fields that may not be given
     */
    public Occurrence occurrence(TenantId tenant, UUID id) {
        return Occurrence.fired(
                tenant,
                id,
                Objects.requireNonNull(fire.starter(), "starter"),
                Objects.requireNonNull(fire.contact(), "contact"),
                FieldValues.of(fire.fields()),
                cause);
    }
}
