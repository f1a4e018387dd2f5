package dev.ticketkit.jdbc.internal.rollup;

import dev.ticketkit.spi.model.MacroStatus;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is counted together. Rows of one rollup differ in period, owner, category, status, kind of status, priority and the bucket of a duration;
 * what a rollup does not tell apart is empty in its rows. Periods are named by their first day, in days since 1970. See docs/decisions/0011-statistics.md.
 */
public enum Rollup {
    /** All tickets, by category, status and priority. */
    ALL(RollupCut.CATEGORY, RollupPeriod.ALL_TIME, Counted.TICKETS),
    /** All tickets, by category and kind of status. */
    CATEGORY(RollupCut.CATEGORY_ONLY, RollupPeriod.ALL_TIME, Counted.TICKETS),
    /** All tickets, by priority and status. */
    PRIORITY(RollupCut.PRIORITY, RollupPeriod.ALL_TIME, Counted.TICKETS),
    /** Tickets by the UTC month of their opening. */
    OPENED_MONTH(RollupCut.CATEGORY, RollupPeriod.OPENED_MONTH, Counted.TICKETS),
    /** Tickets by the UTC day of their opening. */
    OPENED_DAY(RollupCut.CATEGORY, RollupPeriod.OPENED_DAY, Counted.TICKETS),
    /** Closed tickets by the UTC month of their closing. */
    CLOSED_MONTH(RollupCut.CATEGORY, RollupPeriod.CLOSED_MONTH, Counted.CLOSED),
    /** Closed tickets by the UTC day of their closing. */
    CLOSED_DAY(RollupCut.CATEGORY, RollupPeriod.CLOSED_DAY, Counted.CLOSED),
    /** What {@link #CATEGORY} says, by the UTC month of their opening. */
    CATEGORY_OPENED(RollupCut.CATEGORY_ONLY, RollupPeriod.OPENED_MONTH, Counted.TICKETS),
    /** What {@link #PRIORITY} says, by the UTC month of their opening. */
    PRIORITY_OPENED(RollupCut.PRIORITY, RollupPeriod.OPENED_MONTH, Counted.TICKETS),
    /** Closed tickets by category, by the UTC month of their closing. */
    CATEGORY_CLOSED(RollupCut.CATEGORY_ONLY, RollupPeriod.CLOSED_MONTH, Counted.CLOSED),
    /** Closed tickets by priority and status, by the UTC month of their closing. */
    PRIORITY_CLOSED(RollupCut.PRIORITY, RollupPeriod.CLOSED_MONTH, Counted.CLOSED),
    /** Tickets in progress by category and the UTC month of their opening. */
    BACKLOG_MONTH(RollupCut.BACKLOG, RollupPeriod.OPENED_MONTH, Counted.IN_PROGRESS),
    /** Tickets in progress by category and the UTC day of their opening. */
    BACKLOG_DAY(RollupCut.BACKLOG, RollupPeriod.OPENED_DAY, Counted.IN_PROGRESS),
    /** Closed tickets by the bucket of their closing time. */
    CLOSING_TIME(RollupCut.CLOSING_TIME, RollupPeriod.ALL_TIME, Counted.TERMINATED),
    /** The same by the UTC month of their opening. */
    CLOSING_TIME_OPENED(RollupCut.CLOSING_TIME, RollupPeriod.OPENED_MONTH, Counted.TERMINATED),
    /** The same by the UTC month of their closing. */
    CLOSING_TIME_CLOSED(RollupCut.CLOSING_TIME, RollupPeriod.CLOSED_MONTH, Counted.TERMINATED),
    /** All tickets by kind of status and the bucket of the time to their first answer, or {@link #NO_BUCKET}. */
    ANSWER_TIME(RollupCut.ANSWER_TIME, RollupPeriod.ALL_TIME, Counted.TICKETS),
    /** The same by the UTC month of their opening. */
    ANSWER_TIME_OPENED(RollupCut.ANSWER_TIME, RollupPeriod.OPENED_MONTH, Counted.TICKETS),
    /** All tickets, by owner, status and priority. */
    OWNER(RollupCut.OWNER, RollupPeriod.ALL_TIME, Counted.TICKETS),
    /** How often tickets entered a status. */
    ENTERED_ALL(RollupCut.ENTRY_ONLY, RollupPeriod.ALL_TIME, Counted.ENTRIES),
    /** How often tickets entered a status, by category. */
    ENTERED(RollupCut.ENTRY, RollupPeriod.ALL_TIME, Counted.ENTRIES),
    /** The same by UTC month. */
    ENTERED_MONTH(RollupCut.ENTRY, RollupPeriod.ENTERED_MONTH, Counted.ENTRIES),
    /** The same by UTC day. */
    ENTERED_DAY(RollupCut.ENTRY, RollupPeriod.ENTERED_DAY, Counted.ENTRIES);

