package dev.ticketkit.spi.storage;

/**
 * What became of a {@link TicketChange}. Only {@link Committed} stored anything. Exactly the nested types exist, told apart by
 * {@link #kind()}.
 */
public sealed interface CommitOutcome {
    /** Which of the nested types it is. */
    Kind kind();

    /** The kinds of outcome. */
    enum Kind {
        COMMITTED,
        REPLAYED,
        KEY_REUSED,
        STALE,
        REFERENCE_TAKEN,
        EXTERNAL_ID_TAKEN
    }

    /**
     * It is stored; in the host's transaction, it will be when the host commits. Also the outcome when the very same change is committed
     * again after an unknown outcome: the event's id says so.
     */
    record Committed(Receipt receipt) implements CommitOutcome {
        @Override
        public Kind kind() {
            return Kind.COMMITTED;
        }
    }

    /** The same key came with the same body before; this was its receipt. */
    record Replayed(Receipt receipt) implements CommitOutcome {
        @Override
        public Kind kind() {
            return Kind.REPLAYED;
        }
    }

    /** The same key came with another body before. */
    record KeyReused() implements CommitOutcome {
        @Override
        public Kind kind() {
            return Kind.KEY_REUSED;
        }
    }

    /** The ticket no longer has the version the change was decided on, or the status it enters was hidden or removed: decide again. */
    record Stale() implements CommitOutcome {
        @Override
        public Kind kind() {
            return Kind.STALE;
        }
    }

    /** The reference is in use, or was once. Never the outcome of a {@link ReferenceRequest}: then the store takes the next number. */
    record ReferenceTaken() implements CommitOutcome {
        @Override
        public Kind kind() {
            return Kind.REFERENCE_TAKEN;
        }
    }

    /** The external id is in use, or was once. */
    record ExternalIdTaken() implements CommitOutcome {
        @Override
        public Kind kind() {
            return Kind.EXTERNAL_ID_TAKEN;
        }
    }
}
