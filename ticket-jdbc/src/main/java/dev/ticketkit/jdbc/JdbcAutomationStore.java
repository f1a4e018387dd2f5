package dev.ticketkit.jdbc;

import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.StorageErrors;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.jdbc.internal.transaction.Transactions;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.automation.AutomationDocument;
import dev.ticketkit.spi.storage.automation.AutomationSet;
import dev.ticketkit.spi.storage.automation.AutomationStore;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Automations. The row with the revision is the only arbiter: whoever moves it on writes the documents. */
final class JdbcAutomationStore implements AutomationStore {
    private final Transactions transactions;
    private final SqlText read;
    private final SqlText readNewer;
    private final SqlText next;
    private final SqlText first;
    private final SqlText arbiter;
    private final SqlText remove;
    private final SqlText insert;

    JdbcAutomationStore(TableNames names, Transactions transactions) {
        this.transactions = transactions;
        // One statement: two would see two revisions.
        read = names.sql("""
                SELECT s.revision, a.id, a.document FROM {ticket_automation_set} s
                LEFT JOIN {ticket_automation} a ON a.tenant_id = s.tenant_id
                WHERE s.tenant_id = :tenant_id ORDER BY a.id""");
        // The first row says the revision; the others are there only where it is another one.
        readNewer = names.sql("""
                SELECT s.revision, CAST(NULL AS varchar) AS id, CAST(NULL AS varchar) AS document FROM {ticket_automation_set} s
                WHERE s.tenant_id = :tenant_id
                UNION ALL
                SELECT s.revision, a.id, a.document FROM {ticket_automation_set} s
                JOIN {ticket_automation} a ON a.tenant_id = s.tenant_id
                WHERE s.tenant_id = :tenant_id AND s.revision <> :revision ORDER BY id""");
        next = names.sql("""
                UPDATE {ticket_automation_set} SET revision = revision + 1, change_id = :change_id
                WHERE tenant_id = :tenant_id AND revision = :revision""");
        first = names.insert("""
                INSERT INTO {ticket_automation_set} (tenant_id, revision, change_id)
                VALUES (:tenant_id, 1, :change_id)""");
        arbiter = names.sql(dialect ->
                "SELECT s.revision, s.change_id FROM {ticket_automation_set} s WHERE s.tenant_id = :tenant_id"
                        + dialect.lockStored());
        remove = names.sql("DELETE FROM {ticket_automation} WHERE tenant_id = :tenant_id AND id = ANY(:ids)");
        insert = names.sql(
                "INSERT INTO {ticket_automation} (tenant_id, id, document) VALUES (:tenant_id, :id, :document)");
    }

    @Override
    public AutomationSet automations(TenantId tenant) {
        return transactions.call().read(sql -> set(sql, read, tenant(tenant)));
    }

    @Override
    public Optional<AutomationSet> automationsSince(TenantId tenant, long revision) {
        AutomationSet set = transactions
                .call()
                .read(sql -> set(sql, readNewer, tenant(tenant).number("revision", revision)));
        return Optional.of(set).filter(newer -> newer.revision() != revision);
    }

    private static AutomationSet set(Sql sql, SqlText text, Bindings bindings) throws SQLException {
        List<AutomationDocument> documents = new ArrayList<>();
        List<Long> revision = sql.list(text, bindings, row -> {
            String id = row.textOrNull("id");
            if (id != null) {
                documents.add(new AutomationDocument(id, row.text("document")));
            }
            return row.number("revision");
        });
        return new AutomationSet(revision.isEmpty() ? 0 : revision.get(0), documents);
    }

    @Override
    public boolean change(TenantId tenant, long revision, List<AutomationDocument> saved, Set<String> removed) {
        UUID changeId = UUID.randomUUID();
        Transactions.Call call = transactions.call();
        return call.write(sql -> {
            if (!take(sql, tenant, revision, changeId)) {
                return call.mayHaveStored() && wasTaken(sql, tenant, revision, changeId);
            }
            replace(sql, tenant, saved, removed);
            return true;
        });
    }

    private boolean take(Sql sql, TenantId tenant, long revision, UUID changeId) throws SQLException {
        Bindings row = tenant(tenant).number("revision", revision).id("change_id", changeId);
        return revision == 0 ? sql.insert(first, row) : sql.update(next, row) == 1;
    }

    /** Whether an earlier run of this change, whose commit was not answered, is what moved the revision on. */
    private boolean wasTaken(Sql sql, TenantId tenant, long revision, UUID changeId) throws SQLException {
        record Arbiter(long revision, UUID changeId) {}
        Arbiter now = sql.first(
                        arbiter, tenant(tenant), row -> new Arbiter(row.number("revision"), row.id("change_id")))
                .orElse(new Arbiter(0, changeId));
        if (now.revision() > revision + 1) {
            throw StorageErrors.unknownRevision();
        }
        return now.revision() == revision + 1 && now.changeId().equals(changeId);
    }

    private void replace(Sql sql, TenantId tenant, List<AutomationDocument> saved, Set<String> removed)
            throws SQLException {
        List<String> ids = new ArrayList<>(removed);
        saved.forEach(each -> ids.add(each.id()));
        sql.update(remove, tenant(tenant).texts("ids", ids));
        sql.insertAll(
                insert,
                saved.stream()
                        .map(each -> tenant(tenant).text("id", each.id()).text("document", each.json()))
                        .toList());
    }

    private static Bindings tenant(TenantId tenant) {
        return new Bindings().text("tenant_id", tenant.value());
    }
}
