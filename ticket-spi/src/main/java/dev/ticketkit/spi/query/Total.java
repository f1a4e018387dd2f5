package dev.ticketkit.spi.query;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * How many tickets a query finds. Exact where statistics are kept of all that query and access scope ask for (status, macro status and
 * priority, beside either categories or owners), and on a first page that is also the last; else at least so many, which grows from page
 * to page and is no basis for "page 2 of 7".
 *
 * @param count the number
 * @param exact whether it is the number; else there are at least so many
 */
@JsonPropertyOrder({"count", "exact"})
public record Total(long count, boolean exact) {
    /** For JSON. */
    @JsonCreator
    public Total(@JsonProperty("count") long count, @JsonProperty("exact") boolean exact) {
        this.count = count;
        this.exact = exact;
    }
}
