package dev.ticketkit.jdbc.internal.commit;

import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.SqlFailure;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.spi.storage.Receipt;
import dev.ticketkit.spi.storage.TicketChange;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The statements that commit on PostgreSQL, each a transaction of its own. A change that loses has no receipt. A statement that cannot
 * be right as a whole fails with {@link SqlFailure#CHECK}, and one that waited longer for a lock than it may with 55P03.
 */
public interface CommitForms {
    /** Commits one change. */
    Optional<Receipt> one(Sql sql, TicketChange change, @Nullable String lockWait) throws SQLException;

    /** Commits several changes of different tickets; the receipts are in their order. */
    List<Optional<Receipt>> many(Sql sql, List<TicketChange> changes, @Nullable String lockWait) throws SQLException;

    /** The forms on these tables. */
    static CommitForms on(TableNames names) {
        return new StatementForms(names);
    }
}
