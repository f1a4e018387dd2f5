package dev.ticketkit.jdbc.internal.commit;

import dev.ticketkit.jdbc.internal.catalogue.SeenCategories;
import dev.ticketkit.jdbc.internal.catalogue.StatusGate;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.spi.storage.Receipt;
import dev.ticketkit.spi.storage.TicketChange;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes its statements when it commits first: to write them is a part of a start, and on H2 nobody needs them. Thread-safe. */
final class StatementForms implements CommitForms {
    private final TableNames names;
    private volatile @Nullable Made made;

    StatementForms(TableNames names) {
        this.names = names;
    }

    private record Made(SingleStatementCommit plain, SingleStatementCommit gated, BatchCommit batch) {
        static Made on(TableNames names) {
            SeenCategories seen = new SeenCategories();
            return new Made(
                    new SingleStatementCommit(names, false, seen),
                    new SingleStatementCommit(names, true, seen),
                    new BatchCommit(names, seen));
        }
    }

    @Override
    public Optional<Receipt> one(Sql sql, TicketChange change, @Nullable String lockWait) throws SQLException {
        Made forms = made();
        return (StatusGate.isOnTheWay(change) ? forms.gated : forms.plain).run(sql, change, lockWait);
    }

    @Override
    public List<Optional<Receipt>> many(Sql sql, List<TicketChange> changes, @Nullable String lockWait)
            throws SQLException {
        return made().batch.run(sql, changes, lockWait);
    }

    private Made made() {
        Made known = made;
        return known != null ? known : madeOnce();
    }

    /** What was seen of categories must be known to all of them. */
    private synchronized Made madeOnce() {
        Made known = made;
        if (known == null) {
            known = Made.on(names);
            made = known;
        }
        return known;
    }
}
