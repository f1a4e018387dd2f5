package dev.ticketkit.samples.quickstart.replay;

import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Status;
import java.util.HashMap;
import java.util.Map;

/** What the log says about its tickets, counted without asking the desk. */
public final class EntryCount {
    private final Map<String, Long> entries = new HashMap<>();
    private long events;
    private long tickets;
    private long reopenings;
    private long changes;

    void opened() {
        events++;
        tickets++;
        changes++;
    }

    void moved(ReplayedCase before, ReplayedCase after) {
        events++;
        changes += before.equals(after) ? 0 : 1;
        if (!before.status().equals(after.status())) {
            entered(before.status(), after.status());
        }
    }

    private void entered(Status from, Status to) {
        entries.merge(to.key(), 1L, Long::sum);
        if (from.macro() == MacroStatus.TERMINATED && to.macro() == MacroStatus.IN_PROGRESS) {
            reopenings++;
        }
    }

    /** Events, each of which was one command. */
    public long events() {
        return events;
    }

    /** Events that opened a ticket or changed anything: what the desk has recorded. */
    public long changes() {
        return changes;
    }

    /** Cases. */
    public long tickets() {
        return tickets;
    }

    /** Changes from a terminated status to one in progress. */
    public long reopenings() {
        return reopenings;
    }

    /** Changes into each status from another, by key; none for a status nothing changed into. */
    public Map<String, Long> entries() {
        return Map.copyOf(entries);
    }
}
