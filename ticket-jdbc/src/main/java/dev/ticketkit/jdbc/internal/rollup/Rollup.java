package dev.ticketkit.jdbc.internal.rollup;

import dev.ticketkit.spi.model.MacroStatus;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is counted together. Cells of one set differ in period, owner, category, status and priority; what a set does not tell apart is
 * empty in its cells, and sets of durations have their bucket in place of the priority. Periods are named by their first day, in days since 1970.
 */
public enum Rollup {
    /** All tickets, by category, status and priority. */
    ALL(Cut.CATEGORY, RollupPeriod.ALL_TIME, Counted.TICKETS),
    /** All tickets, by category and kind of status. */
    CATEGORY(Cut.CATEGORY_ONLY, RollupPeriod.ALL_TIME, Counted.TICKETS),
    /** All tickets, by priority and status. */
    PRIORITY(Cut.PRIORITY, RollupPeriod.ALL_TIME, Counted.TICKETS),
    /** Tickets by the UTC month of their opening. */
    OPENED_MONTH(Cut.CATEGORY, RollupPeriod.OPENED_MONTH, Counted.TICKETS),
    /** Tickets by the UTC day of their opening. */
    OPENED_DAY(Cut.CATEGORY, RollupPeriod.OPENED_DAY, Counted.TICKETS),
    /** Closed tickets by the UTC month of their closing. */
    CLOSED_MONTH(Cut.CATEGORY, RollupPeriod.CLOSED_MONTH, Counted.CLOSED),
    /** Closed tickets by the UTC day of their closing. */
    CLOSED_DAY(Cut.CATEGORY, RollupPeriod.CLOSED_DAY, Counted.CLOSED),
    /** What {@link #CATEGORY} says, by the UTC month of their opening. */
    CATEGORY_OPENED(Cut.CATEGORY_ONLY, RollupPeriod.OPENED_MONTH, Counted.TICKETS),
    /** What {@link #PRIORITY} says, by the UTC month of their opening. */
    PRIORITY_OPENED(Cut.PRIORITY, RollupPeriod.OPENED_MONTH, Counted.TICKETS),
    /** Closed tickets by category, by the UTC month of their closing. */
    CATEGORY_CLOSED(Cut.CATEGORY_ONLY, RollupPeriod.CLOSED_MONTH, Counted.CLOSED),
    /** Closed tickets by priority and status, by the UTC month of their closing. */
    PRIORITY_CLOSED(Cut.PRIORITY, RollupPeriod.CLOSED_MONTH, Counted.CLOSED),
    /** Tickets in progress by category and the UTC month of their opening. */
    BACKLOG_MONTH(Cut.BACKLOG, RollupPeriod.OPENED_MONTH, Counted.IN_PROGRESS),
    /** Tickets in progress by category and the UTC day of their opening. */
    BACKLOG_DAY(Cut.BACKLOG, RollupPeriod.OPENED_DAY, Counted.IN_PROGRESS),
    /** Closed tickets by the bucket of their closing time. */
    CLOSING_TIME(Cut.CLOSING_TIME, RollupPeriod.ALL_TIME, Counted.TERMINATED),
    /** The same by the UTC month of their opening. */
    CLOSING_TIME_OPENED(Cut.CLOSING_TIME, RollupPeriod.OPENED_MONTH, Counted.TERMINATED),
    /** The same by the UTC month of their closing. */
    CLOSING_TIME_CLOSED(Cut.CLOSING_TIME, RollupPeriod.CLOSED_MONTH, Counted.TERMINATED),
    /** All tickets by kind of status and the bucket of the time to their first answer, or {@link #UNANSWERED}. */
    ANSWER_TIME(Cut.ANSWER_TIME, RollupPeriod.ALL_TIME, Counted.TICKETS),
    /** The same by the UTC month of their opening. */
    ANSWER_TIME_OPENED(Cut.ANSWER_TIME, RollupPeriod.OPENED_MONTH, Counted.TICKETS),
    /** All tickets, by owner, status and priority. */
    OWNER(Cut.OWNER, RollupPeriod.ALL_TIME, Counted.TICKETS),
    /** How often tickets entered a status. */
    ENTERED_ALL(Cut.ENTRY_ONLY, RollupPeriod.ALL_TIME, Counted.ENTRIES),
    /** How often tickets entered a status, by category. */
    ENTERED(Cut.ENTRY, RollupPeriod.ALL_TIME, Counted.ENTRIES),
    /** The same by UTC month. */
    ENTERED_MONTH(Cut.ENTRY, RollupPeriod.ENTERED_MONTH, Counted.ENTRIES),
    /** The same by UTC day. */
    ENTERED_DAY(Cut.ENTRY, RollupPeriod.ENTERED_DAY, Counted.ENTRIES);

