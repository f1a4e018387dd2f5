package dev.ticketkit.core.internal.session;

import dev.ticketkit.spi.error.TicketException;
import dev.ticketkit.spi.host.DeskListener;
import dev.ticketkit.spi.storage.Maintenance;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives the host's listeners what was done, and lets nothing that they throw go any further. */
public final class Observed {
    private static final Logger LOG = LoggerFactory.getLogger(Observed.class);

    private final List<DeskListener> listeners;

    public Observed(List<DeskListener> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    /** Runs a command. */
    public <T> T command(String command, Supplier<T> code) {
        long began = System.nanoTime();
        String outcome = "failed";
        try {
            T result = code.get();
            outcome = "done";
            return result;
        } catch (TicketException e) {
            outcome = e.code().name().toLowerCase(Locale.ROOT);
            throw e;
        } catch (ConstraintViolationException e) {
            outcome = "refused";
            throw e;
        } finally {
            String ended = outcome;
            long nanos = System.nanoTime() - began;
            report(each -> each.commandEnded(command, ended, nanos));
        }
    }

    /** Runs a command without a result. */
    public void run(String command, Runnable code) {
        command(command, () -> {
            code.run();
            return Boolean.TRUE;
        });
    }

    /** A consumer has made an attempt. */
    public void attempt(String consumer, String outcome, long nanos) {
        report(each -> each.attemptEnded(consumer, outcome, nanos));
    }

    /** The same maintenance, heard of when it had something to do. */
    public Maintenance maintenance(Maintenance store) {
        return most -> {
            long began = System.nanoTime();
            int rows = store.run(most);
            if (rows > 0) {
                long nanos = System.nanoTime() - began;
                report(each -> each.maintained(rows, nanos));
            }
            return rows;
        };
    }

    private void report(Consumer<DeskListener> what) {
        for (DeskListener each : listeners) {
            try {
                what.accept(each);
            } catch (Throwable e) {
                // An error too: the command is done, and who hears of one would repeat it.
                LOG.warn("a listener of the desk failed; what it heard of is done", e);
            }
        }
    }
}
