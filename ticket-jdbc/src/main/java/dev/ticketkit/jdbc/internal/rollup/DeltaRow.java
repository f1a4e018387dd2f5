package dev.ticketkit.jdbc.internal.rollup;

import dev.ticketkit.jdbc.internal.sql.Row;
import dev.ticketkit.spi.model.MacroStatus;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of what a commit added to the statistics; see {@link RollupDeltas}. Days are counted from 1970. */
record DeltaRow(
        int weight,
        UUID category,
        String owner,
        String status,
        int priority,
        String macro,
        int position,
        @Nullable Integer openedDay,
        @Nullable Integer openedMonth,
        @Nullable Integer closedDay,
        @Nullable Integer closedMonth,
        long closingMicros,
        @Nullable Integer closingBucket,
        @Nullable Integer answerBucket,
        long reopenings,
        @Nullable Integer enteredDay,
        @Nullable Integer enteredMonth) {
    static DeltaRow read(Row row) throws SQLException {
        return new DeltaRow(
                row.integer("weight"),
                Objects.requireNonNullElse(row.idOrNull("category_id"), Rollup.NO_CATEGORY_ID),
                Objects.requireNonNullElse(row.textOrNull("owner_id"), ""),
                row.text("status_key"),
                row.integer("priority"),
                Objects.requireNonNullElse(row.textOrNull("macro_status"), ""),
                row.integer("status_position"),
                row.integerOrNull("opened_day"),
                row.integerOrNull("opened_month"),
                row.integerOrNull("closed_day"),
                row.integerOrNull("closed_month"),
                row.number("closing_micros"),
                row.integerOrNull("closing_bucket"),
                row.integerOrNull("answer_bucket"),
                row.number("reopenings"),
                row.integerOrNull("entered_day"),
                row.integerOrNull("entered_month"));
    }

    boolean isOf(MacroStatus status) {
        return macro.equals(status.name());
    }

    /**
     * Where SQL finds the columns of a delta: in rows {@code d} of deltas, or in tickets {@code d} and their events {@code e}, which are read as if each
     * were a delta that takes it away again.
     */
    @FunctionalInterface
    interface Columns {
        /** Of the deltas themselves. */
        Columns DELTAS = name -> "d." + name;

        /** Of tickets that are counted. */
        Columns TICKETS = name -> switch (name) {
            case "weight" -> "-1";
            case "opened_day" -> UtcDay.daySql("d.opened_at");
            case "opened_month" -> UtcDay.monthSql("d.opened_at");
            case "closed_day" -> UtcDay.daySql("d.closed_at");
            case "closed_month" -> UtcDay.monthSql("d.closed_at");
            default -> "d." + name;
        };

        /** Of events by which tickets entered a status. */
        Columns ENTRIES = name -> switch (name) {
            case "status_key" -> "e.status_to";
            case "entered_day" -> UtcDay.daySql("e.occurred_at");
            case "entered_month" -> UtcDay.monthSql("e.occurred_at");
            default -> TICKETS.of(name);
        };

        /** What stands for a column. */
        String of(String name);
    }
}
