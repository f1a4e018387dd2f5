package dev.ticketkit.jdbc.internal.transaction;

import dev.ticketkit.jdbc.internal.sql.SqlFailure;
import java.sql.SQLException;

/** One try of a transaction that failed. */
public final class FailedAttempt extends Exception {
    private static final long serialVersionUID = 1L;

    private final SQLException failure;
    private final boolean committing;

    FailedAttempt(SQLException failure, boolean committing) {
        super(failure);
        this.failure = failure;
        this.committing = committing;
    }

    public SQLException failure() {
        return failure;
    }

    /** Whether a commit was on its way. */
    boolean committing() {
        return committing;
    }

    public SqlFailure kind() {
        return SqlFailure.of(failure);
    }
}
