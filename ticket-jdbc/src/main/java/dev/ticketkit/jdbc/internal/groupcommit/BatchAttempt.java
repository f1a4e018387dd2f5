package dev.ticketkit.jdbc.internal.groupcommit;

import dev.ticketkit.jdbc.internal.commit.CommitForms;
import dev.ticketkit.jdbc.internal.commit.RowKey;
import dev.ticketkit.jdbc.internal.sql.Database;
import dev.ticketkit.jdbc.internal.sql.SqlFailure;
import dev.ticketkit.jdbc.internal.transaction.AttemptResult;
import dev.ticketkit.jdbc.internal.transaction.FailedAttempt;
import dev.ticketkit.jdbc.internal.transaction.OwningTransactions;
import dev.ticketkit.spi.storage.Receipt;
import dev.ticketkit.spi.storage.TicketChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One try for many: the winners and losers of a batch are answered; when it fails, those at fault are left out once. */
final class BatchAttempt {
    private static final Logger LOG = LoggerFactory.getLogger(BatchAttempt.class);

    /** Locks are taken in one order, so that batches of several nodes do not wait for each other in a circle. */
    private static final Comparator<WaitingCommit> ORDER = Comparator.comparing(
                    (WaitingCommit each) -> each.change.tenant().value())
            .thenComparing(each -> each.change.after().id().value());

    private final OwningTransactions transactions;
    private final CommitForms forms;
    private final ContendedLane contendedLane;

    BatchAttempt(OwningTransactions transactions, CommitForms forms, ContendedLane contendedLane) {
        this.transactions = transactions;
        this.forms = forms;
        this.contendedLane = contendedLane;
    }

    /** Answers those of the batch that were tried; the others have to try by themselves. */
    void run(List<WaitingCommit> batch) {
        try {
            store(batch);
        } catch (FailedAttempt e) {
            LOG.debug(
                    "a batch of {} failed with SQLState {}",
                    batch.size(),
                    e.failure().getSQLState());
            isolate(batch, e);
        }
    }

    private void isolate(List<WaitingCommit> batch, FailedAttempt failed) {
        try {
            if (SqlFailure.isLockWait(failed.failure())) {
                withoutHeld(batch);
            } else if (failed.kind() == SqlFailure.CHECK) {
                without(batch, each -> each.change.referenceRequest() != null);
            } else if (isOfAll(failed)) {
                batch.forEach(each -> each.answer(new WaitingCommit.Answer(null, failed)));
            }
        } catch (FailedAttempt e) {
            LOG.debug("the rest of a batch failed with SQLState {}", e.failure().getSQLState());
        }
    }

    /** Whether the failure is about the connection or the server, not about one of the changes. */
    private static boolean isOfAll(FailedAttempt failed) {
        return switch (failed.kind()) {
            case CONTENTION, READ_ONLY, UNKNOWN, NO_TABLES, NOT_PERMITTED -> true;
            case CANCELLED, DUPLICATE, CHECK, DEFECT, BROKEN_TRANSACTION -> false;
        };
    }

    private void withoutHeld(List<WaitingCommit> batch) throws FailedAttempt {
        List<TicketChange> changes = batch.stream().map(each -> each.change).toList();
        transactions.once(sql -> contendedLane.lookFor(sql, changes));
        for (WaitingCommit each : batch) {
            if (contendedLane.isFor(each.change)) {
                each.answer(WaitingCommit.Answer.of(AttemptResult.HELD));
            }
        }
        without(batch, each -> each.answer() != null);
    }

    private void without(List<WaitingCommit> batch, Predicate<WaitingCommit> fault) throws FailedAttempt {
        List<WaitingCommit> rest = batch.stream().filter(fault.negate()).toList();
        if (!rest.isEmpty() && rest.size() < batch.size()) {
            store(rest);
        }
    }

    /**
     * One that loses with a number costs all others their commit. So who cannot win beside one before it loses at once; should that one not win
     * either, it is tried by itself.
     */
    private static List<WaitingCommit> withoutDoubles(List<WaitingCommit> batch) {
        List<WaitingCommit> first = new ArrayList<>(batch.size());
        Set<RowKey> seen = new HashSet<>();
        for (WaitingCommit each : batch) {
            if (each.claims.stream().anyMatch(seen::contains)) {
                each.answer(WaitingCommit.Answer.of(AttemptResult.LOST));
            } else {
                seen.addAll(each.claims);
                first.add(each);
            }
        }
        return first;
    }

    private void store(List<WaitingCommit> batch) throws FailedAttempt {
        List<WaitingCommit> ordered = withoutDoubles(batch);
        ordered.sort(ORDER);
        List<TicketChange> changes = new ArrayList<>(ordered.size());
        ordered.forEach(each -> changes.add(each.change));
        Database database = batch.get(0).database();
        List<Optional<Receipt>> receipts = transactions.once(sql -> database == null || database == sql.database()
                ? forms.many(sql, changes, ContendedLane.waitOf(changes))
                : List.of());
        // The connection may lead elsewhere by now: then nobody has an answer, and each tries on its own.
        for (int i = 0; i < receipts.size(); i++) {
            AttemptResult attempted = receipts.get(i).map(AttemptResult::won).orElse(AttemptResult.LOST);
            ordered.get(i).answer(WaitingCommit.Answer.of(attempted));
        }
    }
}
