package dev.ticketkit.jdbc;

import dev.ticketkit.jdbc.internal.commit.CommitForms;
import dev.ticketkit.jdbc.internal.connection.OwnedSource;
import dev.ticketkit.jdbc.internal.connection.StoreSettings;
import dev.ticketkit.jdbc.internal.feed.FeedSequencer;
import dev.ticketkit.jdbc.internal.groupcommit.Commits;
import dev.ticketkit.jdbc.internal.groupcommit.GroupSizes;
import dev.ticketkit.jdbc.internal.rollup.RollUpAfterCommits;
import dev.ticketkit.jdbc.internal.rollup.RollingUp;
import dev.ticketkit.jdbc.internal.schema.SchemaGuard;
import dev.ticketkit.jdbc.internal.schema.SearchLanguages;
import dev.ticketkit.jdbc.internal.search.WordIndexing;
import dev.ticketkit.jdbc.internal.search.WordSearch;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.jdbc.internal.transaction.AmbientTransactions;
import dev.ticketkit.jdbc.internal.transaction.JoinedConnections;
import dev.ticketkit.jdbc.internal.transaction.JoiningTransactions;
import dev.ticketkit.jdbc.internal.transaction.OwningTransactions;
import dev.ticketkit.jdbc.internal.transaction.RetryBudget;
import dev.ticketkit.jdbc.internal.transaction.Transactions;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.CategoryStore;
import dev.ticketkit.spi.storage.ContactStore;
import dev.ticketkit.spi.storage.EventStore;
import dev.ticketkit.spi.storage.Maintenance;
import dev.ticketkit.spi.storage.ReferenceNumbers;
import dev.ticketkit.spi.storage.StatusStore;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.spi.storage.TicketStore;
import dev.ticketkit.spi.storage.automation.AutomationStore;
import dev.ticketkit.spi.storage.automation.ExecutionStore;
import dev.ticketkit.spi.storage.delivery.DeliveryQueue;
import dev.ticketkit.spi.storage.delivery.NotificationStore;
import dev.ticketkit.spi.storage.statistics.StatisticsStore;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Tickets in PostgreSQL or H2. Nothing touches the database before the first call of a store; then the tables are verified (see
 * {@link TicketSchema}), unless {@link JdbcOptions} say otherwise. Make one and keep it: it has its SQL ready.
 */
public final class JdbcStorage implements TicketStorage {
    private final Transactions transactions;
    private final @Nullable HostConnections host;
    private final JdbcTicketStore tickets;
    private final EventStore events;
    private final StatusStore statuses;
    private final CategoryStore categories;
    private final DeliveryQueue deliveries;
    private final AutomationStore automations;
    private final ExecutionStore executions;
    private final NotificationStore notifications;
    private final ContactStore contacts;
    private final ReferenceNumbers numbers;
    private final StatisticsStore statistics;
    private final Maintenance maintenance;

    private JdbcStorage(
            TableNames names,
            Transactions transactions,
            @Nullable HostConnections host,
            Commits commits,
            RollingUp rollingUp,
            SearchLanguages languages) {
        this.transactions = transactions;
        this.host = host;
        WordIndexing indexing = new WordIndexing(names, transactions, languages);
        WordSearch search = new WordSearch(names, transactions, languages, indexing);
        tickets = new JdbcTicketStore(names, transactions, commits, search);
        FeedSequencer sequencer = new FeedSequencer(names, transactions);
        events = new JdbcEventStore(names, transactions, sequencer);
        statuses = new JdbcStatusStore(names, transactions);
        categories = new JdbcCategoryStore(names, transactions);
        deliveries = new JdbcDeliveryQueue(names, transactions);
        automations = new JdbcAutomationStore(names, transactions);
        executions = new JdbcExecutionStore(names, transactions);
        notifications = new JdbcNotificationStore(names, transactions);
        contacts = new JdbcContactStore(names, transactions, search);
        numbers = new JdbcReferenceNumbers(names, transactions);
        statistics = new JdbcStatisticsStore(names, transactions);
        maintenance = new JdbcMaintenance(names, transactions, List.of(rollingUp, indexing, sequencer));
    }

    /** Storage with transactions of its own, under the default names. */
    public static JdbcStorage owning(DataSource dataSource) {
        return owning(dataSource, JdbcOptions.defaults());
    }

    /**
     * Storage with transactions of its own: every call takes a connection, and gives it back as it was. Thread-safe. Calls that lose
     * against others are repeated a few times; a commit whose answer was lost is resolved by repeating it.
     *
     * <p>It commits nothing of the host's: a connection that arrives with autocommit off is refused, see
     * {@link JdbcOptions.Builder#poolWithoutAutocommit}. A source that leads to more than one database is refused as soon as it does: make
     * one storage for each, and choose by {@link TicketStorage#byTenant}.
     *
     * @param dataSource where connections come from; a pool, at READ COMMITTED
     */
    public static JdbcStorage owning(DataSource dataSource, JdbcOptions options) {
        return owning(dataSource, options, Thread::sleep);
    }

    /** Storage in the host's transactions, under the default names. */
    public static JdbcStorage joining(HostConnections host) {
        return joining(host, JdbcOptions.defaults());
    }

