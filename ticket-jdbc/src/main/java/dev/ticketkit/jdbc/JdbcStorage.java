package dev.ticketkit.jdbc;

import dev.ticketkit.spi.storage.AutomationStore;
import dev.ticketkit.spi.storage.CategoryStore;
import dev.ticketkit.spi.storage.DeliveryQueue;
import dev.ticketkit.spi.storage.EventStore;
import dev.ticketkit.spi.storage.NoticeStore;
import dev.ticketkit.spi.storage.ReferenceBlocks;
import dev.ticketkit.spi.storage.RunStore;
import dev.ticketkit.spi.storage.StatusStore;
import dev.ticketkit.spi.storage.TallyStore;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.spi.storage.TicketStore;
import dev.ticketkit.spi.storage.Upkeep;
import java.sql.Connection;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Tickets in PostgreSQL or H2. Nothing touches the database before the first call of a store; then the tables are verified (see
 * {@link TicketSchema}), unless {@link JdbcOptions} say otherwise. Make one and keep it: it has its SQL ready.
 */
public final class JdbcStorage implements TicketStorage {
    private final TicketStore tickets;
    private final EventStore events;
    private final StatusStore statuses;
    private final CategoryStore categories;
    private final DeliveryQueue deliveries;
    private final AutomationStore automations;
    private final RunStore runs;
    private final NoticeStore notices;
    private final ReferenceBlocks referenceBlocks;
    private final TallyStore tallies;
    private final Upkeep upkeep;

    private JdbcStorage(
            TableNames names, Transactions transactions, Commits commits, CellFold fold, SearchLanguages languages) {
        WordIndexing indexing = new WordIndexing(names, transactions, languages);
        WordSearch search = new WordSearch(names, transactions, languages, indexing);
        tickets = new JdbcTicketStore(names, transactions, commits, search);
        FeedNumbering numbering = new FeedNumbering(names, transactions);
        events = new JdbcEventStore(names, transactions, numbering);
        statuses = new JdbcStatusStore(names, transactions);
        categories = new JdbcCategoryStore(names, transactions);
        deliveries = new JdbcDeliveryQueue(names, transactions);
        automations = new JdbcAutomationStore(names, transactions);
        runs = new JdbcRunStore(names, transactions);
        notices = new JdbcNoticeStore(names, transactions);
        referenceBlocks = new JdbcReferenceBlocks(names, transactions);
        tallies = new JdbcTallyStore(names, transactions);
        upkeep = new JdbcUpkeep(names, transactions, List.of(fold, indexing, numbering));
    }

    /** Storage with transactions of its own, under the default names. */
    public static JdbcStorage owning(DataSource dataSource) {
        return owning(dataSource, JdbcOptions.defaults());
    }

    /**
     * Storage with transactions of its own: every call takes a connection, and gives it back as it was. Thread-safe. Calls that lose
     * against others are repeated a few times; a commit whose answer was lost is resolved by repeating it.
     *
     * @param dataSource where connections come from; a pool, at READ COMMITTED
     */
    public static JdbcStorage owning(DataSource dataSource, JdbcOptions options) {
        return owning(dataSource, options, Thread::sleep);
    }

    /** Storage in the host's transactions, under the default names. */
    public static JdbcStorage joining(Supplier<Connection> connections) {
        return joining(connections, JdbcOptions.defaults());
    }

    /**
     * Storage in the host's own transaction: what it stores is there when, and only when, the host commits. It never commits, rolls
     * back, closes or configures the connection, and repeats nothing: {@code STORAGE_RETRYABLE} means that the host shall roll back and
     * run his transaction again. A command that loses against another is an outcome and leaves the transaction usable.
     *
     * <p>At READ COMMITTED everything works as in an owning storage. At a stricter level of PostgreSQL a loser may be
     * {@code STORAGE_RETRYABLE} instead of an outcome.
     *
     * <p>A commit puts its event into the queue, to be rolled back with everything else; but {@link #deliveries()} refuses every call
     * with {@code STORAGE_FAILED}, since leases must be stored at once. Whoever delivers uses an owning storage on the same tables.
     *
     * @param connections gives the connection of the transaction that the calling thread is in; asked in every call. A connection in
     *     autocommit mode is refused with {@code STORAGE_FAILED}, in reads too: there would be nothing to join
     */
    public static JdbcStorage joining(Supplier<Connection> connections, JdbcOptions options) {
        Objects.requireNonNull(connections, "connections");
        TableNames names = new TableNames(options);
        Transactions transactions = new JoiningTransactions(connections, new SchemaGuard(names, options));
        return new JdbcStorage(
                names,
                transactions,
                Commits.joining(names, transactions),
                new CellFold(names, transactions),
                options.searchLanguages());
    }

    static JdbcStorage owning(DataSource dataSource, JdbcOptions options, Attempts.Pause pause) {
        TableNames names = new TableNames(options);
        return owning(dataSource, options, pause, CommitForms.on(names));
    }

    static JdbcStorage owning(DataSource dataSource, JdbcOptions options, Attempts.Pause pause, CommitForms forms) {
        Objects.requireNonNull(dataSource, "dataSource");
        TableNames names = new TableNames(options);
        OwningTransactions transactions = new OwningTransactions(dataSource, new SchemaGuard(names, options), pause);
        CellFold fold = new CellFold(names, transactions);
        Commits commits = Commits.owning(names, transactions, forms, options.coalesces(), new RollUpAfterCommits(fold));
        return new JdbcStorage(names, transactions, commits, fold, options.searchLanguages());
    }

    @Override
    public TicketStore tickets() {
        return tickets;
    }

    @Override
    public EventStore events() {
        return events;
    }

    @Override
    public AutomationStore automations() {
        return automations;
    }

    @Override
    public RunStore runs() {
        return runs;
    }

    @Override
    public NoticeStore notices() {
        return notices;
    }

    @Override
    public StatusStore statuses() {
        return statuses;
    }

    @Override
    public CategoryStore categories() {
        return categories;
    }

    @Override
    public DeliveryQueue deliveries() {
        return deliveries;
    }

    @Override
    public ReferenceBlocks referenceBlocks() {
        return referenceBlocks;
    }

    @Override
    public TallyStore tallies() {
        return tallies;
    }

    @Override
    public Upkeep upkeep() {
        return upkeep;
    }
}
