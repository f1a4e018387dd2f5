package dev.ticketkit.jdbc.internal.sql;

import java.sql.SQLWarning;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes warnings of a commit heard. PostgreSQL reports a commit whose wait for its standby was cancelled as a success, with nothing
 * but a warning: it is stored here, but a failover may lose it.
 */
public final class CommitWarnings {
    private static final Logger LOG = LoggerFactory.getLogger(CommitWarnings.class);

    private CommitWarnings() {}

    public static void log(@Nullable SQLWarning first) {
        for (String state : states(first)) {
            LOG.warn(
                    "commit answered with a warning (SQLState {}): it may not have reached the standby; do not cancel commits",
                    state);
        }
    }

    /** Of a chain of warnings, those that can mean this. Their texts are the server's and are not logged. */
    static List<String> states(@Nullable SQLWarning first) {
        List<String> states = new ArrayList<>();
        for (SQLWarning warning = first; warning != null; warning = warning.getNextWarning()) {
            String state = warning.getSQLState();
            if ("01000".equals(state) || "57P01".equals(state)) {
                states.add(state);
            }
        }
        return states;
    }
}
