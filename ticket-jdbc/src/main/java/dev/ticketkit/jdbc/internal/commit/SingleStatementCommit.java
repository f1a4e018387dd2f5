package dev.ticketkit.jdbc.internal.commit;

import dev.ticketkit.jdbc.internal.catalogue.SeenCategories;
import dev.ticketkit.jdbc.internal.catalogue.StatusGate;
import dev.ticketkit.jdbc.internal.feed.UnsequencedEvents;
import dev.ticketkit.jdbc.internal.rollup.RollupDeltas;
import dev.ticketkit.jdbc.internal.rollup.TicketFacts;
import dev.ticketkit.jdbc.internal.row.EventColumns;
import dev.ticketkit.jdbc.internal.row.TicketColumns;
import dev.ticketkit.jdbc.internal.search.NumberedReference;
import dev.ticketkit.jdbc.internal.search.SearchQueue;
import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Row;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.storage.Receipt;
import dev.ticketkit.spi.storage.TicketChange;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Commits on PostgreSQL with one statement that is its own transaction. Winning the insert of the event is everything; the rest is
 * written for winners only, the next number of a series too. So one that loses has stored nothing, and is no error of the server's. Only where an
 * event has won without its ticket, because another has emptied the tables, or with the first number of a series that another has begun meanwhile, a
 * division by zero rolls the whole statement back.
 *
 * <p>See docs/decisions/0003-storage.md.
 */
final class SingleStatementCommit {
    /** Whoever takes a lock reads this first. */
    static final String WAITS = """
            WITH waits AS MATERIALIZED (
              SELECT set_config('lock_timeout', COALESCE(CAST(:lock_wait AS text), current_setting('lock_timeout')), true)),
            """;

    /** Holds the counter, but raises it for a winner only: see {@link #RAISED}. */
    private static final String NUMBER = """
            counter AS (
              SELECT s.last_number FROM waits CROSS JOIN {ticket_series} s
              WHERE s.tenant_id = :tenant_id AND s.series = :series FOR NO KEY UPDATE OF s),
            number AS (
              SELECT n.next_number, CAST(n.next_number AS text) AS digits
              FROM (SELECT COALESCE((SELECT c.last_number FROM counter c), 0) + 1 AS next_number) n),
            padded AS (
              SELECT repeat('0', GREATEST(0, CAST(:padding AS integer) - length(digits))) || digits AS digits FROM number),
            ref AS (
              SELECT CAST(:prefix AS text) || digits AS reference, CAST(:folded_prefix AS text) || digits AS reference_fold,
                substr(CAST(:number_word AS text) || digits, 1, 64) AS number_word
              FROM padded),
            """;

    /** Only a counter that was held: one that another has made since this statement began may have given the number away, in a block. */
    private static final String RAISED = """
            raised AS (
              INSERT INTO {ticket_series} AS s (tenant_id, series, last_number)
              SELECT won.tenant_id, :series, number.next_number FROM won CROSS JOIN number
              ON CONFLICT (tenant_id, series) DO UPDATE SET last_number = excluded.last_number
                WHERE EXISTS (SELECT 1 FROM counter)
              RETURNING s.series),
            """;

    /** Finds the category or makes it; when another has made it since this statement began, only a change of it shows it. */
    private static final String CATEGORY = """
            held AS (%1$s),
            made AS (
              INSERT INTO {ticket_category} AS c (tenant_id, id, name, name_sort, hidden)
              SELECT won.tenant_id, :category_id, :category_name, :category_sort, FALSE
              FROM won WHERE NOT EXISTS (SELECT 1 FROM held)
              ON CONFLICT (tenant_id, id) DO UPDATE SET hidden = c.hidden
              RETURNING COALESCE(c.target_id, c.id) AS id, c.name_sort),
            category AS (SELECT id, name_sort FROM held UNION ALL SELECT id, name_sort FROM made),
            """;

    /** Finds one that was stored before. */
    private static final String SEEN_CATEGORY = "category AS (%1$s),\n";

    private static final String HELD_CATEGORY = """

              SELECT COALESCE(c.target_id, c.id) AS id, c.name_sort
              FROM won JOIN {ticket_category} c ON c.tenant_id = won.tenant_id
              WHERE c.tenant_id = :tenant_id AND c.id = :category_id
              FOR KEY SHARE OF c""";

    private static final String DELIVERY = """
            queued AS (
              INSERT INTO {ticket_delivery} (tenant_id, event_id, consumer, ticket_id, version)
              SELECT won.tenant_id, :id, '*', :ticket_id, :version FROM won WHERE :delivers)""";

