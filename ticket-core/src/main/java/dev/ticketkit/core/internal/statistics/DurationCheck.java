package dev.ticketkit.core.internal.statistics;

import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.statistics.AnswerCount;
import dev.ticketkit.spi.storage.statistics.DurationBuckets;
import dev.ticketkit.spi.storage.statistics.DurationHistogram;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Counts closing times and first answers ticket by ticket, and compares them with what a store counts. */
final class DurationCheck {
    private final Map<Integer, Long> closing = new HashMap<>();
    private final Map<Integer, Long> answers = new HashMap<>();
    private long unanswered;

    void add(Ticket ticket) {
        count(ticket.closingTime(), closing);
        if (!count(ticket.answeringTime(), answers)) {
            unanswered++;
        }
    }

    /**
     * One line of numbers for each bucket that differs.
     *
     * @param closingTimes what the store counts of the same tickets
     * @param firstAnswers likewise
     */
    List<String> differences(DurationHistogram closingTimes, AnswerCount firstAnswers) {
        List<String> differences = new ArrayList<>();
        compare("closing times", closing, closingTimes, differences);
        compare("first answers", answers, firstAnswers.answered(), differences);
        if (firstAnswers.unanswered() != unanswered) {
            differences.add("unanswered: counted " + unanswered + ", in the statistics " + firstAnswers.unanswered());
        }
        return differences;
    }

    private static boolean count(@Nullable Duration time, Map<Integer, Long> counts) {
        if (time != null) {
            counts.merge(DurationBuckets.bucketOf(time), 1L, Long::sum);
        }
        return time != null;
    }

    private static void compare(
            String what, Map<Integer, Long> counted, DurationHistogram stored, List<String> differences) {
        TreeSet<Integer> buckets = new TreeSet<>(counted.keySet());
        buckets.addAll(stored.counts().keySet());
        for (int bucket : buckets) {
            Long one = counted.getOrDefault(bucket, 0L);
            Long other = stored.counts().getOrDefault(bucket, 0L);
            if (!Objects.equals(one, other)) {
                differences.add(what + ": bucket " + bucket + ": counted " + one + ", in the statistics " + other);
            }
        }
    }
}
