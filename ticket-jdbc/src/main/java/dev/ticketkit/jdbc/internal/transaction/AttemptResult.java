package dev.ticketkit.jdbc.internal.transaction;

import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.Receipt;
import java.util.Optional;

/**
 * What one try of a commit came to.
 *
 * @param outcome only if it won
 */
public record AttemptResult(Kind kind, Optional<CommitOutcome> outcome) {
    /** It lost; why is to be looked up. */
    public static final AttemptResult LOST = new AttemptResult(Kind.LOST, Optional.empty());

    /** A row that it needs is held; nothing was stored. */
    public static final AttemptResult HELD = new AttemptResult(Kind.HELD, Optional.empty());

    /** The kinds. */
    public enum Kind {
        WON,
        LOST,
        HELD
    }

    public static AttemptResult won(Receipt receipt) {
        return new AttemptResult(Kind.WON, Optional.of(new CommitOutcome.Committed(receipt)));
    }
}
