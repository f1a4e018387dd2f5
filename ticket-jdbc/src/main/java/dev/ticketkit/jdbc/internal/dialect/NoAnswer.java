package dev.ticketkit.jdbc.internal.dialect;

import org.jspecify.annotations.Nullable;

/** Why a database gave no answer, as far as its SQLState says, and what to do about it. */
public final class NoAnswer {
    private static final String CLOSED =
            "H2 has closed the database after an error of its file, such as a full disk or a thread"
                    + " that was interrupted in it. Make room and call again: it opens"
                    + " by itself, unless the pool keeps its old connections; then close the pool";

    private static final String NO_DATABASE = "there is no database of this name; make it, or correct the address";

    private NoAnswer() {}

    /**
     * In words.
     *
     * @param closed whether H2 has closed the database because of its file
     */
    public static String words(@Nullable String state, boolean closed) {
        return closed ? CLOSED : reason(state) + (state == null ? "" : " (SQLState " + state + ")");
    }

    /** Every driver says a state; a pool that has nothing to give out says none. */
    private static String reason(@Nullable String state) {
        if (state == null) {
            return "the DataSource gave no connection: its pool is exhausted or closed. See whether connections are not given back or"
                    + " are too few for the threads that want one, and whether the pool is closed before the desk";
        }
        return switch (state) {
            case "53100" -> "the database's disk is full";
            case "53300" ->
                "the database has no connection left; make the pools smaller, or max_connections of the server greater";
            case "57P01", "57P02", "57P03" ->
                "the database's server is starting or going down; call again when it is up";
            case "08001" ->
                "there is no connection to the database; check its address, whether it runs, whether its driver is on the class path,"
                        + " and whether the pool has one left";
            case "90011", "90046", "90088", "90113", "90138" ->
                "H2 does not take the address in the DataSource; its cause says why, correct it there";
            case "90013", "90146" -> NO_DATABASE;
            case "90020" ->
                "another process has the file of the H2 database open; end that one, or let both connect to a server";
            default -> reasonOfClass(state);
        };
    }

    private static String reasonOfClass(String state) {
        if (state.startsWith("08")) {
            return "there is no connection to the database, or it was lost; check its address, and whether it runs";
        }
        if (state.startsWith("28")) {
            return "the database refused the user or the password; correct them in the DataSource";
        }
        if (state.startsWith("3D")) {
            return NO_DATABASE;
        }
        return "the database does not answer or has no space; see its cause and the server's log";
    }
}
