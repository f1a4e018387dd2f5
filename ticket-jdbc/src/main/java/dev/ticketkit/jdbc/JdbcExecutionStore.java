package dev.ticketkit.jdbc;

import dev.ticketkit.jdbc.internal.automation.ExecutionTable;
import dev.ticketkit.jdbc.internal.automation.FiringTable;
import dev.ticketkit.jdbc.internal.commit.ErasedTickets;
import dev.ticketkit.jdbc.internal.delivery.FiringDeliveries;
import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.StorageErrors;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.jdbc.internal.sql.Times;
import dev.ticketkit.jdbc.internal.transaction.Transactions;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.automation.AutomationExecution;
import dev.ticketkit.spi.storage.automation.ExecutionStore;
import dev.ticketkit.spi.storage.automation.Firing;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Executions and firings. The firing's row is inserted first: whoever wins it writes its executions and its delivery. */
final class JdbcExecutionStore implements ExecutionStore {
    private final Transactions transactions;
    private final FiringTable firings;
    private final ExecutionTable executions;
    private final ErasedTickets tickets;
    private final FiringDeliveries deliveries;

    JdbcExecutionStore(TableNames names, Transactions transactions) {
        this.transactions = transactions;
        this.firings = new FiringTable(names);
        this.executions = new ExecutionTable(names);
        this.tickets = new ErasedTickets(names);
        this.deliveries = new FiringDeliveries(names);
    }

    @Override
    public Optional<Firing> fire(Firing firing, List<AutomationExecution> decided, String consumer, Duration delay) {
        Bindings delivery =
                event(firing.tenant(), firing.id()).text("consumer", consumer).number("micros", Times.micros(delay));
        Transactions.Call call = transactions.call();
        return call.write(sql -> {
            if (!firings.insert(sql, firing)) {
                return stored(sql, firing).filter(stored -> !(call.mayHaveStored() && stored.equals(firing)));
            }
            executions.insert(sql, decided, false);
            deliveries.add(sql, delivery);
            return Optional.empty();
        });
    }

    @Override
    public void deliverNow(TenantId tenant, UUID firingId) {
        write(sql -> deliveries.hurry(sql, event(tenant, firingId)));
    }

    @Override
    public Optional<Firing> firing(TenantId tenant, UUID id) {
        return transactions.call().read(sql -> firings.find(sql, tenant, id));
    }

    @Override
    public List<AutomationExecution> begin(TenantId tenant, UUID eventId, List<AutomationExecution> decided) {
        boolean hasText = decided.stream().anyMatch(execution -> execution.detail() != null);
        return transactions.call().write(sql -> {
            executions.insert(sql, decided, hasText && isErased(sql, decided));
            return executions.list(sql, tenant, eventId);
        });
    }

    @Override
    public void save(AutomationExecution execution) {
        boolean hasText = execution.detail() != null;
        write(sql -> executions.save(sql, execution, hasText && isErased(sql, List.of(execution))));
    }

    @Override
    public List<AutomationExecution> executions(TenantId tenant, UUID eventId) {
        return transactions.call().read(sql -> executions.list(sql, tenant, eventId));
    }

    @Override
    public void eraseContact(TenantId tenant, String contactId) {
        Bindings contact = new Bindings().text("tenant_id", tenant.value()).text("contact_id", contactId);
        write(sql -> {
            firings.erase(sql, contact);
            executions.erase(sql, contact);
            deliveries.cancel(sql, contact);
            firings.forget(sql, contact);
        });
    }

    @Override
    public long purge(TenantId tenant, Instant before) {
        Bindings bindings = new Bindings().text("tenant_id", tenant.value()).time("before", Times.bound(before));
        return transactions.call().write(sql -> (long) executions.purge(sql, bindings) + firings.purge(sql, bindings));
    }

    /** Whether the firing, or a ticket, that executions of an event are about was erased. */
    private boolean isErased(Sql sql, List<AutomationExecution> ofEvent) throws SQLException {
        AutomationExecution first = ofEvent.get(0);
        return firings.isErased(sql, first.tenant(), first.eventId()) || tickets.concern(sql, ofEvent);
    }

    private Optional<Firing> stored(Sql sql, Firing firing) throws SQLException {
        Optional<Firing> stored = firings.findStored(sql, firing.tenant(), firing.id());
        if (stored.isEmpty()) {
            // Purged since, or of after the host's snapshot.
            throw StorageErrors.contended();
        }
        return stored;
    }

    private void write(Step step) {
        transactions.call().write(sql -> {
            step.run(sql);
            return true;
        });
    }

    private interface Step {
        void run(Sql sql) throws SQLException;
    }

    private static Bindings event(TenantId tenant, UUID id) {
        return new Bindings().text("tenant_id", tenant.value()).id("event_id", id);
    }
}
