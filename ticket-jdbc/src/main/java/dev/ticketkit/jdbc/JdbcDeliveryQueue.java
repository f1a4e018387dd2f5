package dev.ticketkit.jdbc;

import dev.ticketkit.jdbc.internal.delivery.AbandonedTenants;
import dev.ticketkit.jdbc.internal.delivery.Acknowledgements;
import dev.ticketkit.jdbc.internal.delivery.DeliveryAcknowledgement;
import dev.ticketkit.jdbc.internal.delivery.DeliveryClaims;
import dev.ticketkit.jdbc.internal.delivery.DeliveryPick;
import dev.ticketkit.jdbc.internal.delivery.DeliveryStatements;
import dev.ticketkit.jdbc.internal.delivery.JdbcConsumerStore;
import dev.ticketkit.jdbc.internal.delivery.KnownConsumers;
import dev.ticketkit.jdbc.internal.delivery.LeftDeliveries;
import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Dialect;
import dev.ticketkit.jdbc.internal.sql.Row;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.StorageErrors;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.jdbc.internal.sql.Times;
import dev.ticketkit.jdbc.internal.transaction.DueTenants;
import dev.ticketkit.jdbc.internal.transaction.Transactions;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.storage.delivery.ConsumerStore;
import dev.ticketkit.spi.storage.delivery.Delivery;
import dev.ticketkit.spi.storage.delivery.DeliveryFailure;
import dev.ticketkit.spi.storage.delivery.DeliveryQueue;
import dev.ticketkit.spi.storage.delivery.ParkedDelivery;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Deliveries in a table. Claims tenant by tenant, each in a transaction of its own, so that no claim waits for another. */
final class JdbcDeliveryQueue implements DeliveryQueue {
    private final Transactions transactions;
    private final DeliveryStatements postgres;
    private final DeliveryStatements h2;

    private final DueTenants dueTenants = new DueTenants();
    private final AbandonedTenants abandoned = new AbandonedTenants();
    private final KnownConsumers known = new KnownConsumers();
    private final JdbcConsumerStore consumers;
    private final LeftDeliveries left;

    JdbcDeliveryQueue(TableNames names, Transactions transactions) {
        this.transactions = transactions;
        this.postgres = new DeliveryStatements(names, Dialect.POSTGRESQL);
        this.h2 = new DeliveryStatements(names, Dialect.H2);
        this.consumers = new JdbcConsumerStore(names, transactions, known);
        this.left = new LeftDeliveries(consumers);
    }

    @Override
    public List<Delivery> claim(String owner, int limit, Duration lease) {
        Transactions.Call call = call();
        DeliveryClaims claims = new DeliveryClaims(transactions, owner, limit, lease, abandoned, known);
        String alone = dueTenants.alone();
        if (alone == null || !claims.areAllOf(postgres, alone)) {
            DeliveryStatements statements = call.read(this::of);
            claims.addOf(statements, dueTenants.next(transactions, statements.claims.due, limit));
        }
        return claims.all();
    }

    @Override
    public Optional<Delivery> claimAbandoned(String owner, Duration lease) {
        call();
        for (String tenant = abandoned.poll(); tenant != null; tenant = abandoned.poll()) {
            DeliveryPick pick = new DeliveryPick(new TenantId(tenant), owner, lease, true);
            List<Delivery> claimed = pick.run(transactions, postgres.claims.abandoned, h2.claims.abandoned, 1, null);
            if (!claimed.isEmpty()) {
                abandoned.add(tenant);
                return Optional.of(claimed.get(0));
            }
        }
        return Optional.empty();
    }

    @Override
    public List<Delivery> claimLeft(String owner, Set<String> wanted, int limit, Duration lease) {
        call();
        return left.claim(wanted, (consumer, tenant) -> new DeliveryPick(new TenantId(tenant), owner, lease, false)
                .run(transactions, postgres.claims.left, h2.claims.left, limit, consumer));
    }

    @Override
    public ConsumerStore consumers() {
        call();
        return consumers;
    }

