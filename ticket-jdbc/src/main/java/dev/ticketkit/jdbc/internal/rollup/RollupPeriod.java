package dev.ticketkit.jdbc.internal.rollup;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The period by which deltas are counted, named by its first day, in SQL and in Java. */
@SuppressWarnings("ImmutableEnumChecker")
enum RollupPeriod {
    /** All of them together. */
    ALL_TIME("", delta -> 0),
    OPENED_MONTH("opened_month", DeltaRow::openedMonth),
    OPENED_DAY("opened_day", DeltaRow::openedDay),
    CLOSED_MONTH("closed_month", DeltaRow::closedMonth),
    CLOSED_DAY("closed_day", DeltaRow::closedDay),
    ENTERED_MONTH("entered_month", DeltaRow::enteredMonth),
    ENTERED_DAY("entered_day", DeltaRow::enteredDay);

    private final String column;
    private final Function<DeltaRow, @Nullable Integer> day;

    RollupPeriod(String column, Function<DeltaRow, @Nullable Integer> day) {
        this.column = column;
        this.day = day;
    }

    /** As SQL over rows of deltas. */
    String sql(DeltaRow.Columns deltas) {
        return column.isEmpty() ? "0" : deltas.of(column);
    }

    /** The period of a delta that has one. */
    int of(DeltaRow delta) {
        Integer found = day.apply(delta);
        if (found == null) {
            throw new IllegalStateException("a delta without " + column);
        }
        return found;
    }
}
