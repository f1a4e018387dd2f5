package dev.ticketkit.jdbc.internal.delivery;

import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.Times;
import dev.ticketkit.spi.storage.delivery.Delivery;
import dev.ticketkit.spi.storage.delivery.DeliveryFailure;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a worker says of a delivery it has tried: done, done except for some, or to be tried again. */
public final class DeliveryAcknowledgement {
    private static final String DONE = "DONE";
    private static final String PARKED = "PARKED";

    private final Delivery delivery;
    private final List<DeliveryFailure> failures;
    private boolean again;

    /** For one call of the queue, which may run them several times. */
    public DeliveryAcknowledgement(Delivery delivery, List<DeliveryFailure> failures) {
        this.delivery = delivery;
        this.failures = failures;
    }

    /** The key of the row and what the lease must still say. */
    public static Bindings bind(Delivery delivery) {
        return new Bindings()
                .text("tenant_id", delivery.tenant().value())
                .id("event_id", delivery.eventId())
                .text("consumer", delivery.consumer())
                .id("ticket_id", delivery.ticketId().value())
                .number("version", delivery.version())
                .text("owner", delivery.owner())
                .number("attempt", delivery.attempt())
                .flag("alone", delivery.alone());
    }

    /** Acknowledges it but for the failures; false when the lease is another's. */
    public boolean run(Sql sql, DeliveryStatements statements) throws SQLException {
        boolean mine = acknowledge(sql, statements) || (again && isAcknowledged(sql, statements, delivery));
        again = true;
        if (mine) {
            // After the acknowledgement, never in its statement: who blocks holds the row acknowledged here, and may
            // just have done
            // so.
            sql.update(statements.waiting.wake, bind(delivery));
        }
        return mine;
    }

    private boolean acknowledge(Sql sql, DeliveryStatements statements) throws SQLException {
        if (failures.isEmpty()) {
            return sql.update(statements.end, ended(DONE, null)) == 1;
        }
        // Else what cancels all of them, a deletion or the erasure of a firing, would overlook the rows made here.
        sql.list(statements.holdTicket, bind(delivery), row -> row.number("version"));
        sql.list(statements.holdFiring, bind(delivery), row -> row.flag("erased"));
        Optional<DeliveryFailure> own = failures.stream().filter(this::isOwn).findFirst();
        boolean mine =
                own.isPresent() ? keep(sql, statements, own.get()) : sql.update(statements.end, ended(DONE, null)) == 1;
        if (mine) {
            split(sql, statements);
        }
        return mine;
    }

    private boolean isOwn(DeliveryFailure failure) {
        return failure.consumer().equals(delivery.consumer());
    }

    private boolean keep(Sql sql, DeliveryStatements statements, DeliveryFailure failure) throws SQLException {
        if (failure.isLeft()) {
            return sql.update(statements.leave, left(failure)) == 1;
        }
        return failure.parked()
                ? sql.update(statements.end, ended(PARKED, failure)) == 1
                : sql.update(
                                statements.retry,
                                bind(delivery).text("cause", failure.cause()).number("micros", micros(failure)))
                        == 1;
    }

    private void split(Sql sql, DeliveryStatements statements) throws SQLException {
        for (DeliveryFailure failure : failures) {
            if (!isOwn(failure) && failure.isLeft()) {
                sql.update(statements.splitLeft, left(failure).text("consumer", failure.consumer()));
            } else if (!isOwn(failure)) {
                Bindings part = ended(failure.parked() ? PARKED : "PENDING", failure)
                        .text("consumer", failure.consumer())
                        .number("micros", micros(failure));
                // Who only waited was not tried.
                sql.update(statements.split, failure.cause() == null ? part.number("attempt", 0) : part);
            }
        }
    }

    /** Whether an earlier run, whose commit was not answered, has acknowledged it: leases that others hold have an owner. */
    static boolean isAcknowledged(Sql sql, DeliveryStatements statements, Delivery delivery) throws SQLException {
        return sql.first(statements.acknowledged, bind(delivery), row -> row.number("version"))
                .isPresent();
    }

    private Bindings left(DeliveryFailure failure) {
        return bind(delivery).text("left_to", ConsumerStatements.base(failure.consumer()));
    }

    private Bindings ended(String state, @Nullable DeliveryFailure failure) {
        String cause = failure == null ? null : failure.cause();
        return bind(delivery).text("state", state).text("cause", cause == null && state.equals(PARKED) ? "" : cause);
    }

    private static long micros(DeliveryFailure failure) {
        Duration delay = failure.delay();
        return delay == null ? 0 : Times.micros(delay);
    }
}