    @Override
    public void giveBack(List<Delivery> deliveries, Duration delay) {
        long micros = Times.micros(delay);
        if (call().read(Sql::isPostgres)) {
            for (List<Delivery> each : Acknowledgements.Kind.each(deliveries)) {
                call().single(sql -> {
                    new Acknowledgements(each).giveBack(sql, of(sql), micros);
                    return each;
                });
            }
            return;
        }
        call().write(sql -> {
            for (Delivery each : deliveries) {
                sql.update(h2.giveBack, DeliveryAcknowledgement.bind(each).number("micros", micros));
            }
            return deliveries;
        });
    }

    @Override
    public boolean complete(Delivery delivery, List<DeliveryFailure> failures) {
        DeliveryAcknowledgement marks = new DeliveryAcknowledgement(delivery, failures);
        return failures.isEmpty()
                ? call().single(sql -> marks.run(sql, of(sql)))
                : call().write(sql -> marks.run(sql, of(sql)));
    }

    @Override
    public List<Delivery> completeAll(List<Delivery> deliveries) {
        if (deliveries.isEmpty()) {
            return List.of();
        }
        if (!call().read(Sql::isPostgres)) {
            return completeTogether(deliveries);
        }
        return Acknowledgements.Kind.each(deliveries).stream()
                .flatMap(each -> completeOfKind(each).stream())
                .toList();
    }

    /** One by one, in one transaction: on H2 it costs more to end a transaction than to mark. */
    private List<Delivery> completeTogether(List<Delivery> deliveries) {
        List<DeliveryAcknowledgement> marks = deliveries.stream()
                .map(delivery -> new DeliveryAcknowledgement(delivery, List.of()))
                .toList();
        return call().write(sql -> {
            List<Delivery> refused = new ArrayList<>();
            for (int i = 0; i < marks.size(); i++) {
                if (!marks.get(i).run(sql, h2)) {
                    refused.add(deliveries.get(i));
                }
            }
            return refused;
        });
    }

    private List<Delivery> completeOfKind(List<Delivery> deliveries) {
        Acknowledgements done = new Acknowledgements(deliveries);
        return call().single(sql -> done.run(sql, of(sql)));
    }

    @Override
    public boolean extend(Delivery delivery, Duration lease) {
        Bindings bindings = DeliveryAcknowledgement.bind(delivery).number("micros", Times.micros(lease));
        return call().single(sql -> sql.update(of(sql).extend, bindings) == 1);
    }

    @Override
    public List<ParkedDelivery> parked(TenantId tenant, int limit) {
        Bindings bindings = tenant(tenant).number("most", limit);
        return call().read(sql -> sql.list(of(sql).parked, bindings, row -> parked(tenant, row)));
    }

    @Override
    public boolean release(TenantId tenant, UUID eventId, String consumer) {
        Bindings bindings = tenant(tenant).id("event_id", eventId).text("consumer", consumer);
        return call().single(sql -> sql.update(of(sql).release, bindings) == 1);
    }

    @Override
    public long pending(TenantId tenant) {
        return call().read(sql -> sql.first(of(sql).pending, tenant(tenant), row -> row.number("pending")))
                .orElseThrow();
    }

    @Override
    public long purge(TenantId tenant, Instant before) {
        Bindings bindings = tenant(tenant).time("before", before);
        return call().single(sql -> (long) sql.update(of(sql).purge, bindings));
    }

    private DeliveryStatements of(Sql sql) {
        return sql.isPostgres() ? postgres : h2;
    }

    private Transactions.Call call() {
        if (transactions.joined()) {
            throw StorageErrors.misuse("joining: deliveries are leased outside the host's transaction;"
                    + " give the delivery pump JdbcStorage.owning on the same tables");
        }
        return transactions.call();
    }

    private static Bindings tenant(TenantId tenant) {
        return new Bindings().text("tenant_id", tenant.value());
    }

    private static ParkedDelivery parked(TenantId tenant, Row row) throws SQLException {
        return new ParkedDelivery(
                tenant,
                row.id("event_id"),
                new TicketId(row.id("ticket_id")),
                row.text("consumer"),
                row.integer("attempts"),
                row.time("ended_at"),
                row.text("cause"));
    }
}
