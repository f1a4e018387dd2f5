package dev.ticketkit.jdbc.internal.commit;

import dev.ticketkit.jdbc.internal.catalogue.SeenCategories;
import dev.ticketkit.jdbc.internal.catalogue.StatusGate;
import dev.ticketkit.jdbc.internal.search.NumberedReference;
import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.KeyedHashes;
import dev.ticketkit.jdbc.internal.sql.Row;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.storage.Receipt;
import dev.ticketkit.spi.storage.TicketChange;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Commits several changes on PostgreSQL with one statement that is its own transaction. Changes of all tenants and kinds may come
 * together, but only one of each ticket, and none that clears what others have put into queue or history. A loser is left out and the
 * others are stored; but when winners and written tickets do not match, or one that took a number loses, nothing is.
 *
 * <p>See docs/decisions/0010-coalescing.md.
 */
final class BatchCommit {
    private static final boolean[] EITHER = {false, true};

    private final Map<Form, SqlText> statements = new HashMap<>();
    private final SeenCategories seen;

    /** What a batch may hold: see {@link BatchStatement#text}. */
    private record Form(boolean numbers, boolean changes, boolean makes) {}

    BatchCommit(TableNames names, SeenCategories seen) {
        this.seen = seen;
        for (boolean numbers : EITHER) {
            for (boolean changes : EITHER) {
                for (boolean makes : EITHER) {
                    statements.put(
                            new Form(numbers, changes, makes), names.sql(BatchStatement.text(numbers, changes, makes)));
                }
            }
        }
    }

    /**
     * The receipts in the order of the changes; empty for those that lost.
     *
     * @param lockWait how long it may wait for each lock before all of it fails with 55P03, such as {@code 50ms}; null for as long as
     *     the connection says
     */
    List<Optional<Receipt>> run(Sql sql, List<TicketChange> changes, @Nullable String lockWait) throws SQLException {
        List<Bindings> rows = new ArrayList<>(changes.size());
        for (TicketChange change : changes) {
            rows.add(row(change, sql.hashes()));
        }
        Bindings bindings = Bindings.ofRows(rows, BatchStatement.COLUMNS)
                .text("lock_wait", lockWait)
                .bytes("outer_pad", sql.hashes().outerPad());
        List<Optional<Receipt>> receipts = new ArrayList<>(Collections.nCopies(changes.size(), Optional.empty()));
        SqlText statement = statement(changes);
        seen.relying(
                changes,
                () -> sql.list(statement, bindings, won -> {
                    Long number = won.numberOrNull("nr");
                    if (number != null) {
                        int index = number.intValue() - 1;
                        receipts.set(index, Optional.of(receipt(won, changes.get(index))));
                        seen.add(changes.get(index));
                    }
                    return won;
                }));
        return receipts;
    }

    private SqlText statement(List<TicketChange> batch) {
        Form form = new Form(
                batch.stream().anyMatch(each -> each.referenceRequest() != null),
                !batch.stream().allMatch(TicketChange::isOpening),
                !batch.stream().allMatch(seen::knows));
        return Objects.requireNonNull(statements.get(form));
    }

    private static Bindings row(TicketChange change, KeyedHashes hashes) {
        return NumberedReference.bind(CommitBindings.of(change, hashes), change, hashes)
                .flag("opens", change.isOpening())
                .flag("receipt_only", change.isReceiptOnly())
                .flag("sets_category", CommitBindings.setsCategory(change))
                .text(
                        "gate_key",
                        StatusGate.isOnTheWay(change) ? change.after().status().key() : null);
    }

    private static Receipt receipt(Row won, TicketChange change) throws SQLException {
        boolean numbered = change.referenceRequest() != null;
        return Receipts.of(
                change,
                numbered ? new Reference(won.text("reference")) : change.after().reference());
    }
}
