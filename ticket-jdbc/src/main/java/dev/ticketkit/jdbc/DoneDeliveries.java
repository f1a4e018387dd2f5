package dev.ticketkit.jdbc;

import dev.ticketkit.spi.storage.Delivery;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Marks deliveries of one tenant and one worker as done, and wakes what waited for them: two statements for all of them on PostgreSQL. */
final class DoneDeliveries {
    private final List<Delivery> deliveries;
    private final Set<Key> marked = new HashSet<>();
    private boolean again;

    private record Key(UUID event, String consumer) {}

    /** Marks for one call of the queue, which may run them several times. */
    DoneDeliveries(List<Delivery> deliveries) {
        this.deliveries = deliveries;
    }

    /** Marks them; those whose lease is another's. */
    List<Delivery> run(Sql sql, DeliveryStatements statements) throws SQLException {
        Bindings bindings = bindings();
        marked.addAll(sql.list(statements.endAll, bindings, row -> new Key(row.id("event_id"), row.text("consumer"))));
        List<Delivery> refused = new ArrayList<>();
        for (Delivery delivery : deliveries) {
            if (!marked.contains(new Key(delivery.eventId(), delivery.consumer()))
                    && !(again && DeliveryMarks.isMarked(sql, statements, delivery))) {
                refused.add(delivery);
            }
        }
        again = true;
        // After the marks, never in their statement: who sets aside holds a row marked here, and may just have done so.
        sql.update(statements.waiting.wakeAll, bindings);
        return refused;
    }

    private Bindings bindings() {
        Delivery one = deliveries.get(0);
        return new Bindings()
                .text("tenant_id", one.tenant().value())
                .text("owner", one.owner())
                .ids("event_ids", deliveries.stream().map(Delivery::eventId).toList())
                .ids(
                        "ticket_ids",
                        deliveries.stream().map(each -> each.ticketId().value()).toList())
                .texts("consumers", deliveries.stream().map(Delivery::consumer).toList())
                .numbers(
                        "attempts",
                        deliveries.stream().map(each -> (long) each.attempt()).toList());
    }
}
