package dev.ticketkit.jdbc.internal.groupcommit;

import dev.ticketkit.jdbc.internal.commit.CommitForms;
import dev.ticketkit.jdbc.internal.sql.Database;
import dev.ticketkit.jdbc.internal.sql.SqlFailure;
import dev.ticketkit.jdbc.internal.transaction.Attempted;
import dev.ticketkit.jdbc.internal.transaction.FailedTry;
import dev.ticketkit.jdbc.internal.transaction.OwningTransactions;
import dev.ticketkit.spi.storage.Receipt;
import dev.ticketkit.spi.storage.TicketChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One try for many: the winners and losers of a batch are told; when it fails, those at fault are left out once. */
final class BatchTry {
    private static final Logger LOG = LoggerFactory.getLogger(BatchTry.class);

    /** Locks are taken in one order, so that batches of several nodes do not wait for each other in a circle. */
    private static final Comparator<Waiting> ORDER = Comparator.comparing(
                    (Waiting each) -> each.change.tenant().value())
            .thenComparing(each -> each.change.after().id().value());

    private final OwningTransactions transactions;
    private final CommitForms forms;
    private final SlowLane slowLane;

    BatchTry(OwningTransactions transactions, CommitForms forms, SlowLane slowLane) {
        this.transactions = transactions;
        this.forms = forms;
        this.slowLane = slowLane;
    }

    /** Answers those of the batch that were tried; the others have to try by themselves. */
    void run(List<Waiting> batch) {
        try {
            store(batch);
        } catch (FailedTry e) {
            LOG.debug(
                    "a batch of {} failed with SQLState {}",
                    batch.size(),
                    e.failure().getSQLState());
            isolate(batch, e);
        }
    }

    private void isolate(List<Waiting> batch, FailedTry failed) {
        try {
            if (SqlFailure.isLockWait(failed.failure())) {
                withoutHeld(batch);
            } else if (failed.kind() == SqlFailure.CHECK) {
                without(batch, each -> each.change.referenceRequest() != null);
            } else if (isOfAll(failed)) {
                batch.forEach(each -> each.answer(new Waiting.Answer(null, failed)));
            }
        } catch (FailedTry e) {
            LOG.debug("the rest of a batch failed with SQLState {}", e.failure().getSQLState());
        }
    }

    /** Whether the failure is about the connection or the server, not about one of the changes. */
    private static boolean isOfAll(FailedTry failed) {
        return switch (failed.kind()) {
            case CONTENTION, READ_ONLY, UNKNOWN, NO_TABLES -> true;
            case CANCELLED, DUPLICATE, CHECK, DEFECT, BROKEN_TRANSACTION -> false;
        };
    }

    private void withoutHeld(List<Waiting> batch) throws FailedTry {
        List<TicketChange> changes = batch.stream().map(each -> each.change).toList();
        transactions.once(sql -> slowLane.lookFor(sql, changes));
        for (Waiting each : batch) {
            if (slowLane.isFor(each.change)) {
                each.answer(Waiting.Answer.of(Attempted.HELD));
            }
        }
        without(batch, each -> each.answer() != null);
    }

    private void without(List<Waiting> batch, Predicate<Waiting> fault) throws FailedTry {
        List<Waiting> rest = batch.stream().filter(fault.negate()).toList();
        if (!rest.isEmpty() && rest.size() < batch.size()) {
            store(rest);
        }
    }

    private void store(List<Waiting> batch) throws FailedTry {
        List<Waiting> ordered = new ArrayList<>(batch);
        ordered.sort(ORDER);
        List<TicketChange> changes = new ArrayList<>(ordered.size());
        ordered.forEach(each -> changes.add(each.change));
        Database database = batch.get(0).database();
        List<Optional<Receipt>> receipts = transactions.once(sql -> database == null || database == sql.database()
                ? forms.many(sql, changes, SlowLane.waitOf(changes))
                : List.of());
        // The connection may lead elsewhere by now: then nobody has an answer, and each tries on his own.
        for (int i = 0; i < receipts.size(); i++) {
            Attempted attempted = receipts.get(i).map(Attempted::won).orElse(Attempted.LOST);
            ordered.get(i).answer(Waiting.Answer.of(attempted));
        }
    }
}
