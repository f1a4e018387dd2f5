package dev.ticketkit.jdbc.internal.commit;

import dev.ticketkit.jdbc.internal.catalogue.CategoryTable;
import dev.ticketkit.jdbc.internal.catalogue.StatusGate;
import dev.ticketkit.jdbc.internal.delivery.DeletionDeliveries;
import dev.ticketkit.jdbc.internal.dialect.RowLock;
import dev.ticketkit.jdbc.internal.feed.UnsequencedEvents;
import dev.ticketkit.jdbc.internal.rollup.RollupDeltas;
import dev.ticketkit.jdbc.internal.row.EventColumns;
import dev.ticketkit.jdbc.internal.row.TicketColumns;
import dev.ticketkit.jdbc.internal.search.SearchQueue;
import dev.ticketkit.jdbc.internal.search.SearchText;
import dev.ticketkit.jdbc.internal.search.TermTable;
import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.StorageErrors;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.Receipt;
import dev.ticketkit.spi.storage.ReferenceRequest;
import dev.ticketkit.spi.storage.TicketChange;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Commits by several statements inside a transaction that is there already: the host's, or one of our own on H2 and Citus. The event is
 * inserted first; a loser has then written nothing but the number, which it gives back, and the transaction stays usable.
 *
 * <p>See docs/decisions/0003-storage.md.
 */
public final class MultiStatementCommit {
    private static final int MOST_VAIN_TRIES = 5;

    private final SeriesTable series;
    private final CategoryTable categories;
    private final CommitConflicts reasons;
    private final StatusGate gate;
    private final RollupDeltas deltas;
    private final SqlText addEvent;
    private final SqlText addPlainEvent;
    private final SqlText takeEventBack;
    private final ErasureSteps erasure;
    private final FormerContacts formerContacts;
    private final SqlText hold;
    private final SqlText holdAlone;
    private final DeletionDeliveries deletion;
    private final SqlText addDelivery;
    private final SearchQueue searchQueue;
    private final TermTable terms;
    private final UnsequencedEvents unsequenced;
    private final SqlText openTicket;
    private final SqlText changeProgress;
    private final SqlText changeState;
    private final SqlText changeTicket;
    private final SqlText changeTicketAndCategory;

    public MultiStatementCommit(TableNames names, SeriesTable series, CommitConflicts reasons) {
        this.series = series;
        this.categories = new CategoryTable(names);
        this.reasons = reasons;
        this.gate = new StatusGate(names);
        this.deltas = new RollupDeltas(names);
        this.searchQueue = new SearchQueue(names);
        this.terms = new TermTable(names);
        this.unsequenced = new UnsequencedEvents(names);
        String event = "INSERT INTO {ticket_event} (%s, reference_hash)\nVALUES (%s, :reference_hash)"
                .formatted(EventColumns.WRITTEN, SqlText.parameters(EventColumns.WRITTEN));
        addEvent = names.insert(event);
        addPlainEvent = names.insert("INSERT INTO {ticket_event} (%s)\nVALUES (%s)"
                .formatted(EventColumns.PLAIN, SqlText.parameters(EventColumns.PLAIN)));
        takeEventBack = names.sql("DELETE FROM {ticket_event} WHERE tenant_id = :tenant_id AND id = :id");
        erasure = new ErasureSteps(names);
        formerContacts = new FormerContacts(names);
        String held = """
                SELECT t.version FROM {ticket} t
                WHERE t.tenant_id = :tenant_id AND t.id = :ticket_id AND t.version = :expected_version\s""";
        hold = names.sql(dialect -> held + dialect.lock(RowLock.SHARE));
        holdAlone = names.sql(dialect -> held + dialect.lock(RowLock.NO_KEY_UPDATE));
        deletion = new DeletionDeliveries(names);
        addDelivery = names.sql("""
                INSERT INTO {ticket_delivery} (tenant_id, event_id, consumer, ticket_id, version)
                VALUES (:tenant_id, :id, '*', :ticket_id, :version)""");
        openTicket = names.sql(opening());
        String change = """
                UPDATE {ticket} SET version = :receipt_version, %s %s
                WHERE tenant_id = :tenant_id AND id = :ticket_id AND version = :expected_version""";
        changeProgress = names.sql(change.formatted(SqlText.assignments(TicketColumns.PROGRESS), ""));
        changeState = names.sql(change.formatted(SqlText.assignments(TicketColumns.STATE), ""));
        String mutable = SqlText.assignments(TicketColumns.MUTABLE);
        changeTicket = names.sql(change.formatted(mutable, ""));
        changeTicketAndCategory =
                names.sql(change.formatted(mutable, ", category_id = :category_id, category_sort = :category_sort"));
    }

    private static String opening() {
        return """
                INSERT INTO {ticket} (%s, %s, %s)
                VALUES (:tenant_id, :ticket_id, :receipt_version, :category_id, :category_sort,
                  :reference, :reference_fold, :reference_sort, %s, %s)""".formatted(
                        TicketColumns.LEADING,
                        TicketColumns.MUTABLE,
                        TicketColumns.FIXED,
                        SqlText.parameters(TicketColumns.MUTABLE),
                        SqlText.parameters(TicketColumns.FIXED));
    }

