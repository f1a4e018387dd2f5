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
 * Deletes a ticket: it is gone from everything but the audit of its history. Deleting twice succeeds.
 *
 * @param idempotencyKey see {@link Command#idempotencyKey()}
 */
public record DeleteTicket(
        @CodePoints(min = 1, max = 255) @NoControl @Nullable String idempotencyKey) implements Command {
    /** For JSON. */
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public DeleteTicket(@JsonProperty("idempotencyKey") @Nullable String idempotencyKey) {
        this.idempotencyKey = idempotencyKey;
    }

    /** Without a key. */
    public static DeleteTicket unkeyed() {
        return new DeleteTicket(null);
    }

    @Override
    public String name() {
        return "delete";
    }

    @Override
    public List<@Nullable Object> content() {
        return List.of();
    }

    @JsonAnySetter
    void refuse(String property, @Nullable Object value) {
        UnknownProperty.refuse(DeleteTicket.class, property);
    }
}