    /** What makes the key of a cell and what is summed in it; columns in the order of {@link #KEY} and {@link #SUMS}. */
    static final String KEY = "cell_set, period, owner_id, category_id, status_key, priority";

    static final String SUMS = "tickets, closed_micros, reopenings";
    static final String COLUMNS = KEY + ", macro_status, status_position, " + SUMS;

    /** In place of the bucket of tickets without an answer. */
    public static final int UNANSWERED = -1;

    /** In place of no category. */
    public static final String NO_CATEGORY = "CAST('00000000-0000-0000-0000-000000000000' AS uuid)";

    static final UUID NO_CATEGORY_ID = new UUID(0, 0);

    private final Cut cut;
    private final RollupPeriod period;
    private final Counted counted;

    Rollup(Cut cut, RollupPeriod period, Counted counted) {
        this.cut = cut;
        this.period = period;
        this.counted = counted;
    }

    /** Which deltas a set counts, in SQL and in Java. */
    @SuppressWarnings("ImmutableEnumChecker")
    private enum Counted {
        TICKETS("d.opened_day IS NOT NULL", delta -> delta.openedDay() != null),
        CLOSED("d.closed_day IS NOT NULL", delta -> delta.closedDay() != null),
        IN_PROGRESS(
                "d.opened_day IS NOT NULL AND d.macro_status = 'IN_PROGRESS'",
                delta -> delta.openedDay() != null && delta.isOf(MacroStatus.IN_PROGRESS)),
        TERMINATED(
                "d.closing_bucket IS NOT NULL AND d.macro_status = 'TERMINATED'",
                delta -> delta.closingBucket() != null && delta.isOf(MacroStatus.TERMINATED)),
        ENTRIES("d.entered_day IS NOT NULL", delta -> delta.enteredDay() != null);

        private final String condition;
        private final Predicate<DeltaRow> has;

        Counted(String condition, Predicate<DeltaRow> has) {
            this.condition = condition;
            this.has = has;
        }
    }

    /** Which columns of a delta a set keeps, in SQL and in Java. */
    @SuppressWarnings("ImmutableEnumChecker")
    private enum Cut {
        CATEGORY(
                "'', COALESCE(d.category_id, " + NO_CATEGORY
                        + "), d.status_key, d.priority, d.macro_status, d.status_position",
                "d.weight, d.weight * COALESCE(d.closing_micros, 0), d.weight * d.reopenings",
                (in, d) -> in.key("", d.category(), d.status(), d.priority(), d.macro(), d.position())),
        CATEGORY_ONLY(
                "'', COALESCE(d.category_id, " + NO_CATEGORY + "), d.macro_status, 0, d.macro_status, 0",
                "d.weight, d.weight * COALESCE(d.closing_micros, 0), d.weight * d.reopenings",
                (in, d) -> in.key("", d.category(), d.macro(), 0, d.macro(), 0)),
        PRIORITY(
                "'', " + NO_CATEGORY + ", d.status_key, d.priority, d.macro_status, d.status_position",
                "d.weight, 0, 0",
                (in, d) -> in.key("", NO_CATEGORY_ID, d.status(), d.priority(), d.macro(), d.position())),
        OWNER(
                "COALESCE(d.owner_id, ''), " + NO_CATEGORY
                        + ", d.status_key, d.priority, d.macro_status, d.status_position",
                "d.weight, 0, 0",
                (in, d) -> in.key(d.owner(), NO_CATEGORY_ID, d.status(), d.priority(), d.macro(), d.position())),
        BACKLOG(
                "'', COALESCE(d.category_id, " + NO_CATEGORY + "), '', 0, d.macro_status, 0",
                "d.weight, 0, 0",
                (in, d) -> in.key("", d.category(), "", 0, d.macro(), 0)),
        CLOSING_TIME(
                "'', " + NO_CATEGORY + ", '', d.closing_bucket, d.macro_status, 0",
                "d.weight, 0, 0",
                (in, d) -> in.key("", NO_CATEGORY_ID, "", bucket(d.closingBucket()), d.macro(), 0)),
        ANSWER_TIME(
                "'', " + NO_CATEGORY + ", d.macro_status, COALESCE(d.answer_bucket, " + UNANSWERED
                        + "), d.macro_status, 0",
                "d.weight, 0, 0",
                (in, d) -> in.key("", NO_CATEGORY_ID, d.macro(), bucket(d.answerBucket()), d.macro(), 0)),
        ENTRY_ONLY(
                "'', " + NO_CATEGORY + ", d.status_key, 0, '', 0",
                "d.weight, 0, 0",
                (in, d) -> in.key("", NO_CATEGORY_ID, d.status(), 0, "", 0)),
        ENTRY(
                "'', COALESCE(d.category_id, " + NO_CATEGORY + "), d.status_key, 0, '', 0",
                "d.weight, 0, 0",
                (in, d) -> in.key("", d.category(), d.status(), 0, "", 0));

