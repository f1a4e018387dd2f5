package dev.ticketkit.jdbc.internal.groupcommit;

import dev.ticketkit.spi.host.DeskListener;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives the host's listeners how many changes shared a commit, and lets nothing that they throw go any further. */
public final class GroupSizes {
    /** Nobody hears of it. */
    static final GroupSizes UNHEARD = new GroupSizes(List.of());

    private static final Logger LOG = LoggerFactory.getLogger(GroupSizes.class);

    private final List<DeskListener> listeners;

    public GroupSizes(List<DeskListener> listeners) {
        this.listeners = listeners;
    }

    void committed(int changes) {
        for (DeskListener each : listeners) {
            try {
                each.groupCommitted(changes);
            } catch (Throwable e) {
                // Others wait for this thread to say what became of their changes.
                LOG.warn("a listener of the store failed; what it heard of is done", e);
            }
        }
    }
}
