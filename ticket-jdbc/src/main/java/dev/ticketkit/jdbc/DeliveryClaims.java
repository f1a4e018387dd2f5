package dev.ticketkit.jdbc;

import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.storage.Delivery;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One claim, tenant by tenant, each a transaction of its own: what some leave of their share is shared by the others. */
final class DeliveryClaims {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryClaims.class);

    private final Transactions transactions;
    private final DeliveryStatements statements;
    private final String owner;
    private final int limit;
    private final Duration lease;
    private final List<Delivery> claimed = new ArrayList<>();

    DeliveryClaims(Transactions transactions, DeliveryStatements statements, String owner, int limit, Duration lease) {
        this.transactions = transactions;
        this.statements = statements;
        this.owner = owner;
        this.limit = limit;
        this.lease = lease;
    }

    List<Delivery> of(List<String> tenants) {
        try {
            List<String> more = tenants;
            while (!more.isEmpty() && claimed.size() < limit) {
                more = shares(more, Math.max(1, (limit - claimed.size()) / more.size()));
            }
        } catch (StorageException e) {
            if (claimed.isEmpty()) {
                throw e;
            }
            // Their leases run and their attempts are counted, so they are handed out all the same.
            LOG.warn("a claim ended early, with {} deliveries", claimed.size(), e);
        }
        return List.copyOf(claimed);
    }

    /** Who took all of his share and may have more. */
    private List<String> shares(List<String> tenants, int share) {
        return tenants.stream().filter(tenant -> claim(tenant, share) == share).toList();
    }

    private int claim(String tenant, int share) {
        int most = Math.min(share, limit - claimed.size());
        if (most == 0) {
            return 0;
        }
        Bindings bindings = new Bindings()
                .text("tenant_id", tenant)
                .text("owner", owner)
                .number("most", most)
                .number("micros", Times.micros(lease));
        Row.Mapper<Delivery> mapper = row -> delivery(new TenantId(tenant), row);
        Transactions.Call call = transactions.call();
        List<Delivery> part = statements.claimsAtOnce()
                ? call.single(sql -> sql.list(statements.claim, bindings, mapper))
                : call.write(sql -> lease(sql, sql.list(statements.claim, bindings, mapper), bindings));
        claimed.addAll(part);
        return part.size();
    }

    private List<Delivery> lease(Sql sql, List<Delivery> locked, Bindings bindings) throws SQLException {
        for (Delivery each : locked) {
            sql.update(statements.lease, DeliveryMarks.bind(each).addAll(bindings));
        }
        return locked;
    }

    private Delivery delivery(TenantId tenant, Row row) throws SQLException {
        return new Delivery(
                tenant,
                row.id("event_id"),
                new TicketId(row.id("ticket_id")),
                row.number("version"),
                row.text("consumer"),
                row.texts("waiting").stream().map(Objects::requireNonNull).collect(Collectors.toSet()),
                row.integer("attempts"),
                owner);
    }
}