    /** No row when it lost; a failure when the event has won and the ticket has no row, or its number was not the counter's. */
    private static final String CHECK = """
            SELECT w.reference, 1 / CASE WHEN w.reference IS NULL%s THEN 0 ELSE 1 END AS matched
            FROM won LEFT JOIN written w ON TRUE""";

    private static final String IS_NOT_RAISED = " OR NOT EXISTS (SELECT 1 FROM raised)";

    private final TableNames names;
    private final boolean gated;
    private final SeenCategories seen;
    private final SqlText open;
    private final SqlText openInCategory;
    private final SqlText openInSeenCategory;
    private final SqlText openNumbered;
    private final SqlText openNumberedInCategory;
    private final SqlText openNumberedInSeenCategory;
    private final SqlText changeState;
    private final SqlText changeStateOfCounted;
    private final SqlText change;
    private final SqlText changeOfCounted;
    private final SqlText changeBack;
    private final SqlText changeWithoutCategory;
    private final SqlText changeToCategory;
    private final SqlText changeToSeenCategory;
    private final SqlText receiptOnly;

    /** @param gated for changes that have to pass a {@link StatusGate} */
    SingleStatementCommit(TableNames names, boolean gated, SeenCategories seen) {
        this.names = names;
        this.gated = gated;
        this.seen = seen;
        open = opening(false, "");
        openInCategory = opening(false, CATEGORY);
        openInSeenCategory = opening(false, SEEN_CATEGORY);
        openNumbered = opening(true, "");
        openNumberedInCategory = opening(true, CATEGORY);
        openNumberedInSeenCategory = opening(true, SEEN_CATEGORY);
        changeState = changing("", TicketColumns.STATE, "", "");
        changeStateOfCounted = changing("", TicketColumns.STATE, "", RollupDeltas.OF_CHANGE);
        change = changing("", "", "");
        changeOfCounted = changing("", "", RollupDeltas.OF_CHANGE);
        changeBack = changing("", "", RollupDeltas.OF_MOVE);
        changeWithoutCategory =
                changing("", ", category_id = :category_id, category_sort = :category_sort", RollupDeltas.OF_MOVE);
        String toCategory = ", category_id = category.id, category_sort = category.name_sort";
        changeToCategory = changing(CATEGORY, toCategory, RollupDeltas.OF_MOVE);
        changeToSeenCategory = changing(SEEN_CATEGORY, toCategory, RollupDeltas.OF_MOVE);
        receiptOnly =
                names.sql(WAITS + won(":reference_hash", held()) + "SELECT '' AS reference, 1 AS matched FROM won");
    }

    /**
     * The receipt, or empty when it lost.
     *
     * @param lockWait how long it may wait for each lock, such as {@code 50ms}, before it fails with 55P03; null for as long as the
     *     connection says
     */
    Optional<Receipt> run(Sql sql, TicketChange change, @Nullable String lockWait) throws SQLException {
        Bindings columns = changesStateOnly(change)
                ? CommitBindings.withoutTexts(change, sql.hashes())
                : CommitBindings.of(change, sql.hashes());
        Bindings bindings = NumberedReference.bind(columns, change, sql.hashes())
                .bytes("outer_pad", sql.hashes().outerPad())
                .text("lock_wait", lockWait);
        SqlText statement = statement(change, seen.knows(change));
        Optional<Receipt> receipt = seen.relying(
                List.of(change),
                () -> sql.first(statement, bindings, row -> Receipts.of(change, reference(row, change))));
        receipt.ifPresent(won -> seen.add(change));
        return receipt;
    }

    private SqlText statement(TicketChange it, boolean inSeen) {
        if (it.isReceiptOnly()) {
            return receiptOnly;
        }
        if (it.isOpening()) {
            return openingOf(it, inSeen);
        }
        if (changesStateOnly(it)) {
            return TicketFacts.isCounted(it) ? changeStateOfCounted : changeState;
        }
        if (!CommitBindings.setsCategory(it)) {
            return TicketFacts.movesEntries(it) ? changeBack : TicketFacts.isCounted(it) ? changeOfCounted : change;
        }
        if (it.after().category() == null) {
            return changeWithoutCategory;
        }
        return inSeen ? changeToSeenCategory : changeToCategory;
    }

    private static boolean changesStateOnly(TicketChange change) {
        return CommitBindings.changesStateOnly(change) && !TicketFacts.movesEntries(change);
    }

