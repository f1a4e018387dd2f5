package dev.ticketkit.jdbc.internal.sql;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a failed statement means, by its SQLState and nothing else: messages change with language and version. */
public enum SqlFailure {
    /** Rolled back because of others; running it again helps. */
    CONTENTION,
    /** Rolled back because it was cancelled or a time limit passed. */
    CANCELLED,
    /** A unique value is there already. */
    DUPLICATE,
    /** A check of our own failed inside the statement, which rolled it back. */
    CHECK,
    /** The server is a standby, or was a primary before. */
    READ_ONLY,
    /** The tables are not there. */
    NO_TABLES,
    /** The role may not do that. */
    NOT_PERMITTED,
    /** The statement is wrong for this database, or carries a value that should have been refused earlier. */
    DEFECT,
    /** The transaction was broken by an earlier error. */
    BROKEN_TRANSACTION,
    /** Connection lost, server going down, disk full, or anything not known: at a commit it may or may not be stored. */
    UNKNOWN;

    private static final Set<String> CONTENTION_STATES = Set.of("40001", "40P01", "55P03", "HYT00", "90131");
    private static final Set<String> CANCELLED_STATES = Set.of("57014", "25P03");
    private static final Set<String> NO_TABLE_STATES = Set.of("42P01", "3F000", "42S02", "42S03", "42S04", "90079");

    public static SqlFailure of(SQLException failure) {
        return of(failure.getSQLState());
    }

    /** Whether a statement waited longer for a lock than it may. */
    public static boolean isLockWait(SQLException failure) {
        return "55P03".equals(failure.getSQLState()) || "HYT00".equals(failure.getSQLState());
    }

    /** H2 has closed the database because of its file, for a full disk or an interrupted thread; or a connection, for that reason. */
    public static boolean isClosedDatabase(SQLException failure) {
        return "90098".equals(failure.getSQLState()) || isClosedConnection(failure);
    }

    /** A pool gave a connection that is closed below it. */
    public static boolean isClosedConnection(SQLException failure) {
        return "90007".equals(failure.getSQLState());
    }

    public static SqlFailure of(@Nullable String state) {
        if (state == null) {
            return UNKNOWN;
        }
        if (CONTENTION_STATES.contains(state)) {
            return CONTENTION;
        }
        if (CANCELLED_STATES.contains(state)) {
            return CANCELLED;
        }
        if (NO_TABLE_STATES.contains(state)) {
            return NO_TABLES;
        }
        return switch (state) {
            case "42501", "90096", "90040" -> NOT_PERMITTED;
            case "23505" -> DUPLICATE;
            case "22012" -> CHECK;
            case "25006", "90097" -> READ_ONLY;
            case "25P02" -> BROKEN_TRANSACTION;
            default -> byClass(state);
        };
    }

    private static SqlFailure byClass(String state) {
        boolean defect = state.startsWith("22")
                || state.startsWith("23")
                || state.startsWith("42")
                || state.startsWith("0A")
                || state.startsWith("54");
        return defect ? DEFECT : UNKNOWN;
    }
}
