package dev.ticketkit.core.result;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.spi.event.TicketEvent;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an automation would have done; nothing was written and nothing was sent.
 *
 * @param matches the events it would have run for, in order of time
 * @param examined how many events that could start anything were looked at
 * @param complete whether the whole range was looked at; else there were more matches than asked for
 */
@JsonPropertyOrder({"matches", "examined", "complete"})
public record DryRun(List<Match> matches, long examined, boolean complete) {
    /** Copies the list. */
    public DryRun {
        matches = List.copyOf(matches);
    }

    /**
     * One event it would have run for.
     *
     * @param event what happened
     * @param steps what each step would have done; those after one that would have failed are left out
     */
    @JsonPropertyOrder({"event", "steps"})
    public record Match(TicketEvent event, List<Step> steps) {
        /** Copies the list. */
        public Match {
            steps = List.copyOf(steps);
        }
    }

    /**
     * What one step would have done.
     *
     * @param kind its word in JSON, such as {@code openTicket}
     * @param values what it would have written or said, by the name of the part, such as {@code title} or {@code text}
     * @param problem why it would have failed, naming the field, or null
     */
    @JsonPropertyOrder({"kind", "values", "problem"})
    public record Step(
            String kind,
            SortedMap<String, String> values,
            @Nullable String problem) {
        /** Copies the map. */
        public Step {
            values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        }
    }
}