    public CommitOutcome run(Sql sql, TicketChange change) throws SQLException {
        ReferenceRequest request = change.referenceRequest();
        int vain = 0;
        while (vain < MOST_VAIN_TRIES) {
            Optional<Receipt> won =
                    request == null ? once(sql, change, change.after().reference()) : numbered(sql, change, request);
            if (won.isPresent()) {
                return new CommitOutcome.Committed(won.get());
            }
            Optional<CommitOutcome> reason = reasons.of(sql, change);
            if (reason.isPresent()) {
                return reason.get();
            }
            // A number that was given by hand meanwhile is passed: as many as there are, each is one less.
            boolean passed = request != null && series.passTaken(sql, change.tenant(), request);
            vain += passed ? 0 : 1;
        }
        throw StorageErrors.contended();
    }

    private Optional<Receipt> numbered(Sql sql, TicketChange change, ReferenceRequest request) throws SQLException {
        long number = series.take(sql, change.tenant(), request.series());
        Optional<Receipt> won = once(sql, change, request.format(number));
        if (won.isEmpty()) {
            series.giveBack(sql, change.tenant(), request.series());
        }
        return won;
    }

    private Optional<Receipt> once(Sql sql, TicketChange change, Reference reference) throws SQLException {
        Bindings bindings = bindings(sql, change, reference);
        if (isStale(sql, change, bindings) || !sql.insert(adding(change), bindings)) {
            return Optional.empty();
        }
        if (!change.isReceiptOnly()) {
            if (!hasWrittenTicket(sql, change, bindings)) {
                sql.update(takeEventBack, bindings);
                return Optional.empty();
            }
            deltas.run(sql, bindings);
            if (!sql.dialect().indexesWords()) {
                terms.change(sql, change, bindings);
            }
            queue(sql, change, bindings);
        }
        formerContacts.keep(sql, change, bindings);
        erase(sql, change, bindings);
        return Optional.of(Receipts.of(change, reference));
    }

    private SqlText adding(TicketChange change) {
        return EventColumns.isPlain(change) ? addPlainEvent : addEvent;
    }

    private static Bindings bindings(Sql sql, TicketChange change, Reference reference) {
        if (EventColumns.isPlain(change) && CommitBindings.changesProgressOnly(change)) {
            return CommitBindings.ofProgress(change);
        }
        Bindings bindings = CommitBindings.withoutTexts(change, sql.hashes());
        if (CommitBindings.changesStateOnly(change)) {
            return bindings;
        }
        TicketColumns.bindTexts(bindings, change.after()).text("search_text", SearchText.of(change.after(), reference));
        TicketColumns.bindReference(bindings, reference);
        return change.isOpening()
                ? bindings.bytes("reference_hash", sql.hashes().of(change.tenant(), reference))
                : bindings;
    }

    private void erase(Sql sql, TicketChange change, Bindings bindings) throws SQLException {
        Ticket before = change.before();
        String former = change.erasedContactId();
        if (change.isErasure() && before != null) {
            erasure.run(sql, change, bindings);
            searchQueue.erase(sql, bindings);
            formerContacts.forget(sql, before.contact().id(), bindings);
        } else if (former != null) {
            formerContacts.erase(sql, change, former, bindings);
            // The index may still have the words of before the ticket was moved.
            searchQueue.again(sql, bindings);
        }
    }

    /** Receipts of one ticket need not wait for each other; an erasure must see them all. */
    private SqlText holding(TicketChange change) {
        return change.erasedContactId() == null ? hold : holdAlone;
    }

    private boolean isStale(Sql sql, TicketChange change, Bindings bindings) throws SQLException {
        if (change.isReceiptOnly()) {
            // It changes no ticket; unlocked, an erasure could overlook it.
            return sql.first(holding(change), bindings, row -> row.number("version"))
                    .isEmpty();
        }
        // Else it is seen when the ticket is written; but a change that loses must not make a category.
        boolean looks = !change.isOpening() && CommitBindings.setsCategory(change);
        return (looks && reasons.isStale(sql, change)) || gate.holdIsShut(sql, change);
    }

    private void queue(Sql sql, TicketChange change, Bindings bindings) throws SQLException {
        if (change.event().kind() == EventKind.DELETED) {
            deletion.cancel(sql, bindings);
        } else if (change.event().kind() == EventKind.RESTORED) {
            deletion.revive(sql, bindings);
        }
        if (!change.isSilent()) {
            sql.update(addDelivery, bindings);
        }
        if (SearchText.isChangedBy(change)) {
            searchQueue.add(sql, bindings);
        }
        unsequenced.add(sql, bindings);
    }

    /** Whether the ticket was as the change expects it. Where it was changed by others, the event has lost already. */
    private boolean hasWrittenTicket(Sql sql, TicketChange change, Bindings bindings) throws SQLException {
        Category category = change.after().category();
        if (category != null && CommitBindings.setsCategory(change)) {
            categories.hold(sql, change.tenant(), category).bind(bindings);
        }
        return sql.update(writing(change), bindings) == 1;
    }

    /** The statement with the fewest columns. */
    private SqlText writing(TicketChange change) {
        if (change.isOpening()) {
            return openTicket;
        }
        if (CommitBindings.changesProgressOnly(change)) {
            return changeProgress;
        }
        if (!CommitBindings.changesStateOnly(change)) {
            return CommitBindings.setsCategory(change) ? changeTicketAndCategory : changeTicket;
        }
        return changeState;
    }
}