    /** What makes the key of a rollup and what is summed in it; columns in the order of {@link #KEY} and {@link #SUMS}. */
    static final String KEY = "rollup, period, owner_id, category_id, status_key, priority, bucket, macro_status";

    static final String SUMS = "tickets, closed_micros, reopenings";
    static final String COLUMNS = KEY + ", status_position, " + SUMS;

    /** The bucket of no duration: of a ticket without an answer, and where durations are not told apart. */
    public static final int NO_BUCKET = -1;

    /** The priority where priorities are not told apart. */
    public static final int NO_PRIORITY = 0;

    /** In place of no category. */
    public static final String NO_CATEGORY = "CAST('00000000-0000-0000-0000-000000000000' AS uuid)";

    static final UUID NO_CATEGORY_ID = new UUID(0, 0);

    private final RollupCut cut;
    private final RollupPeriod period;
    private final Counted counted;

    Rollup(RollupCut cut, RollupPeriod period, Counted counted) {
        this.cut = cut;
        this.period = period;
        this.counted = counted;
    }

    /** Which deltas a rollup counts, in SQL and in Java. */
    @SuppressWarnings("ImmutableEnumChecker")
    private enum Counted {
        TICKETS("opened_day", "", delta -> delta.openedDay() != null),
        CLOSED("closed_day", "", delta -> delta.closedDay() != null),
        IN_PROGRESS(
                "opened_day",
                MacroStatus.IN_PROGRESS.name(),
                delta -> delta.openedDay() != null && delta.isOf(MacroStatus.IN_PROGRESS)),
        TERMINATED(
                "closing_bucket",
                MacroStatus.TERMINATED.name(),
                delta -> delta.closingBucket() != null && delta.isOf(MacroStatus.TERMINATED)),
        ENTRIES("entered_day", "", delta -> delta.enteredDay() != null);

        private final String present;
        private final String macro;
        private final Predicate<DeltaRow> has;

        Counted(String present, String macro, Predicate<DeltaRow> has) {
            this.present = present;
            this.macro = macro;
            this.has = has;
        }

        String condition(DeltaRow.Columns deltas) {
            String hasIt = deltas.of(present) + " IS NOT NULL";
            return macro.isEmpty() ? hasIt : hasIt + " AND " + deltas.of("macro_status") + " = '" + macro + "'";
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
        return cut.hasSums();
    }

    /** What says the period of deltas {@code d}. */
    String period() {
        return period.sql(DeltaRow.Columns.DELTAS);
    }

    /** The table it is kept in. */
    String table() {
        return hasPeriods() ? "{ticket_rollup_period}" : "{ticket_rollup}";
    }

    /** The key of the rollup to which a delta is added, or null when the set does not count it. */
    @Nullable RollupKey keyOf(DeltaRow delta) {
        return counted.has.test(delta) ? cut.key(new RollupKey.Place(this, period.of(delta)), delta) : null;
    }

    /** What deltas {@code d} add: {@link #COLUMNS}, not yet summed. */
    String of(String from) {
        return of(DeltaRow.Columns.DELTAS, from);
    }

    /** The same of other rows that are read as if each were a delta. */
    String of(DeltaRow.Columns deltas, String from) {
        return "SELECT '%s' AS rollup, %s AS period, %s FROM %s WHERE %s"
                .formatted(name(), period.sql(deltas), cut.columns(deltas), from, counted.condition(deltas));
    }

    /** What {@link #of} says, summed by what is counted by category, status and priority; without a subquery. */
    String summedOf(String from, String where) {
        return """
        SELECT '%s', 0, '', COALESCE(d.category_id, %s), d.status_key, d.priority, %s, MIN(d.macro_status), MIN(d.status_position),
          SUM(d.weight), SUM(d.weight * COALESCE(d.closing_micros, 0)), SUM(d.weight * d.reopenings)
        FROM %s WHERE %s AND %s
        GROUP BY d.category_id, d.status_key, d.priority""".formatted(name(), NO_CATEGORY, NO_BUCKET, from, counted.condition(DeltaRow.Columns.DELTAS), where);
    }

    /** The same for every set of one table. */
    static String all(boolean periods, String from) {
        return Arrays.stream(values())
                .filter(set -> set.hasPeriods() == periods)
                .map(set -> set.of(from))
                .collect(Collectors.joining("\nUNION ALL "));
    }
}
