package dev.ticketkit.jdbc;

import dev.ticketkit.jdbc.internal.commit.CommitForms;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.storage.Receipt;
import dev.ticketkit.spi.storage.ReferenceRequest;
import dev.ticketkit.spi.storage.TicketChange;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Storages that commit with the statement for many, even a single change. */
final class BatchForms implements CommitForms {
    /** Not new ones each time: the chores go through every tenant there is. More than are used at once, so that none waits for another. */
    private static final List<TicketFixtures> OTHERS =
            Stream.generate(TicketFixtures::ofNewTenant).limit(200).toList();

    private static final AtomicInteger TURN = new AtomicInteger();

    private final CommitForms real;
    private final Function<TicketChange, List<TicketChange>> batch;

    private BatchForms(JdbcOptions options, Function<TicketChange, List<TicketChange>> batch) {
        this.real = CommitForms.on(options.settings().names());
        this.batch = batch;
    }

    static JdbcStorage alone(DataSource dataSource) {
        return owning(dataSource, JdbcOptions.builder(), List::of);
    }

    static JdbcStorage amongOthers(DataSource dataSource) {
        return amongOthers(dataSource, JdbcOptions.builder());
    }

    static JdbcStorage amongOthers(DataSource dataSource, JdbcOptions.Builder names) {
        return owning(dataSource, names, change -> List.of(plain(), change, numbered()));
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

    private static JdbcStorage owning(
            DataSource dataSource, JdbcOptions.Builder names, Function<TicketChange, List<TicketChange>> batch) {
        JdbcOptions options = names.groupCommit(false).build();
        return JdbcStorage.owning(dataSource, options, Thread::sleep, new BatchForms(options, batch));
    }

    private static TicketChange plain() {
        TicketFixtures make = other();
        Category category = make.category("Other");
        return make.opening(make.ticket().category(category).build()).silently();
    }

    private static TicketChange numbered() {
        TicketFixtures make = other();
        return make.numbered(make.ticket().build(), new ReferenceRequest("S", "S-", 4), null)
                .silently();
    }

    private static TicketFixtures other() {
        return OTHERS.get(TURN.getAndIncrement() % OTHERS.size());
    }
}
