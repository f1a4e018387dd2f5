package dev.ticketkit.jdbc.internal.rollup;

import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.query.TicketQuery;
import java.sql.SQLException;

/** Counts what a list finds, from rollups. */
public final class RollupTicketCount {
    private final TenantId tenant;
    private final TicketQuery query;
    private final AccessScope scope;

    public RollupTicketCount(TenantId tenant, TicketQuery query, AccessScope scope) {
        this.tenant = tenant;
        this.query = query;
        this.scope = scope;
    }

    /** Whether the query asks only for what rollups tell apart; owners and categories are in rollups of their own, never together. */
    public boolean isKnown() {
        return !(byOwner() && byCategory())
                && (scope.isAll() || scope.contacts().isEmpty())
                && query.text() == null
                && query.excludedText() == null
                && query.excluded().isEmpty()
                && query.contacts().isEmpty()
                && query.contactNames().isEmpty()
                && query.ownerNames().isEmpty()
                && query.titles().isEmpty()
                && query.references().isEmpty()
                && query.origins().isEmpty()
                && query.attributes().isEmpty()
                && query.opened().isAlways()
                && query.updated().isAlways()
                && query.closed().isAlways();
    }

    public long run(Sql sql, TableNames names) throws SQLException {
        // The one with the fewest rollups that tells apart what is asked for.
        Rollup set = byOwner() ? Rollup.OWNER : byCategory() ? Rollup.ALL : Rollup.PRIORITY;
        RollupQuery rollups = new RollupQuery(tenant).all(set);
        conditions(rollups);
        rollups.owners(query.owners(), query.unassigned());
        rollups.inCategories(query.categories(), query.uncategorised());
        if (!scope.isAll()) {
            rollups.owners(scope.owners(), scope.includesUnassigned());
            rollups.inCategories(scope.categories(), false);
        }
        SqlText statement = names.sql(rollups.sql("COALESCE(SUM(p.tickets), 0) AS tickets", ""));
        return sql.first(statement, rollups.bindings(), row -> row.number("tickets"))
                .orElseThrow();
    }

    private void conditions(RollupQuery rollups) {
        if (!query.statuses().isEmpty()) {
            rollups.anyText("p.status_key", query.statuses());
        }
        if (query.macroStatus() != null) {
            rollups.bindings().text("macro", query.macroStatus().name());
            rollups.where("p.macro_status = :macro");
        }
        if (!query.priorities().isEmpty()) {
            rollups.bindings()
                    .numbers(
                            "priorities",
                            query.priorities().stream()
                                    .map(each -> (long) each.rank())
                                    .toList());
            rollups.where("p.priority = ANY(:priorities)");
        }
    }

    private boolean byOwner() {
        return !query.owners().isEmpty()
                || query.unassigned()
                || (!scope.isAll() && (!scope.owners().isEmpty() || scope.includesUnassigned()));
    }

    private boolean byCategory() {
        return !query.categories().isEmpty()
                || query.uncategorised()
                || (!scope.isAll() && !scope.categories().isEmpty());
    }
}
