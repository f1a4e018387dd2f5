package dev.ticketkit.core.internal.ticket;

import dev.ticketkit.core.command.ImportTicket;
import dev.ticketkit.core.internal.retry.ConflictRetry;
import dev.ticketkit.core.internal.session.ActorContext;
import dev.ticketkit.core.internal.session.FoundDone;
import dev.ticketkit.core.result.ImportReport;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.TicketChange;
import jakarta.validation.ConstraintViolationException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings in tickets of the past, many in one commit. Of one thread. */
public final class TicketImport {
    private static final Logger LOG = LoggerFactory.getLogger(TicketImport.class);
    private static final int BATCH = 1_000;
    private static final int GROWTH = 8;
    private static final int GROWTH_AT_THE_END = 2;

    private final ActorContext session;
    private final Consumer<ImportReport> progress;
    private final ImportProgress tally = new ImportProgress();
    private long told;
    private final Map<String, Long> highest = new HashMap<>();

    private record Row(long number, ImportTicket ticket) {}

    private record Decided(Row row, TicketChange change) {}

    public TicketImport(ActorContext session, Consumer<ImportReport> progress) {
        this.session = session;
        this.progress = progress;
    }

    public ImportReport run(Iterator<ImportTicket> rows) {
        while (rows.hasNext()) {
            List<Row> batch = new ArrayList<>(BATCH);
            while (batch.size() < BATCH && rows.hasNext()) {
                batch.add(new Row(tally.nextRow(), rows.next()));
            }
            store(batch);
            passNumbers();
            tellWhenGrown(GROWTH);
            progress.accept(tally.report());
        }
        tellWhenGrown(GROWTH_AT_THE_END);
        LOG.debug("imported {}", tally.report());
        return tally.report();
    }

    /**
     * While it goes on too: what a store believes of an empty table makes it slow when the table is not empty any more. A few tickets are
     * not much: counting anew takes longer than they do.
     */
    private void tellWhenGrown(int times) {
        long imported = tally.report().imported();
        if (imported >= Math.max(BATCH, told * times)) {
            session.storage().maintenance().afterMuchWasWritten();
            told = imported;
        }
    }

    /** Again for what lost against others who changed the catalogue meanwhile, or made the same random reference. */
    private void store(List<Row> batch) {
        FoundDone known = new FoundDone(session);
        List<Row> left = batch;
        while (!left.isEmpty()) {
            left = storeNew(left);
            if (known.isSafe()) {
                left.forEach(row -> tally.skipped());
                left = List.of();
            }
        }
    }

    /** Those that are there already. */
    private List<Row> storeNew(List<Row> batch) {
        List<Row> known = new ArrayList<>();
        List<Row> left = new ArrayList<>(batch);
        ConflictRetry.untilStored("the tenant's catalogue", "import again", attempt -> {
            List<Row> again = storeOnce(List.copyOf(left), known, attempt == ConflictRetry.ATTEMPTS - 1);
            left.clear();
            left.addAll(again);
            return again.isEmpty() ? Optional.of(known) : Optional.empty();
        });
        return known;
    }

    private List<Row> storeOnce(List<Row> rows, List<Row> known, boolean last) {
        ImportRows decisions = new ImportRows(session);
        List<Decided> decided = new ArrayList<>(rows.size());
        rows.forEach(row -> decided(decisions, row).ifPresent(decided::add));
        List<CommitOutcome> outcomes = session.tickets()
                .commitAll(decided.stream().map(Decided::change).toList());
        List<Row> again = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            Decided each = decided.get(i);
            if (isKnown(each, outcomes.get(i))) {
                known.add(each.row());
            } else if (!isStored(each, outcomes.get(i))) {
                again.add(each.row());
            }
        }
        if (last) {
            again.forEach(row -> tally.refused(
                    row.number(),
                    new RefusedException("ticket", "lost against others again and again; import it again")));
            return List.of();
        }
        return again;
    }

    private Optional<Decided> decided(ImportRows decisions, Row row) {
        try {
            return Optional.of(new Decided(row, decisions.decide(row.ticket())));
        } catch (ConstraintViolationException e) {
            tally.invalid(row.number(), e);
        } catch (RefusedException e) {
            tally.refused(row.number(), e);
        }
        return Optional.empty();
    }

    private static boolean isKnown(Decided decided, CommitOutcome outcome) {
        return outcome.kind() == CommitOutcome.Kind.EXTERNAL_ID_TAKEN
                || (outcome.kind() == CommitOutcome.Kind.REFERENCE_TAKEN && isByHand(decided));
    }

    private boolean isStored(Decided decided, CommitOutcome outcome) {
        if (outcome.kind() != CommitOutcome.Kind.COMMITTED) {
            return false;
        }
        tally.imported();
        if (isByHand(decided)) {
            note(decided.change());
        }
        return true;
    }

    private static boolean isByHand(Decided decided) {
        return decided.change().referenceRequest() == null && hasReference(decided.row());
    }

    private static boolean hasReference(Row row) {
        return row.ticket().ticket() != null && row.ticket().ticket().reference() != null;
    }

    private void note(TicketChange change) {
        session.settings()
                .references()
                .numberIn(change.after().reference())
                .ifPresent(found -> highest.merge(found.series(), found.number(), Math::max));
    }

    /** After each batch: an import that ends half way must not leave numbers behind that are given again and again in vain. */
    private void passNumbers() {
        highest.forEach((series, number) ->
                session.storage().numbers().passNumber(session.tenant, series, Math.max(1, number)));
        highest.clear();
    }
}
