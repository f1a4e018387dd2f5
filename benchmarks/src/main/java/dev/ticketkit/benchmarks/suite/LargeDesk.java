package dev.ticketkit.benchmarks.suite;

import dev.ticketkit.benchmarks.database.Schema;
import dev.ticketkit.benchmarks.database.Server;
import dev.ticketkit.benchmarks.desk.Filling;
import dev.ticketkit.benchmarks.desk.OurDesk;
import dev.ticketkit.benchmarks.report.Progress;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The many tickets that are listed, counted and searched: filled when the first benchmark asks for them, and only read. */
public final class LargeDesk implements AutoCloseable {
    private static final long MOST_WHOLE = 1_000_000;

    private final Server server;
    private final long tickets;
    private final Progress progress;
    private @Nullable OurDesk desk;
    private boolean searchable;

    /** So many tickets on a server. */
    public LargeDesk(Server server, long tickets, Progress progress) {
        this.server = server;
        this.tickets = tickets;
        this.progress = progress;
    }

    /** Whether everything about them is there, so that they can be searched too. */
    public boolean isWhole() {
        return tickets <= MOST_WHOLE;
    }

    /** How many there are. */
    public long tickets() {
        return tickets;
    }

    /** The desk that has them, with its statistics. */
    public OurDesk desk() {
        if (desk == null) {
            String many = String.format(Locale.ROOT, "%,d", tickets);
            progress.now("filling " + many + " tickets");
            OurDesk filled = OurDesk.in(server.schema("ticketkit_bench_large", Setting.CONNECTIONS));
            Consumer<String> steps = step -> progress.now("filling " + many + " tickets: " + step);
            if (isWhole()) {
                Filling.fillCounted(filled, tickets, steps);
            } else {
                Filling.fillForReading(filled, tickets, steps);
            }
            desk = filled;
        }
        return desk;
    }

    /** The same, with the words of all tickets indexed. */
    public OurDesk searchable() {
        OurDesk filled = desk();
        if (!searchable) {
            progress.now("indexing the words of all tickets");
            Filling.indexWords(filled);
            searchable = true;
        }
        return filled;
    }

    @Override
    public void close() {
        if (desk != null) {
            Schema schema = desk.schema();
            schema.close();
        }
    }
}
