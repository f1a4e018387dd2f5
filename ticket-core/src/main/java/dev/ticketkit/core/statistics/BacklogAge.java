package dev.ticketkit.core.statistics;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long the tickets in progress have been open.
 *
 * @param bands the tickets by age, the youngest first
 * @param oldest the age of the oldest one; null when there is none
 */
@JsonPropertyOrder({"bands", "oldest"})
public record BacklogAge(List<Band> bands, @Nullable Duration oldest) {
    /** Copies the list. */
    public BacklogAge {
        bands = List.copyOf(bands);
    }

    /**
     * Tickets between two ages.
     *
     * @param from the lowest age inside; tickets opened in the future are in the first band
     * @param until the lowest age outside; null for no limit
     * @param tickets how many; may be 0
     */
    @JsonPropertyOrder({"from", "until", "tickets"})
    public record Band(Duration from, @Nullable Duration until, long tickets) {
        @JsonProperty("from")
        private String fromText() {
            return from.toString();
        }

        @JsonProperty("until")
        private @Nullable String untilText() {
            return until == null ? null : until.toString();
        }

        @JsonCreator
        private static Band fromJson(
                @JsonProperty("from") String from,
                @JsonProperty("until") @Nullable String until,
                @JsonProperty("tickets") long tickets) {
            return new Band(Duration.parse(from), until == null ? null : Duration.parse(until), tickets);
        }
    }

    @JsonProperty("oldest")
    private @Nullable String oldestText() {
        return oldest == null ? null : oldest.toString();
    }

    @JsonCreator
    private static BacklogAge fromJson(
            @JsonProperty("bands") List<Band> bands, @JsonProperty("oldest") @Nullable String oldest) {
        return new BacklogAge(bands, oldest == null ? null : Duration.parse(oldest));
    }
}
