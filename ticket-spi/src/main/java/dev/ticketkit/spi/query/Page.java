package dev.ticketkit.spi.query;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param <T> what is listed
 * @param items what is on it, in order
 * @param cursor give it to the next query to go on, or null at the end; it never expires
 * @param total how many there are over all pages
 */
@JsonPropertyOrder({"items", "cursor", "total"})
public record Page<T>(List<T> items, @Nullable String cursor, Total total) {
    /** Copies the items. */
    @JsonCreator
    public Page(
            @JsonProperty("items") List<T> items,
            @JsonProperty("cursor") @Nullable String cursor,
            @JsonProperty("total") Total total) {
        this.items = List.copyOf(items);
        this.cursor = cursor;
        this.total = total;
    }
}
