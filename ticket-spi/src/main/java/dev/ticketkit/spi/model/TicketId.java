package dev.ticketkit.spi.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.internal.Required;
import java.util.Objects;
import java.util.UUID;

/**
 * The id of a ticket, made by the desk (a version 7 UUID, RFC 9562), never typed by a person and never used again. People read out
 * the {@link Reference} instead.
 *
 * @param value the UUID
 */
public record TicketId(UUID value) implements Comparable<TicketId> {
    /** Requires a value. */
    public TicketId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Reads the text form.
     *
     * @throws RefusedException if it is not a UUID
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static TicketId of(String text) {
        try {
            return new TicketId(UUID.fromString(Required.argument(text, "text")));
        } catch (IllegalArgumentException e) {
            throw new RefusedException("id", "is not a UUID such as 01890a5d-ac96-774b-bcce-b302099a8057");
        }
    }

    /** Orders by unsigned value, as databases do; {@link UUID#compareTo} is signed. */
    @Override
    public int compareTo(TicketId other) {
        int high = Long.compareUnsigned(value.getMostSignificantBits(), other.value.getMostSignificantBits());
        return high != 0
                ? high
                : Long.compareUnsigned(value.getLeastSignificantBits(), other.value.getLeastSignificantBits());
    }

    /** The text form. */
    @Override
    @JsonValue
    public String toString() {
        return value.toString();
    }
}
