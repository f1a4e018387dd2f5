package dev.ticketkit.samples.helpdesk.seed;

import dev.ticketkit.core.command.ImportTicket;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.samples.helpdesk.team.Account;
import dev.ticketkit.spi.model.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;

/** Tickets of long ago, as an older system would hand them over: all of them done. */
final class PastTickets {
    private static final String[] DONE = {
        Status.RESOLVED.key(), Status.CLOSED.key(), Status.CLOSED.key(), Status.CLOSED.key(), "refunded"
    };
    private static final int LONGEST = 6 * 24 * 60;

    private final Random random;

    PastTickets(Random random) {
        this.random = random;
    }

    ImportTicket row(OpenTicket ticket, Account owner, Instant opened, int number) {
        // Most are done within a day, some take a week.
        double share = random.nextDouble();
        Instant closed = opened.plus(Duration.ofMinutes(15 + (long) (share * share * share * LONGEST)));
        OpenTicket done = ticket.toBuilder()
                .reference(String.format(Locale.ROOT, "T-%06d", number))
                .owner(owner.party())
                .status(DONE[random.nextInt(DONE.length)])
                .build();
        return new ImportTicket(done, opened, closed);
    }
}
