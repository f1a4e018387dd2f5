package dev.ticketkit.jdbc.internal.delivery;

import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.delivery.Delivery;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Acknowledges deliveries of one tenant, worker, consumer and number of attempt, and wakes what waited for them: two statements for all
 * of them on PostgreSQL. Or gives them back.
 */
public final class Acknowledgements {
    /** What those have in common that are acknowledged together. */
    public record Kind(TenantId tenant, String owner, String consumer, int attempt, boolean alone) {
        static Kind of(Delivery delivery) {
            return new Kind(
                    delivery.tenant(), delivery.owner(), delivery.consumer(), delivery.attempt(), delivery.alone());
        }

        /** Those of each kind. */
        public static Collection<List<Delivery>> each(List<Delivery> deliveries) {
            return deliveries.stream().collect(Collectors.groupingBy(Kind::of)).values();
        }
    }

    private final List<Delivery> deliveries;
    private final Set<UUID> ended = new HashSet<>();
    private boolean again;

    /** For one call of the queue, which may run them several times. */
    public Acknowledgements(List<Delivery> deliveries) {
        this.deliveries = deliveries;
    }

    /** Acknowledges them; those whose lease is another's. */
    public List<Delivery> run(Sql sql, DeliveryStatements statements) throws SQLException {
        Bindings bindings = bindings(sql);
        ended.addAll(sql.list(statements.endAll, bindings, row -> row.id("event_id")));
        List<Delivery> refused = new ArrayList<>();
        for (Delivery delivery : deliveries) {
            if (!ended.contains(delivery.eventId())
                    && !(again && DeliveryAcknowledgement.isAcknowledged(sql, statements, delivery))) {
                refused.add(delivery);
            }
        }
        again = true;
        // After the acknowledgement, never in their statement: who blocks holds a row acknowledged here, and may just
        // have done so.
        sql.update(statements.waiting.wakeAll, bindings);
        return refused;
    }

    /** Gives them back, due after so many microseconds; those whose lease is another's stay as they are. */
    public void giveBack(Sql sql, DeliveryStatements statements, long micros) throws SQLException {
        sql.update(statements.giveBackAll, bindings(sql).number("micros", micros));
    }

    private Bindings bindings(Sql sql) {
        return DeliveryAcknowledgement.bind(deliveries.get(0))
                .anyOf("event_ids", deliveries.stream().map(Delivery::eventId).toList(), sql)
                .anyOf(
                        "ticket_ids",
                        deliveries.stream()
                                .map(each -> each.ticketId().value())
                                .distinct()
                                .toList(),
                        sql);
    }
}
