package dev.ticketkit.jdbc.internal.transaction;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;

/**
 * Where the host's transaction is found: functions of the host, asked on the thread of each call.
 *
 * @param active whether the calling thread is in a transaction
 * @param readOnly whether that transaction may only read
 * @param taking gives its connection
 * @param givingBack takes it back, once for each that was taken
 */
public record JoinedConnections(
        BooleanSupplier active, BooleanSupplier readOnly, Taking taking, GivingBack givingBack) {
    /** Gives a connection. */
    @FunctionalInterface
    public interface Taking {
        Connection take() throws SQLException;
    }

    /** Takes a connection back. */
    @FunctionalInterface
    public interface GivingBack {
        void giveBack(Connection connection) throws SQLException;
    }

    boolean isTransactionActive() {
        return active.getAsBoolean();
    }

    boolean isReadOnly() {
        return readOnly.getAsBoolean();
    }

    Connection take() throws SQLException {
        return taking.take();
    }

    void giveBack(Connection connection) throws SQLException {
        givingBack.giveBack(connection);
    }
}
