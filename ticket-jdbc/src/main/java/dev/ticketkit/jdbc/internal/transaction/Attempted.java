package dev.ticketkit.jdbc.internal.transaction;

import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.Receipt;
import java.util.Optional;

/**
 * What one try of a commit came to.
 *
 * @param outcome only if it won
 */
public record Attempted(Kind kind, Optional<CommitOutcome> outcome) {
    /** It lost; why is to be looked up. */
    public static final Attempted LOST = new Attempted(Kind.LOST, Optional.empty());

    /** Somebody holds a row it needs; nothing was stored. */
    public static final Attempted HELD = new Attempted(Kind.HELD, Optional.empty());

    /** The kinds. */
    public enum Kind {
        WON,
        LOST,
        HELD
    }

    public static Attempted won(Receipt receipt) {
        return new Attempted(Kind.WON, Optional.of(new CommitOutcome.Committed(receipt)));
    }
}
