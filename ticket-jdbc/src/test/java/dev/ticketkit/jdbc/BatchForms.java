package dev.ticketkit.jdbc;

import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.storage.Receipt;
import dev.ticketkit.spi.storage.ReferenceRequest;
import dev.ticketkit.spi.storage.TicketChange;
import dev.ticketkit.testkit.contract.TicketFixtures;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Storages that commit with the statement for many, even a single change. */
final class BatchForms implements CommitForms {
    private final CommitForms real;
    private final Function<TicketChange, List<TicketChange>> batch;

    private BatchForms(Function<TicketChange, List<TicketChange>> batch) {
        this.real = CommitForms.on(new TableNames(JdbcOptions.defaults()));
        this.batch = batch;
    }

    static JdbcStorage alone(DataSource dataSource) {
        return owning(dataSource, List::of);
    }

    static JdbcStorage amongOthers(DataSource dataSource) {
        return owning(dataSource, change -> List.of(plain(), change, numbered()));
    }

    @Override
    public Optional<Receipt> one(Sql sql, TicketChange change, @Nullable String lockWait) throws SQLException {
        List<TicketChange> changes = batch.apply(change);
        return real.many(sql, changes, lockWait).get(changes.indexOf(change));
    }

    @Override
    public List<Optional<Receipt>> many(Sql sql, List<TicketChange> changes, @Nullable String lockWait)
            throws SQLException {
        return real.many(sql, changes, lockWait);
    }

    private static JdbcStorage owning(DataSource dataSource, Function<TicketChange, List<TicketChange>> batch) {
        JdbcOptions options = JdbcOptions.builder().coalesce(false).build();
        return JdbcStorage.owning(dataSource, options, Thread::sleep, new BatchForms(batch));
    }

    private static TicketChange plain() {
        TicketFixtures make = TicketFixtures.ofNewTenant();
        Category category = make.category("Other");
        return make.opening(make.ticket().category(category).build()).silently();
    }

    private static TicketChange numbered() {
        TicketFixtures make = TicketFixtures.ofNewTenant();
        return make.numbered(make.ticket().build(), new ReferenceRequest("S", "S-", 4), null)
                .silently();
    }
}
