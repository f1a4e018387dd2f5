package dev.ticketkit.core;

import dev.ticketkit.spi.Placeholder;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds the build open until the real classes arrive. */
public final class Desk {
    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

    private Desk() {}

    /**
     * Names a desk.
     *
     * @param validator the host's validator, or null for our own
     * @return a name
     */
    public static Placeholder open(@Nullable Validator validator) {
        LOG.debug("opened, validator of the host: {}", validator != null);
        return new Placeholder("Ticketkit");
    }
}
