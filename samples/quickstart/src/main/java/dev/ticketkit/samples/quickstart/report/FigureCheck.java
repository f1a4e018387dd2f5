package dev.ticketkit.samples.quickstart.report;

import dev.ticketkit.core.statistics.Verification;
import dev.ticketkit.samples.quickstart.replay.EntryCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Holds the desk's statistics against a count of every ticket and against what the log itself says. */
public final class FigureCheck {
    private final List<String> differences = new ArrayList<>();

    private FigureCheck() {}

    /**
     * What differs, a line each; none when all is well.
     *
     * @param figures what the desk says
     * @param everyTicket the statistics against a count of every ticket, one by one
     * @param log what the log says
     */
    public static List<String> differences(Figures figures, Verification everyTicket, EntryCount log) {
        FigureCheck check = new FigureCheck();
        check.differences.addAll(everyTicket.differences());
        check.compare("tickets counted one by one", everyTicket.tickets(), figures.tickets());
        check.compare("tickets in the log", log.tickets(), figures.tickets());
        check.compare("reopenings in the log", log.reopenings(), figures.all().reopenings());
        check.compareEntries(log.entries(), figures.all().statusEntries());
        return List.copyOf(check.differences);
    }

    private void compareEntries(Map<String, Long> log, Map<String, Long> desk) {
        TreeSet<String> keys = new TreeSet<>(log.keySet());
        keys.addAll(desk.keySet());
        keys.forEach(key ->
                compare("changes into " + key + " in the log", log.getOrDefault(key, 0L), desk.getOrDefault(key, 0L)));
    }

    private void compare(String what, long counted, long desk) {
        if (counted != desk) {
            differences.add(what + ": " + counted + ", but the desk's statistics say " + desk);
        }
    }
}
