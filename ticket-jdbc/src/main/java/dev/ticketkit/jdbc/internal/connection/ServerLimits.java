package dev.ticketkit.jdbc.internal.connection;

import dev.ticketkit.jdbc.internal.dialect.PostgresLockLimit;
import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import java.sql.SQLException;

/** What PostgreSQL itself would not let a statement wait for longer than, were it not made to wait in slices. */
public final class ServerLimits {
    private static final SqlText SETTINGS = SqlText.parse(
            "SELECT current_setting('lock_timeout') AS lock_wait, current_setting('statement_timeout') AS statement_wait");

    private ServerLimits() {}

    /** Shortens a wait to them. */
    public static int applyTo(LockPatience patience, Sql sql) throws SQLException {
        return sql.list(SETTINGS, new Bindings(), row -> {
                    patience.atMost(PostgresLockLimit.millis(row.text("lock_wait")));
                    patience.atMost(PostgresLockLimit.millis(row.text("statement_wait")));
                    return row;
                })
                .size();
    }
}
