package dev.ticketkit.samples.quickstart.report;

import dev.ticketkit.samples.quickstart.delivery.Sent;
import dev.ticketkit.samples.quickstart.delivery.Told;
import dev.ticketkit.samples.quickstart.replay.EntryCount;
import dev.ticketkit.spi.model.Status;
import java.util.ArrayList;
import java.util.List;

/** Holds what was sent against what the log says had to be told. */
public final class ToldCheck {
    private final List<String> differences = new ArrayList<>();

    private ToldCheck() {}

    /** What differs, a line each; none when everybody was told of everything once. */
    public static List<String> differences(Told told, EntryCount log) {
        ToldCheck check = new ToldCheck();
        Sent operators = told.operators();
        long resolutions = log.entries().getOrDefault(Status.RESOLVED.key(), 0L);
        check.compare("messages to contacts", told.contacts(), resolutions);
        check.compare("mails to operators", operators, log.changes() * operators.recipients());
        check.differences.addAll(told.givenUp());
        return List.copyOf(check.differences);
    }

    private void compare(String what, Sent sent, long expected) {
        if (sent.notices() != expected) {
            differences.add(what + ": " + sent.notices() + ", but the log asks for " + expected);
        }
        if (sent.repeated() != 0) {
            differences.add(what + ": " + sent.repeated() + " of them were sent again");
        }
    }
}
