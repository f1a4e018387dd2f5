package dev.ticketkit.core.statistics;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.YearMonth;

/**
 * What came in and went out in a month.
 *
 * @param month which month, in the zone that was asked for
 * @param opened tickets opened in it
 * @param closed tickets whose closing lies in it and which are closed now
 */
@JsonPropertyOrder({"month", "opened", "closed"})
public record MonthlyFlow(YearMonth month, long opened, long closed) {
    @JsonProperty("month")
    private String monthText() {
        return month.toString();
    }

    @JsonCreator
    private static MonthlyFlow fromJson(
            @JsonProperty("month") String month,
            @JsonProperty("opened") long opened,
            @JsonProperty("closed") long closed) {
        return new MonthlyFlow(YearMonth.parse(month), opened, closed);
    }
}
