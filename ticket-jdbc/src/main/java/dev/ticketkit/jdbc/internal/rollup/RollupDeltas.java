package dev.ticketkit.jdbc.internal.rollup;

import dev.ticketkit.jdbc.internal.row.EventColumns;
import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.TicketChange;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What a commit adds to the statistics: a row for what is counted no more (weight -1) and one for what is counted now (weight 1), and,
 * when past entries into statuses move with the ticket, a row for each of those. Everything comes from the change, nothing is read but
 * those entries; categories are resolved when statistics are read, so that a merge has nothing to do here.
 */
public final class RollupDeltas {
    private static final String OF_TICKET = """
            category_id, owner_id, status_key, status_position, macro_status, priority, opened_day, opened_month, \
            closed_day, closed_month, closing_micros, closing_bucket, answer_bucket, reopenings""";

    private static final String COLUMNS = OF_TICKET + ", entered_day, entered_month";

    private static final String INTO =
            "INSERT INTO {ticket_delta} (tenant_id, event_id, part, weight, " + COLUMNS + ")\n";

    private static final String AFTER = after(":");
    private static final String BEFORE = before(":");

    /** Part of the one statement of an opening, for winners. */
    public static final String OF_OPENING =
            "counted AS (\n  " + INTO + "SELECT " + AFTER + " FROM won WHERE :counts_after),\n";

    /** Part of the one statement of a change that counts. */
    public static final String OF_CHANGE =
            OF_OPENING + "uncounted AS (\n  " + INTO + "SELECT " + BEFORE + " FROM won WHERE :counted_before),\n";

    /** Part of the one statement of a change that moves past entries. */
    public static final String OF_MOVE = OF_CHANGE + "entries_out AS (\n  " + entries(0, "before_", "won, ")
            + " AND :counted_before),\nentries_in AS (\n  " + entries(1, "", "won, ") + " AND :counts_after),\n";

    /** What the rows of a batch bring besides the columns of their tickets. */
    public static final String BATCH_COLUMNS =
            "opened_day, opened_month, closed_day, closed_month, entered_day, entered_month, counts_after";

    /** The same for batches that hold more than openings. */
    public static final String BATCH_COLUMNS_OF_CHANGES =
            SqlText.each(OF_TICKET, ", ", column -> "before_" + column) + ", counted_before, moves_entries";

    /** Part of a batch, over its winners. */
    public static final String OF_OPENINGS =
            "counted AS (\n  " + INTO + "SELECT " + after("w.") + " FROM winner w WHERE w.counts_after),\n";

    /** Part of a batch that holds more than openings. */
    public static final String OF_CHANGES = OF_OPENINGS
            + "uncounted AS (\n  " + INTO + "SELECT " + before("w.") + " FROM winner w WHERE w.counted_before),\n"
            + "entries_out AS (\n  " + entriesOfWinners(0, "before_") + " AND w.counted_before),\n"
            + "entries_in AS (\n  " + entriesOfWinners(1, "") + " AND w.counts_after),\n";

    private final SqlText after;
    private final SqlText before;
    private final SqlText both;
    private final SqlText entriesOut;
    private final SqlText entriesIn;

    public RollupDeltas(TableNames names) {
        after = names.sql(INTO + "VALUES (" + AFTER + ")");
        before = names.sql(INTO + "VALUES (" + BEFORE + ")");
        both = names.sql(INTO + "VALUES (" + BEFORE + "), (" + AFTER + ")");
        entriesOut = names.sql(entries(0, "before_", ""));
        entriesIn = names.sql(entries(1, "", ""));
    }

