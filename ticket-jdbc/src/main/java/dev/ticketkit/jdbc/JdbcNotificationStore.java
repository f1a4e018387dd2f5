package dev.ticketkit.jdbc;

import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Row;
import dev.ticketkit.jdbc.internal.sql.SortKeys;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.jdbc.internal.sql.Times;
import dev.ticketkit.jdbc.internal.transaction.Settlement;
import dev.ticketkit.jdbc.internal.transaction.Transactions;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.delivery.NotificationOutcome;
import dev.ticketkit.spi.storage.delivery.NotificationRecord;
import dev.ticketkit.spi.storage.delivery.NotificationStore;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Switches, a row for each operator who wants no mail; and records, a row for each round. */
final class JdbcNotificationStore implements NotificationStore {
    private static final Comparator<NotificationRecord> ORDER =
            Comparator.comparing(NotificationRecord::receiver, SortKeys.BY_CODE_POINT);

    private final Transactions transactions;
    private final Settlement settlement;
    private final SqlText optedOut;
    private final SqlText optOut;
    private final SqlText optIn;
    private final SqlText record;
    private final SqlText records;
    private final SqlText cancelled;
    private final SqlText purge;

    JdbcNotificationStore(TableNames names, Transactions transactions) {
        this.transactions = transactions;
        optedOut = names.sql("SELECT m.operator_id FROM {ticket_mail_switch} m WHERE m.tenant_id = :tenant_id");
        optOut = names.insert(
                "INSERT INTO {ticket_mail_switch} (tenant_id, operator_id) VALUES (:tenant_id, :operator_id)");
        settlement = new Settlement(names);
        optIn = names.sql(
                "DELETE FROM {ticket_mail_switch} WHERE tenant_id = :tenant_id AND operator_id = :operator_id");
        record = names.sql(dialect -> dialect.addOrChange(
                "{ticket_notification}",
                "tenant_id, event_id, receiver, notified_at, operator_ids, outcomes",
                "tenant_id, event_id, receiver"));
        records = names.sql("""
                SELECT n.receiver, n.notified_at, n.operator_ids, n.outcomes FROM {ticket_notification} n
                WHERE n.tenant_id = :tenant_id AND n.event_id = :event_id""");
        cancelled = names.sql("""
                SELECT d.cause FROM {ticket_delivery} d
                WHERE d.tenant_id = :tenant_id AND d.event_id = :event_id AND d.state = 'CANCELLED' AND d.cause IS NOT NULL
                ORDER BY d.consumer LIMIT 1""");
        purge = names.sql("DELETE FROM {ticket_notification} WHERE tenant_id = :tenant_id AND notified_at < :before");
    }

    @Override
    public Set<String> optedOut(TenantId tenant) {
        return new HashSet<>(
                transactions.call().read(sql -> sql.list(optedOut, tenant(tenant), row -> row.text("operator_id"))));
    }

    @Override
    public void setOptedOut(TenantId tenant, String operatorId, boolean out) {
        Bindings row = tenant(tenant).text("operator_id", operatorId);
        transactions.call().write(sql -> {
            boolean changed = out ? sql.insert(optOut, row) : sql.update(optIn, row) > 0;
            return changed || (!transactions.joined() && settlement.begin(sql, tenant));
        });
    }

    @Override
    public Optional<String> cancelled(TenantId tenant, UUID eventId) {
        Bindings event = tenant(tenant).id("event_id", eventId);
        return transactions.call().read(sql -> sql.first(cancelled, event, row -> row.text("cause")));
    }

    @Override
    public void record(NotificationRecord record) {
        Bindings row = tenant(record.tenant())
                .id("event_id", record.eventId())
                .text("receiver", record.receiver())
                .time("notified_at", record.at())
                .texts("operator_ids", record.outcomes().keySet())
                .texts(
                        "outcomes",
                        record.outcomes().values().stream().map(Enum::name).toList());
        transactions.call().write(sql -> sql.update(this.record, row));
    }

    @Override
    public List<NotificationRecord> records(TenantId tenant, UUID eventId) {
        Bindings event = tenant(tenant).id("event_id", eventId);
        return transactions
                .call()
                .read(sql -> sql.list(records, event, row -> notification(tenant, eventId, row)).stream()
                        .sorted(ORDER)
                        .toList());
    }

    @Override
    public long purge(TenantId tenant, Instant before) {
        Bindings bindings = tenant(tenant).time("before", Times.bound(before));
        return transactions.call().write(sql -> (long) sql.update(purge, bindings));
    }

    private static NotificationRecord notification(TenantId tenant, UUID eventId, Row row) throws SQLException {
        List<@Nullable String> operators = row.texts("operator_ids");
        List<@Nullable String> outcomes = row.texts("outcomes");
        SortedMap<String, NotificationOutcome> byOperator = new TreeMap<>();
        for (int i = 0; i < operators.size(); i++) {
            byOperator.put(
                    Objects.requireNonNull(operators.get(i)),
                    Row.named(Objects.requireNonNull(outcomes.get(i)), NotificationOutcome.class)
                            .orElse(NotificationOutcome.UNKNOWN));
        }
        return new NotificationRecord(tenant, eventId, row.text("receiver"), row.time("notified_at"), byOperator);
    }

    private static Bindings tenant(TenantId tenant) {
        return new Bindings().text("tenant_id", tenant.value());
    }
}