    private SqlText openingOf(TicketChange it, boolean inSeen) {
        boolean numbered = it.referenceRequest() != null;
        if (it.after().category() == null) {
            return numbered ? openNumbered : open;
        }
        return numbered
                ? (inSeen ? openNumberedInSeenCategory : openNumberedInCategory)
                : (inSeen ? openInSeenCategory : openInCategory);
    }

    private static Reference reference(Row row, TicketChange change) throws SQLException {
        return change.referenceRequest() == null ? change.after().reference() : new Reference(row.text("reference"));
    }

    private SqlText opening(boolean numbered, String categories) {
        boolean inCategory = !categories.isEmpty();
        String hash = numbered
                ? "sha256(:outer_pad || sha256(:inner_pad || convert_to(ref.reference_fold, 'UTF8')))"
                : ":reference_hash";
        String reference = numbered
                ? "ref.reference, ref.reference_fold, convert_to(ref.reference_fold, 'UTF8')"
                : ":reference, :reference_fold, :reference_sort";
        String category = inCategory ? "category.id, category.name_sort" : ":category_id, :category_sort";
        return names.sql(WAITS + (gated ? StatusGate.HOLD : "") + (numbered ? NUMBER : "")
                + won(hash, (numbered ? "FROM ref" : "FROM waits") + (gated ? " WHERE " + StatusGate.IS_OPEN : ""))
                + "," + (numbered ? RAISED : "") + categories.formatted(HELD_CATEGORY) + RollupDeltas.OF_OPENING
                + """
                written AS (
                  INSERT INTO {ticket} (%s, %s, %s)
                  SELECT won.tenant_id, :ticket_id, :receipt_version, %s, %s, %s, %s
                  FROM won %s %s
                  RETURNING reference),
                %s,
                %s
                """.formatted(
                                TicketColumns.LEADING,
                                TicketColumns.MUTABLE,
                                TicketColumns.FIXED,
                                category,
                                reference,
                                mutable(numbered),
                                SqlText.parameters(TicketColumns.FIXED),
                                numbered ? "CROSS JOIN ref" : "",
                                inCategory ? "CROSS JOIN category" : "",
                                DELIVERY,
                                SearchQueue.COMMIT + UnsequencedEvents.COMMIT)
                + CHECK.formatted(numbered ? IS_NOT_RAISED : ""));
    }

    /** The number is among the words too. */
    private static String mutable(boolean numbered) {
        return SqlText.each(
                TicketColumns.MUTABLE,
                ", ",
                column -> numbered && column.equals("search_text")
                        ? ":search_text || ref.number_word || ' '"
                        : ":" + column);
    }

    private SqlText changing(String categories, String assignments, String deltas) {
        return changing(categories, TicketColumns.MUTABLE, assignments, deltas);
    }

    private SqlText changing(String categories, String columns, String assignments, String deltas) {
        return names.sql(WAITS + (gated ? StatusGate.HOLD : "")
                + won(":reference_hash", guard() + (gated ? " AND " + StatusGate.IS_OPEN : "")) + ","
                + categories.formatted(HELD_CATEGORY)
                + deltas
                + """
                written AS (
                  UPDATE {ticket} t SET version = :receipt_version, %s %s
                  FROM won %s
                  WHERE t.tenant_id = won.tenant_id AND t.tenant_id = :tenant_id AND t.id = :ticket_id
                    AND t.version = :expected_version
                  RETURNING t.reference),
                %s,
                %s
                """.formatted(
                                SqlText.assignments(columns),
                                assignments,
                                categories.isEmpty() ? "" : ", category",
                                DELIVERY,
                                SearchQueue.COMMIT + UnsequencedEvents.COMMIT)
                + CHECK.formatted(""));
    }

    private static String won(String referenceHash, String from) {
        return """
        won AS (
          INSERT INTO {ticket_event} (%s, reference_hash)
          SELECT %s, %s %s
          ON CONFLICT DO NOTHING RETURNING tenant_id)
        """.formatted(EventColumns.WRITTEN, SqlText.parameters(EventColumns.WRITTEN), referenceHash, from);
    }

    private static String guard() {
        return """
        FROM waits WHERE EXISTS (SELECT 1 FROM {ticket} t
          WHERE t.tenant_id = :tenant_id AND t.id = :ticket_id AND t.version = :expected_version)""";
    }

    /** A receipt changes no ticket; unlocked, an erasure could overlook it. */
    private static String held() {
        return """
        FROM (SELECT 1 FROM waits CROSS JOIN {ticket} t
          WHERE t.tenant_id = :tenant_id AND t.id = :ticket_id AND t.version = :expected_version FOR SHARE OF t) held""";
    }
}
