package dev.ticketkit.jdbc.internal.sql;

import dev.ticketkit.jdbc.internal.dialect.NoAnswer;
import dev.ticketkit.spi.error.RetryableException;
import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spi.error.TicketErrorCode;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The errors hosts see. They name the SQLState; the driver's message, which may quote a value, is only in the cause. */
public final class StorageErrors {
    private StorageErrors() {}

    /** When nothing was stored in a transaction of the host's. */
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
            default -> ofEither(failure);
        };
    }

    /** When nothing was stored in a transaction of our own, however often it was tried. */
    public static StorageException ofOwn(SQLException failure) {
        return switch (SqlFailure.of(failure)) {
            case CONTENTION ->
                error(
                        TicketErrorCode.STORAGE_RETRYABLE,
                        "other transactions changed the same rows each time it was tried (SQLState "
                                + failure.getSQLState()
                                + "); nothing was stored, call again. If this happens often, the connections are set to"
                                + " SERIALIZABLE or REPEATABLE READ, which the desk does not need: set them to READ COMMITTED",
                        failure);
            case CANCELLED ->
                error(
                        TicketErrorCode.STORAGE_RETRYABLE,
                        "the statement was cancelled or ran into a time limit of the database, such as statement_timeout;"
                                + " nothing was stored, call again",
                        failure);
            default -> ofEither(failure);
        };
    }

    private static StorageException ofEither(SQLException failure) {
        return switch (SqlFailure.of(failure)) {
            case READ_ONLY ->
                error(
                        TicketErrorCode.STORAGE_UNAVAILABLE,
                        "nothing can be written here. Either the transaction is read-only, by its own setting (such as readOnly = true), the"
                                + " connection's, or the role's or database's default_transaction_read_only: then open it for writing. Or the"
                                + " server is a standby or a former primary: then check where the connections go",
                        failure);
            case NO_TABLES ->
                error(
                        TicketErrorCode.SCHEMA,
                        "the tables are missing; create them with TicketSchema.create and check schema and prefix",
                        failure);
            case NOT_PERMITTED ->
                error(
                        TicketErrorCode.STORAGE_FAILED,
                        "the role of the connection may not do this (SQLState " + failure.getSQLState()
                                + "): a desk needs USAGE of its schema, and SELECT, INSERT, UPDATE and DELETE on its tables;"
                                + " TicketSchema.create also needs CREATE, on the schema or, where that is missing, on the database",
                        failure);
            case CONTENTION, CANCELLED, BROKEN_TRANSACTION, DUPLICATE, CHECK, DEFECT ->
                error(
                        TicketErrorCode.STORAGE_FAILED,
                        "the database refused a statement (SQLState " + failure.getSQLState()
                                + "); please report it with its cause",
                        failure);
            case UNKNOWN -> unavailable(failure);
        };
    }

    private static StorageException unavailable(SQLException failure) {
        String answer = NoAnswer.words(failure.getSQLState(), SqlFailure.isClosedDatabase(failure));
        return error(TicketErrorCode.STORAGE_UNAVAILABLE, answer + "; nothing was stored", failure);
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
                "others were faster every time it was tried; nothing was stored, call again",
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
        return error(
                TicketErrorCode.STORAGE_UNAVAILABLE,
                "the source of connections failed with "
                        + cause.getClass().getName()
                        + ", its cause says why; it may be closed, or give connections on certain threads only. Nothing was stored",
                cause);
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