    /**
     * Storage in the host's own transaction: what it stores is there when, and only when, the host commits. It never commits, rolls
     * back, closes or configures the connection, and repeats nothing: {@code STORAGE_RETRYABLE} means that the host shall roll back and
     * run its transaction again. A command that loses against another is an outcome and leaves the transaction usable; so does one that
     * fails, which is taken back to a savepoint, unless a deadlock on H2 has ended the transaction.
     *
     * <p>A call that needs what another open transaction holds, such as the next number without a gap, waits for
     * {@link JdbcOptions.Builder#lockWait} and ends with {@code STORAGE_LOCKED}. Codes and numbers in blocks wait for nobody and take no
     * other connection.
     *
     * <p>Where no transaction is active every call is refused with {@code STORAGE_FAILED}, reads too, and no connection is taken; so is a
     * connection in autocommit mode, which is given back: there would be nothing to join.
     *
     * <p>At READ COMMITTED everything works as in an owning storage. At a stricter level of PostgreSQL a loser may be
     * {@code STORAGE_RETRYABLE} instead of an outcome.
     *
     * <p>A commit puts its event into the queue, to be rolled back with everything else; but {@link #deliveries()} refuses every call
     * with {@code STORAGE_FAILED}, since leases must be stored at once. Whoever delivers uses an owning storage on the same tables.
     *
     * @param host gives the connection of the transaction that the calling thread is in; asked in every call
     */
    public static JdbcStorage joining(HostConnections host, JdbcOptions options) {
        JoinedConnections connections = connections(host);
        StoreSettings settings = Required.argument(options, "options").settings();
        TableNames names = settings.names();
        Transactions transactions =
                new JoiningTransactions(connections, new SchemaGuard(names, settings), settings.lockWait());
        return new JdbcStorage(
                names,
                transactions,
                host,
                Commits.joining(names, transactions),
                new RollingUp(names, transactions),
                options.searchLanguages());
    }

    /** Storage in the host's transactions where there are any, under the default names. */
    public static JdbcStorage ambient(DataSource dataSource, HostConnections host) {
        return ambient(dataSource, host, JdbcOptions.defaults());
    }

    /**
     * Storage that joins the host's transaction on threads that are in one, as {@link #joining} does, and is {@link #owning} on all
     * others: there each call commits by itself. One for the whole application; whoever delivers can use it too, on threads without a
     * transaction. Thread-safe.
     *
     * @param dataSource where connections come from when no transaction is active; of the same database as the host's
     * @param host gives the connection of the transaction that the calling thread is in; asked in every call whether there is one
     */
    public static JdbcStorage ambient(DataSource dataSource, HostConnections host, JdbcOptions options) {
        JoinedConnections connections = connections(host);
        Required.argument(dataSource, "dataSource");
        StoreSettings settings = Required.argument(options, "options").settings();
        TableNames names = settings.names();
        SchemaGuard guard = new SchemaGuard(names, settings);
        OwningTransactions owning = new OwningTransactions(new OwnedSource(dataSource, settings), guard, Thread::sleep);
        Transactions transactions = new AmbientTransactions(
                connections, new JoiningTransactions(connections, guard, settings.lockWait()), owning);
        return committing(names, owning, transactions, host, CommitForms.on(names), options);
    }

    static JdbcStorage owning(DataSource dataSource, JdbcOptions options, RetryBudget.Pause pause) {
        return owning(
                dataSource,
                options,
                pause,
                CommitForms.on(Required.argument(options, "options").settings().names()));
    }

    static JdbcStorage owning(DataSource dataSource, JdbcOptions options, RetryBudget.Pause pause, CommitForms forms) {
        Required.argument(dataSource, "dataSource");
        StoreSettings settings = Required.argument(options, "options").settings();
        TableNames names = settings.names();
        OwningTransactions transactions =
                new OwningTransactions(new OwnedSource(dataSource, settings), new SchemaGuard(names, settings), pause);
        return committing(names, transactions, transactions, null, forms, options);
    }

    private static JoinedConnections connections(HostConnections host) {
        Required.argument(host, "host");
        return new JoinedConnections(host::isTransactionActive, host::isReadOnly, host::take, host::giveBack);
    }

    private static JdbcStorage committing(
            TableNames names,
            OwningTransactions owning,
            Transactions transactions,
            @Nullable HostConnections host,
            CommitForms forms,
            JdbcOptions options) {
        RollingUp rollingUp = new RollingUp(names, owning);
        Commits commits = Commits.owning(
                names,
                owning,
                transactions,
                forms,
                options.groupsCommits() ? new GroupSizes(options.listeners()) : null,
                new RollUpAfterCommits(rollingUp));
        return new JdbcStorage(names, transactions, host, commits, rollingUp, options.searchLanguages());
    }

    @Override
    public boolean isJoined() {
        return transactions.joined();
    }

    @Override
    public boolean afterCommit(Runnable action) {
        return host != null && host.afterCommit(action);
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
    public ExecutionStore executions() {
        return executions;
    }

    @Override
    public NotificationStore notifications() {
        return notifications;
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
    public ContactStore contacts() {
        return contacts;
    }

    @Override
    public ReferenceNumbers numbers() {
        return numbers;
    }

    @Override
    public boolean settle(TenantId tenant) {
        return tickets.settle(tenant);
    }

    @Override
    public StatisticsStore statistics() {
        return statistics;
    }

    @Override
    public Maintenance maintenance() {
        return maintenance;
    }
}
