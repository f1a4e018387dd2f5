package dev.ticketkit.core.internal.ticket;

import dev.ticketkit.core.command.ImportTicket;
import dev.ticketkit.core.internal.retry.ConflictRetry;
import dev.ticketkit.core.internal.session.ActorContext;
import dev.ticketkit.core.internal.session.FoundDone;
import dev.ticketkit.core.result.ImportReport;
import dev.ticketkit.spi.storage.TicketChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
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
    private final ImportProgress progressed = new ImportProgress();
    private long counted;
    private final Map<String, Long> highest = new HashMap<>();

    public TicketImport(ActorContext session, Consumer<ImportReport> progress) {
        this.session = session;
        this.progress = progress;
    }

    public ImportReport run(Iterator<ImportTicket> rows) {
        while (rows.hasNext()) {
            List<ImportBatch.Row> batch = new ArrayList<>(BATCH);
            while (batch.size() < BATCH && rows.hasNext()) {
                batch.add(new ImportBatch.Row(progressed.nextRow(), rows.next()));
            }
            store(batch);
            passNumbers();
            sayWhenGrown(GROWTH);
            progress.accept(progressed.report());
        }
        sayWhenGrown(GROWTH_AT_THE_END);
        LOG.debug("imported {}", progressed.report());
        return progressed.report();
    }

    /**
     * While it goes on too: what a store believes of an empty table makes it slow when the table is not empty any more. A few tickets are
     * not much: counting anew takes longer than they do.
     */
    private void sayWhenGrown(int times) {
        long imported = progressed.report().imported();
        if (imported >= Math.max(BATCH, counted * times)) {
            session.storage().maintenance().afterMuchWasWritten();
            counted = imported;
        }
    }

    private void store(List<ImportBatch.Row> batch) {
        FoundDone known = new FoundDone(session);
        List<ImportBatch.Row> left = batch;
        while (!left.isEmpty()) {
            left = ConflictRetry.untilStored(
                    "the tenant's catalogue", "import again", new ImportBatch(session, left, progressed, this::note));
            if (known.isSafe()) {
                left.forEach(row -> progressed.skipped());
                left = List.of();
            }
        }
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
