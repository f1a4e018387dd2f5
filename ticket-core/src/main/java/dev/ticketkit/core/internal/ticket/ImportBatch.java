package dev.ticketkit.core.internal.ticket;

import dev.ticketkit.core.command.ImportTicket;
import dev.ticketkit.core.internal.retry.ConflictRetry;
import dev.ticketkit.core.internal.retry.Decision;
import dev.ticketkit.core.internal.session.ActorContext;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.TicketChange;
import jakarta.validation.ConstraintViolationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Rows of an import that are stored in one commit. Each row has an outcome of its own; those that lost, because the catalogue was changed
 * meanwhile or a random reference was taken, are decided again. The result is the rows that are known already. Of one thread.
 */
final class ImportBatch implements Decision<List<ImportBatch.Decided>, List<CommitOutcome>, List<ImportBatch.Row>> {
    private final ActorContext session;
    private final ImportProgress progress;
    private final Consumer<TicketChange> storedByHand;
    private final List<Row> known = new ArrayList<>();
    private List<Row> left;
    private int attempts;

    /** A row and its number in the import, from 1. */
    record Row(long number, ImportTicket ticket) {}

    /** A row that breaks no rule, and what is to be stored of it. */
    record Decided(Row row, TicketChange change) {}

    /**
     * A batch.
     *
     * @param progress counts what becomes of the rows, but for those that are known
     * @param storedByHand gets each stored change whose reference the row gave
     */
    ImportBatch(ActorContext session, List<Row> rows, ImportProgress progress, Consumer<TicketChange> storedByHand) {
        this.session = session;
        this.left = rows;
        this.progress = progress;
        this.storedByHand = storedByHand;
    }

    @Override
    public List<Decided> decide() {
        ImportRows rows = new ImportRows(session);
        List<Decided> decided = new ArrayList<>(left.size());
        left.forEach(row -> decide(rows, row).ifPresent(decided::add));
        return decided;
    }

    @Override
    public List<CommitOutcome> commit(List<Decided> decided) {
        return session.tickets().commitAll(decided.stream().map(Decided::change).toList());
    }

    @Override
    public Optional<List<Row>> result(List<Decided> decided, List<CommitOutcome> outcomes) {
        List<Row> again = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            if (!isSettled(decided.get(i), outcomes.get(i))) {
                again.add(decided.get(i).row());
            }
        }
        // One row that loses again and again must not stop those of the next batches.
        if (++attempts == ConflictRetry.ATTEMPTS) {
            again.forEach(this::giveUp);
            again.clear();
        }
        left = again;
        return again.isEmpty() ? Optional.of(known) : Optional.empty();
    }

    private Optional<Decided> decide(ImportRows rows, Row row) {
        try {
            return Optional.of(new Decided(row, rows.decide(row.ticket())));
        } catch (ConstraintViolationException e) {
            progress.invalid(row.number(), e);
        } catch (RefusedException e) {
            progress.refused(row.number(), e);
        }
        return Optional.empty();
    }

    private boolean isSettled(Decided decided, CommitOutcome outcome) {
        switch (outcome.kind()) {
            case COMMITTED -> stored(decided);
            case EXTERNAL_ID_TAKEN -> known.add(decided.row());
            case REFERENCE_TAKEN -> {
                return isByHand(decided) && known.add(decided.row());
            }
            case STALE, REPLAYED, KEY_REUSED -> {
                return false;
            }
        }
        return true;
    }

    private void stored(Decided decided) {
        progress.imported();
        if (isByHand(decided)) {
            storedByHand.accept(decided.change());
        }
    }

    private void giveUp(Row row) {
        progress.refused(
                row.number(), new RefusedException("ticket", "lost against others again and again; import it again"));
    }

    private static boolean isByHand(Decided decided) {
        return decided.change().referenceRequest() == null && hasReference(decided.row());
    }

    private static boolean hasReference(Row row) {
        return row.ticket().ticket() != null && row.ticket().ticket().reference() != null;
    }
}