    /** Adds the parameters, besides those of ticket and event. */
    public static Bindings bind(Bindings bindings, TicketChange change) {
        Ticket before = change.before();
        TicketFacts now = TicketFacts.evenDeleted(change.after());
        TicketFacts after = change.after().deletedAt() == null ? now : null;
        if (before == null) {
            TicketFacts.bindNothingBefore(bindings);
            bindSides(bindings, change, null, after);
        } else {
            TicketFacts past = TicketFacts.evenDeleted(before).bindBefore(bindings);
            bindSides(bindings, change, before.deletedAt() == null ? past : null, after);
        }
        now.bindAfter(bindings);
        boolean enters = EventColumns.statusTo(change.event()) != null;
        UtcDay entered = UtcDay.of(change.event().at());
        return bindings.number("entered_day", enters ? (Long) entered.day() : null)
                .number("entered_month", enters ? (Long) entered.month() : null);
    }

    private static void bindSides(
            Bindings bindings, TicketChange change, @Nullable TicketFacts before, @Nullable TicketFacts after) {
        boolean counted = TicketFacts.isCounted(change, before, after);
        bindings.flag("counted_before", counted && before != null)
                .flag("counts_after", counted && after != null)
                .flag("moves_entries", TicketFacts.movesEntries(change, before, after));
    }

    /**
     * Inside the transaction of a commit by steps, after its event is there.
     *
     * @param bindings those of the change
     */
    public void run(Sql sql, Bindings bindings) throws SQLException {
        boolean out = bindings.flagOf("counted_before");
        boolean in = bindings.flagOf("counts_after");
        if (out && in && !sql.isDistributed()) {
            sql.update(both, bindings);
        } else if (out || in) {
            runEach(sql, bindings, out, in);
        }
        boolean moves = bindings.flagOf("moves_entries");
        if (moves && out) {
            sql.update(entriesOut, bindings);
        }
        if (moves && in) {
            sql.update(entriesIn, bindings);
        }
    }

    private void runEach(Sql sql, Bindings bindings, boolean out, boolean in) throws SQLException {
        if (out) {
            sql.update(before, bindings);
        }
        if (in) {
            sql.update(after, bindings);
        }
    }

    /** @param of what stands before the name of a value */
    private static String after(String of) {
        return "%1$stenant_id, %1$sid, 1, 1, ".formatted(of) + SqlText.each(COLUMNS, ", ", column -> of + column);
    }

    /** @param of what stands before the name of a value */
    private static String before(String of) {
        return "%1$stenant_id, %1$sid, 0, -1, ".formatted(of)
                + SqlText.each(OF_TICKET, ", ", column -> of + "before_" + column) + ", NULL, NULL";
    }

    /** Looked up winner by winner: the limit keeps it from becoming a join. */
    private static String entriesOfWinners(int in, String prefix) {
        return INTO
                + """
                SELECT w.tenant_id, w.id, 2 * e.version + %s, %s, w.%scategory_id, NULL, e.status_to, NULL, NULL, NULL, NULL, NULL,
                  NULL, NULL, NULL, NULL, NULL, NULL, %s, %s
                FROM winner w CROSS JOIN LATERAL (
                  SELECT v.version, v.status_to, v.occurred_at FROM {ticket_event} v
                  WHERE v.tenant_id = w.tenant_id AND v.ticket_id = w.ticket_id AND v.version < w.receipt_version
                    AND v.status_to IS NOT NULL LIMIT 1000000000) e
                WHERE w.moves_entries""".formatted(
                        in, 2 * in - 1, prefix, UtcDay.daySql("e.occurred_at"), UtcDay.monthSql("e.occurred_at"));
    }

    /** @param in 1 for where they are counted now, 0 for where they were */
    private static String entries(int in, String prefix, String won) {
        return INTO
                + """
                SELECT e.tenant_id, :id, 2 * e.version + %s, %s, :%scategory_id, NULL, e.status_to, NULL, NULL, NULL, NULL, NULL,
                  NULL, NULL, NULL, NULL, NULL, NULL, %s, %s
                FROM %s{ticket_event} e
                WHERE e.tenant_id = :tenant_id AND e.ticket_id = :ticket_id AND e.version < :receipt_version
                  AND e.status_to IS NOT NULL""".formatted(
                        in, 2 * in - 1, prefix, UtcDay.daySql("e.occurred_at"), UtcDay.monthSql("e.occurred_at"), won);
    }
}
