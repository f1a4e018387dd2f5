package dev.ticketkit.core.statistics;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.spi.storage.statistics.AnswerCount;

/**
 * How soon tickets were answered. The answer is the first public note by an operator, its time is counted from the opening.
 *
 * @param times of the tickets with an answer
 * @param unanswered how many tickets have none
 */
@JsonPropertyOrder({"times", "unanswered"})
public record FirstAnswers(DurationPercentiles times, long unanswered) {
    public static FirstAnswers of(AnswerCount counted) {
        return new FirstAnswers(DurationPercentiles.of(counted.answered()), counted.unanswered());
    }
}