        private final String columns;
        private final String sums;
        private final BiFunction<RollupKey.Place, DeltaRow, RollupKey> key;

        Cut(String columns, String sums, BiFunction<RollupKey.Place, DeltaRow, RollupKey> key) {
            this.columns = columns;
            this.sums = sums;
            this.key = key;
        }

        private static int bucket(@Nullable Integer bucket) {
            return bucket == null ? UNANSWERED : bucket;
        }
    }

    /** Whether the set is kept in the table of periods. */
    boolean hasPeriods() {
        return period != RollupPeriod.ALL_TIME;
    }

    /** Whether it counts entries into statuses, not tickets. */
    boolean isOfEntries() {
        return counted == Counted.ENTRIES;
    }

    /** Whether it sums closing times and reopenings too. */
    boolean hasSums() {
        return cut == Cut.CATEGORY || cut == Cut.CATEGORY_ONLY;
    }

    /** The column of deltas {@code d} that says the period. */
    String period() {
        return period.column();
    }

    /** The table it is kept in. */
    String table() {
        return hasPeriods() ? "{ticket_rollup_period}" : "{ticket_rollup}";
    }

    /** The key of the cell to which a delta is added, or null when the set does not count it. */
    @Nullable RollupKey keyOf(DeltaRow delta) {
        return counted.has.test(delta) ? cut.key.apply(new RollupKey.Place(this, period.of(delta)), delta) : null;
    }

    /** What rows {@code d} of the form of deltas add to cells of the set: {@link #COLUMNS}, not yet summed. */
    String of(String from) {
        return "SELECT '%s' AS cell_set, %s AS period, %s, %s FROM %s WHERE %s"
                .formatted(name(), period.column(), cut.columns, cut.sums, from, counted.condition);
    }

    /** What {@link #of} says, summed by what a tally tells apart; without a subquery. */
    String summedOf(String from, String where) {
        return """
        SELECT '%s', 0, '', COALESCE(d.category_id, %s), d.status_key, d.priority, MIN(d.macro_status), MIN(d.status_position),
          SUM(d.weight), SUM(d.weight * COALESCE(d.closing_micros, 0)), SUM(d.weight * d.reopenings)
        FROM %s WHERE %s AND %s
        GROUP BY d.category_id, d.status_key, d.priority""".formatted(name(), NO_CATEGORY, from, counted.condition, where);
    }

    /** The same for every set of one table. */
    static String all(boolean periods, String from) {
        return Arrays.stream(values())
                .filter(set -> set.hasPeriods() == periods)
                .map(set -> set.of(from))
                .collect(Collectors.joining("\nUNION ALL "));
    }
}
