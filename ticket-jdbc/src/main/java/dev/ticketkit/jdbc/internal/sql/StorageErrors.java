package dev.ticketkit.jdbc.internal.sql;

import dev.ticketkit.spi.error.RetryableException;
import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spi.error.TicketErrorCode;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The errors hosts see. They name the SQLState; the driver's message, which may quote a value, is only in the cause. */
public final class StorageErrors {
    private static final String CLOSED =
            "H2 has closed the database after an error of its file, such as a full disk or a thread"
                    + " that was interrupted in it; nothing was stored. Make room and call again: it opens"
                    + " by itself, unless the pool keeps its old connections; then close the pool";

    private StorageErrors() {}

    /** When nothing was stored. */
    public static StorageException of(SQLException failure) {
        return switch (SqlFailure.of(failure)) {
            case CONTENTION ->
                error(
                        TicketErrorCode.STORAGE_RETRYABLE,
                        "another transaction was in the way; roll back and run the whole transaction again",
                        failure);
            case CANCELLED ->
                error(
                        TicketErrorCode.STORAGE_RETRYABLE,
                        "the statement was cancelled or ran into a time limit; run the whole transaction again",
                        failure);
            case BROKEN_TRANSACTION ->
                error(
                        TicketErrorCode.STORAGE_FAILED,
                        "an earlier error has broken the transaction; roll it back",
                        failure);
            case READ_ONLY ->
                error(
                        TicketErrorCode.STORAGE_UNAVAILABLE,
                        "the server is read-only, perhaps a former primary; check where the connections go",
                        failure);
            case NO_TABLES ->
                error(
                        TicketErrorCode.SCHEMA,
                        "the tables are missing; create them with TicketSchema.create and check schema and prefix",
                        failure);
            case DUPLICATE, CHECK, DEFECT ->
                error(
                        TicketErrorCode.STORAGE_FAILED,
                        "the database refused a statement (SQLState " + failure.getSQLState()
                                + "); please report it with its cause",
                        failure);
            case UNKNOWN -> unavailable(failure);
        };
    }

    private static StorageException unavailable(SQLException failure) {
        return error(
                TicketErrorCode.STORAGE_UNAVAILABLE,
                SqlFailure.isClosedDatabase(failure)
                        ? CLOSED
                        : "the database does not answer or has no space (SQLState " + failure.getSQLState()
                                + "); nothing was stored",
                failure);
    }

    /** When a commit was sent and its answer never came. */
    public static StorageException unknown(@Nullable Throwable cause) {
        return error(
                TicketErrorCode.STORAGE_UNKNOWN,
                "the database did not answer a commit; repeat the command with the same idempotency key to find out",
                cause);
    }

    /** When a commit of automations was sent, its answer never came, and others have changed them since. */
    public static StorageException unknownRevision() {
        return error(
                TicketErrorCode.STORAGE_UNKNOWN,
                "the database did not answer, and the automations were changed again since; read them before saving again",
                null);
    }

    public static StorageException contended() {
        return error(
                TicketErrorCode.STORAGE_RETRYABLE,
                "others were faster every time; nothing was stored, try again",
                null);
    }

    public static StorageException schema(String message, @Nullable Throwable cause) {
        return error(TicketErrorCode.SCHEMA, message, cause);
    }

    /** When others held what is needed for longer than a call waits, or the caller was interrupted meanwhile. */
    public static StorageException locked(@Nullable Throwable cause) {
        return error(
                TicketErrorCode.STORAGE_LOCKED,
                "a row or number is held by a transaction that is still open; nothing was stored. End that transaction first: a thread that has"
                        + " it open itself would wait for itself. References without gaps wait so by nature, codes and"
                        + " SequenceFormat.inBlocksOf never do; how long is JdbcOptions.lockWait",
                cause);
    }

    /** When the host's own source failed. */
    public static StorageException noConnection(RuntimeException cause) {
        return error(TicketErrorCode.STORAGE_UNAVAILABLE, "the host gave no connection; nothing was stored", cause);
    }

    public static StorageException misuse(String message) {
        return error(TicketErrorCode.STORAGE_FAILED, message, null);
    }

    private static StorageException error(TicketErrorCode code, String message, @Nullable Throwable cause) {
        return code == TicketErrorCode.STORAGE_RETRYABLE
                ? new RetryableException(message, cause)
                : new StorageException(code, message, cause);
    }
}
