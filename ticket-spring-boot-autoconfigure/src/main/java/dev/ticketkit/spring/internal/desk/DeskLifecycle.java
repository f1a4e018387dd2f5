package dev.ticketkit.spring.internal.desk;

import dev.ticketkit.core.desk.TicketDesk;
import java.time.Duration;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Starts delivering with the application, and stops with it: after the web server, so that what its last requests stored is still
 * delivered, and early enough for the time a phase of the shutdown has. Restartable.
 */
public final class DeskLifecycle implements SmartLifecycle {
    /** Before the web server begins, and after it has ended. */
    public static final int PHASE = DEFAULT_PHASE - 4096;

    private static final Logger LOG = LoggerFactory.getLogger(TicketDesk.class);

    private final TicketDesk desk;
    private final boolean delivers;
    private final Duration stopping;
    private final String store;
    private volatile boolean running;

    /**
     * Of one desk.
     *
     * @param delivers whether it is started at all
     * @param shutdown how long a phase of the shutdown may take
     * @param store what the line at the start says of the storage
     */
    public DeskLifecycle(TicketDesk desk, boolean delivers, Duration shutdown, String store) {
        this.desk = desk;
        this.delivers = delivers;
        this.stopping = shutdown.multipliedBy(9).dividedBy(10);
        this.store = store;
    }

    @Override
    public synchronized void start() {
        if (running) {
            return;
        }
        if (delivers) {
            desk.start();
        }
        running = true;
        LOG.info(
                "Ticketkit: {}; {}",
                store,
                delivers
                        ? "delivers to "
                                + String.join(
                                        ", ", new TreeSet<>(desk.deliveries().consumers()))
                        : "delivery is left to other processes");
    }

    @Override
    public synchronized void stop() {
        if (running && !desk.stop(stopping)) {
            LOG.warn("Ticketkit: some deliveries did not end within {}; they come again", stopping);
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
