package dev.ticketkit.spi.query;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.function.Function;
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

    /** Whether there is another page: then {@link #cursor()} is where it begins. */
    public boolean hasNext() {
        return cursor != null;
    }

    /**
     * The same page of something else: for one, of what a host shows of each ticket.
     *
     * @param shown what stands in place of an item; never null
     */
    public <R> Page<R> map(Function<? super T, ? extends R> shown) {
        return new Page<>(items.stream().<R>map(shown).toList(), cursor, total);
    }
}
