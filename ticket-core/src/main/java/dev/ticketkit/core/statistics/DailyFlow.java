package dev.ticketkit.core.statistics;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalDate;

/**
 * What came in and went out on a day.
 *
 * @param day which day, in the zone that was asked for
 * @param opened tickets opened on it
 * @param closed tickets whose closing lies in it and which are closed now
 */
@JsonPropertyOrder({"day", "opened", "closed"})
public record DailyFlow(LocalDate day, long opened, long closed) {
    @JsonProperty("day")
    private String dayText() {
        return day.toString();
    }

    @JsonCreator
    private static DailyFlow fromJson(
            @JsonProperty("day") String day, @JsonProperty("opened") long opened, @JsonProperty("closed") long closed) {
        return new DailyFlow(LocalDate.parse(day), opened, closed);
    }
}
