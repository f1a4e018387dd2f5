package dev.ticketkit.jdbc;

import dev.ticketkit.jdbc.internal.connection.OwnedSource;
import dev.ticketkit.jdbc.internal.connection.StoreSettings;
import dev.ticketkit.jdbc.internal.schema.SchemaGuard;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.jdbc.internal.transaction.OwningTransactions;
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

    /** Default names. */
    public static TableNames names() {
        return settings(JdbcOptions.defaults()).names();
    }

    /** Transactions on the tables of default names, that do not wait between their tries. */
    public static OwningTransactions transactions(DataSource dataSource) {
        StoreSettings settings = settings(JdbcOptions.defaults());
        return new OwningTransactions(
                new OwnedSource(dataSource, settings), new SchemaGuard(settings.names(), settings), millis -> {});
    }
}
