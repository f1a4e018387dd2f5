package dev.ticketkit.jdbc.internal.delivery;

import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Row;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.Times;
import dev.ticketkit.jdbc.internal.transaction.Transactions;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.storage.delivery.Delivery;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Deliveries that one worker claims of one tenant: in one statement, or one by one where that cannot be. */
public record DeliveryPick(TenantId tenant, String owner, Duration lease, boolean alone) {
    /** Claims some that were left to a consumer, or that were abandoned, which is to no consumer in particular. */
    public List<Delivery> run(
            Transactions transactions, PickStatements statements, int most, @Nullable String consumer) {
        Bindings bindings = bindings().number("most", most).text("left_to", consumer);
        boolean atOnce = transactions.dialect().writesInOneStatement();
        return atOnce
                ? transactions.call().single(sql -> sql.list(statements.atOnce, bindings, this::delivery))
                : transactions.call().write(sql -> oneByOne(sql, statements, bindings));
    }

    private List<Delivery> oneByOne(Sql sql, PickStatements statements, Bindings bindings) throws SQLException {
        List<Delivery> leased = new ArrayList<>();
        for (Delivery each : sql.list(statements.find, bindings, this::delivery)) {
            if (sql.update(statements.lease, DeliveryAcknowledgement.bind(each).addAll(bindings)) == 1) {
                leased.add(each);
            }
        }
        return leased;
    }

    Bindings bindings() {
        return new Bindings()
                .text("tenant_id", tenant.value())
                .text("owner", owner)
                .number("micros", Times.micros(lease));
    }

    Delivery delivery(Row row) throws SQLException {
        return new Delivery(
                tenant,
                row.id("event_id"),
                new TicketId(row.id("ticket_id")),
                row.number("version"),
                row.text("consumer"),
                waiting(row),
                row.integer("attempts"),
                owner,
                alone);
    }

    private static Set<String> waiting(Row row) throws SQLException {
        // Most wait for nobody, and reading an array is slow.
        return row.isNull("waiting")
                ? Set.of()
                : row.texts("waiting").stream().map(Objects::requireNonNull).collect(Collectors.toSet());
    }
}
