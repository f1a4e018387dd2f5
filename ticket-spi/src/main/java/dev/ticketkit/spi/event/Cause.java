package dev.ticketkit.spi.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.spi.text.TextRule;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why something was done: the event that led to it, and what stood between.
 *
 * @param eventId the event that led to it, or null when a host's call did
 * @param source what acted on it, such as an automation's id; 1 to 256 code points
 * @param depth how many causes stand before this one; 1 for the first
 */
@JsonPropertyOrder({"eventId", "source", "depth"})
public record Cause(@Nullable UUID eventId, String source, int depth) {
    /** The source that an erasure leaves. */
    public static final String ERASED = "erased";

    /**
     * Checks source and depth.
     *
     * @throws dev.ticketkit.spi.error.RefusedException if the source breaks the rule above, naming {@code cause.source}
     */
    @JsonCreator
    public Cause(
            @JsonProperty("eventId") @Nullable UUID eventId,
            @JsonProperty("source") String source,
            @JsonProperty("depth") int depth) {
        this.eventId = eventId;
        this.source = TextRule.LINE.require("cause.source", source, 1, 256);
        this.depth = depth;
        if (depth < 1) {
            throw new IllegalArgumentException("depth: must be 1 or more");
        }
    }
}
