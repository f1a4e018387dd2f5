package dev.ticketkit.samples.quickstart.log;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a log holds.
 *
 * @param events how many rows; at least one
 * @param cases how many tickets they are about
 * @param first the earliest time
 * @param last the latest time
 */
public record LogSummary(long events, int cases, Instant first, Instant last) {
    /**
     * Reads a whole log before anything is done with it, so that a mistake in its last line leaves nothing half done.
     *
     * @throws LogException at the first thing that is wrong
     */
    public static LogSummary of(LogReader log) {
        Count count = new Count(log);
        log.forEach(count::add);
        return count.summary();
    }

    private static final class Count {
        private final LogReader log;
        private final Map<String, Instant> latest = new HashMap<>();
        private long events;
        private @Nullable Instant first;
        private @Nullable Instant last;

        Count(LogReader log) {
            this.log = log;
        }

        void add(LogEvent event) {
            Instant before = latest.put(event.caseId(), event.at());
            if (before != null && event.at().isBefore(before)) {
                throw new LogException(
                        log.file(),
                        event.line(),
                        LogException.quote(event.caseId())
                                + " goes back in time; put the events of each case in order of Complete Timestamp");
            }
            events++;
            first = first == null || event.at().isBefore(first) ? event.at() : first;
            last = last == null || event.at().isAfter(last) ? event.at() : last;
        }

        LogSummary summary() {
            if (first == null || last == null) {
                throw new LogException(log.file(), 2, "there is no event below the column names");
            }
            return new LogSummary(events, latest.size(), first, last);
        }
    }
}
