package dev.ticketkit.jdbc;

import dev.ticketkit.jdbc.internal.connection.StoreSettings;
import dev.ticketkit.jdbc.internal.transaction.RetryBudget;
import javax.sql.DataSource;

/** What of the door's own the tests of inner rooms need. */
public final class StorageInternals {
    private StorageInternals() {}

    public static StoreSettings settings(JdbcOptions options) {
        return options.settings();
    }

    /** A storage that waits between its tries as the test says. */
    public static JdbcStorage owning(DataSource dataSource, JdbcOptions options, RetryBudget.Pause pause) {
        return JdbcStorage.owning(dataSource, options, pause);
    }
}
