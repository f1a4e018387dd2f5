package dev.ticketkit.jdbc;

import dev.ticketkit.jdbc.internal.delivery.AbandonedTenants;
import dev.ticketkit.jdbc.internal.delivery.Acknowledgements;
import dev.ticketkit.jdbc.internal.delivery.DeliveryAcknowledgement;
import dev.ticketkit.jdbc.internal.delivery.DeliveryClaims;
import dev.ticketkit.jdbc.internal.delivery.DeliveryPick;
import dev.ticketkit.jdbc.internal.delivery.DeliveryStatements;
import dev.ticketkit.jdbc.internal.delivery.JdbcConsumerStore;
import dev.ticketkit.jdbc.internal.delivery.JdbcKeptDeliveries;
import dev.ticketkit.jdbc.internal.delivery.KnownConsumers;
import dev.ticketkit.jdbc.internal.delivery.LeftDeliveries;
import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.StorageErrors;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.jdbc.internal.sql.Times;
import dev.ticketkit.jdbc.internal.transaction.DueTenants;
import dev.ticketkit.jdbc.internal.transaction.Transactions;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.delivery.ConsumerStore;
import dev.ticketkit.spi.storage.delivery.Delivery;
import dev.ticketkit.spi.storage.delivery.DeliveryFailure;
import dev.ticketkit.spi.storage.delivery.DeliveryQueue;
import dev.ticketkit.spi.storage.delivery.KeptDeliveries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Deliveries in a table. Claims tenant by tenant, each in a transaction of its own, so that no claim waits for another. */
final class JdbcDeliveryQueue implements DeliveryQueue {
    private final Transactions transactions;
    private final DeliveryStatements statements;

    private final DueTenants dueTenants = new DueTenants();
    private final AbandonedTenants abandoned = new AbandonedTenants();
    private final KnownConsumers known = new KnownConsumers();
    private final JdbcConsumerStore consumers;
    private final LeftDeliveries left;
    private final KeptDeliveries kept;

    JdbcDeliveryQueue(TableNames names, Transactions transactions) {
        this.transactions = transactions;
        this.statements = new DeliveryStatements(names);
        this.consumers = new JdbcConsumerStore(names, transactions, known);
        this.left = new LeftDeliveries(consumers);
        this.kept = new JdbcKeptDeliveries(statements, this::call);
    }

    @Override
    public List<Delivery> claim(String owner, int limit, Duration lease) {
        call();
        DeliveryClaims claims = new DeliveryClaims(transactions, owner, limit, lease, abandoned, known);
        String alone = dueTenants.alone();
        if (alone == null || !claims.areAllOf(statements, alone)) {
            claims.addOf(statements, dueTenants.next(transactions, statements.claims.due, limit));
        }
        return claims.all();
    }

    @Override
    public Optional<Delivery> claimAbandoned(String owner, Duration lease) {
        call();
        for (String tenant = abandoned.poll(); tenant != null; tenant = abandoned.poll()) {
            DeliveryPick pick = new DeliveryPick(new TenantId(tenant), owner, lease, true);
            List<Delivery> claimed = pick.run(transactions, statements.claims.abandoned, 1, null);
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
                .run(transactions, statements.claims.left, limit, consumer));
    }

    @Override
    public ConsumerStore consumers() {
        call();
        return consumers;
    }

    @Override
    public KeptDeliveries kept() {
        call();
        return kept;
    }

    @Override
    public void giveBack(List<Delivery> deliveries, Duration delay) {
        long micros = Times.micros(delay);
        if (endsTogether()) {
            for (List<Delivery> each : Acknowledgements.Kind.each(deliveries)) {
                call().single(sql -> {
                    new Acknowledgements(each).giveBack(sql, statements, micros);
                    return each;
                });
            }
            return;
        }
        call().write(sql -> {
            for (Delivery each : deliveries) {
                sql.update(
                        statements.giveBack, DeliveryAcknowledgement.bind(each).number("micros", micros));
            }
            return deliveries;
        });
    }

    @Override
    public boolean complete(Delivery delivery, List<DeliveryFailure> failures) {
        DeliveryAcknowledgement acknowledgement = new DeliveryAcknowledgement(delivery, failures);
        return failures.isEmpty()
                ? call().single(sql -> acknowledgement.run(sql, statements))
                : call().write(sql -> acknowledgement.run(sql, statements));
    }

    @Override
    public List<Delivery> completeAll(List<Delivery> deliveries) {
        if (deliveries.isEmpty()) {
            return List.of();
        }
        if (!endsTogether()) {
            return completeTogether(deliveries);
        }
        return Acknowledgements.Kind.each(deliveries).stream()
                .flatMap(each -> completeOfKind(each).stream())
                .toList();
    }

    /** One by one, in one transaction: on H2 it costs more to end a transaction than to acknowledge. */
    private List<Delivery> completeTogether(List<Delivery> deliveries) {
        List<DeliveryAcknowledgement> acknowledgements = deliveries.stream()
                .map(delivery -> new DeliveryAcknowledgement(delivery, List.of()))
                .toList();
        return call().write(sql -> {
            List<Delivery> refused = new ArrayList<>();
            for (int i = 0; i < acknowledgements.size(); i++) {
                if (!acknowledgements.get(i).run(sql, statements)) {
                    refused.add(deliveries.get(i));
                }
            }
            return refused;
        });
    }

    private List<Delivery> completeOfKind(List<Delivery> deliveries) {
        Acknowledgements done = new Acknowledgements(deliveries);
        return call().single(sql -> done.run(sql, statements));
    }

    @Override
    public boolean extend(Delivery delivery, Duration lease) {
        Bindings bindings = DeliveryAcknowledgement.bind(delivery).number("micros", Times.micros(lease));
        return call().single(sql -> sql.update(statements.extend, bindings) == 1);
    }

    /** Whether many are ended by one statement. */
    private boolean endsTogether() {
        call();
        return transactions.dialect().writesInOneStatement();
    }

    private Transactions.Call call() {
        if (transactions.joined()) {
            throw StorageErrors.misuse("joining: deliveries are leased outside the host's transaction;"
                    + " start a desk on JdbcStorage.owning or ambient on the same tables");
        }
        return transactions.call();
    }
}
