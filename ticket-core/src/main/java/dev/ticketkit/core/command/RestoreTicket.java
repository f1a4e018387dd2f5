package dev.ticketkit.core.command;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ticketkit.spi.constraint.CodePoints;
import dev.ticketkit.spi.constraint.NoControl;
import dev.ticketkit.spi.text.UnknownProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings a deleted ticket back. Restoring one that is not deleted succeeds and does nothing.
 *
 * @param idempotencyKey see {@link Command#idempotencyKey()}
 */
public record RestoreTicket(
        @CodePoints(min = 1, max = 255) @NoControl @Nullable String idempotencyKey) implements Command {
    /** For JSON. */
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public RestoreTicket(@JsonProperty("idempotencyKey") @Nullable String idempotencyKey) {
        this.idempotencyKey = idempotencyKey;
    }

    /** Without a key. */
    public static RestoreTicket unkeyed() {
        return new RestoreTicket(null);
    }

    @Override
    public String name() {
        return "restore";
    }

    @Override
    public List<@Nullable Object> content() {
        return List.of();
    }

    @JsonAnySetter
    void refuse(String property, @Nullable Object value) {
        UnknownProperty.refuse(RestoreTicket.class, property);
    }
}
