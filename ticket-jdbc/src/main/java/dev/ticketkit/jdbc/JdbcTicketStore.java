package dev.ticketkit.jdbc;

import dev.ticketkit.jdbc.internal.commit.CommitConflicts;
import dev.ticketkit.jdbc.internal.groupcommit.Commits;
import dev.ticketkit.jdbc.internal.query.OwnerNames;
import dev.ticketkit.jdbc.internal.query.TicketList;
import dev.ticketkit.jdbc.internal.row.TicketColumns;
import dev.ticketkit.jdbc.internal.search.SearchPlan;
import dev.ticketkit.jdbc.internal.search.WordSearch;
import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.EachOf;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.jdbc.internal.transaction.Settlement;
import dev.ticketkit.jdbc.internal.transaction.Transactions;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.query.SortPosition;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.IdempotencyStamp;
import dev.ticketkit.spi.storage.TicketChange;
import dev.ticketkit.spi.storage.TicketStore;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tickets. */
final class JdbcTicketStore implements TicketStore {
    private final Transactions transactions;
    private final Commits commits;
    private final CommitConflicts reasons;
    private final Settlement settlement;
    private final TicketList ticketList;
    private final SqlText byId;
    private final SqlText byIds;
    private final SqlText byReference;
    private final SqlText byExternalId;
    private final WordSearch search;
    private final OwnerNames ownerNames;

    JdbcTicketStore(TableNames names, Transactions transactions, Commits commits, WordSearch search) {
        this.search = search;
        this.ownerNames = new OwnerNames(names, transactions);
        this.transactions = transactions;
        this.reasons = new CommitConflicts(names);
        this.settlement = new Settlement(names);
        this.commits = commits;
        this.ticketList = new TicketList(names);
        byId = names.sql("SELECT " + TicketColumns.READ + " FROM {ticket} t " + TicketColumns.JOIN_CATEGORY
                + " WHERE t.tenant_id = :tenant_id AND t.id = :id");
        byIds = names.sql(dialect ->
                "SELECT " + TicketColumns.READ + EachOf.ids(dialect, "{ticket}", "t", TicketColumns.JOIN_CATEGORY, ""));
        String byHash = "SELECT " + TicketColumns.READ
                + " FROM {ticket_event} e JOIN {ticket} t ON t.tenant_id = e.tenant_id AND t.id = e.ticket_id "
                + TicketColumns.JOIN_CATEGORY + " WHERE e.tenant_id = :tenant_id AND ";
        // Hashes outlive what an erasure took from the ticket.
        byReference = names.sql(byHash + "e.reference_hash = :hash AND t.reference_fold = :reference_fold");
        byExternalId = names.sql(byHash + "e.external_hash = :hash AND t.external_id = :external_id");
    }

    @Override
    public CommitOutcome commit(TicketChange change) {
        return commits.run(change);
    }

    @Override
    public List<CommitOutcome> commitAll(List<TicketChange> changes) {
        return commits.runAll(changes);
    }

    @Override
    public Optional<CommitOutcome> replay(TenantId tenant, IdempotencyStamp stamp) {
        return transactions.call().write(sql -> reasons.ofKey(sql, tenant, stamp));
    }

    /** See {@link dev.ticketkit.spi.storage.TicketStorage#settle}. */
    boolean settle(TenantId tenant) {
        return !transactions.joined() && transactions.call().write(sql -> settlement.begin(sql, tenant));
    }

    @Override
    public Optional<Ticket> find(TenantId tenant, TicketId id) {
        return first(byId, tenant, sql -> tenant(tenant).id("id", id.value()));
    }

    @Override
    public List<Ticket> findAll(TenantId tenant, Collection<TicketId> ids) {
        List<UUID> each = ids.stream().map(TicketId::value).distinct().toList();
        return transactions
                .call()
                .read(sql -> sql.list(
                        byIds, tenant(tenant).anyOf("ids", each, sql), row -> TicketColumns.read(tenant, row)));
    }

    @Override
    public Optional<Ticket> findByReference(TenantId tenant, Reference reference) {
        return first(byReference, tenant, sql -> tenant(tenant)
                .bytes("hash", sql.hashes().of(tenant, reference))
                .text("reference_fold", reference.folded().value()));
    }

    @Override
    public Optional<Ticket> findByExternalId(TenantId tenant, String externalId) {
        return first(byExternalId, tenant, sql -> tenant(tenant)
                .bytes("hash", sql.hashes().ofExternalId(tenant, externalId))
                .text("external_id", externalId));
    }

    @Override
    public List<Ticket> list(
            TenantId tenant, TicketQuery query, AccessScope scope, @Nullable SortPosition after, int limit) {
        if (scope.isNone()) {
            return List.of();
        }
        TicketQuery named = ownerNames.named(tenant, query);
        SearchPlan plan = search.plan(tenant, named);
        return transactions.call().read(sql -> ticketList.run(sql, tenant, named, plan, scope, after, limit));
    }

    private Optional<Ticket> first(SqlText statement, TenantId tenant, Function<Sql, Bindings> bindings) {
        return transactions
                .call()
                .read(sql -> sql.first(statement, bindings.apply(sql), row -> TicketColumns.read(tenant, row)));
    }

    private static Bindings tenant(TenantId tenant) {
        return new Bindings().text("tenant_id", tenant.value());
    }
}
