package dev.ticketkit.jdbc.internal.rollup;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The period by which deltas are counted, named by its first day, in SQL and in Java. */
@SuppressWarnings("ImmutableEnumChecker")
enum RollupPeriod {
    /** All of them together. */
    ALL_TIME("0", delta -> 0),
    OPENED_MONTH("d.opened_month", DeltaRow::openedMonth),
    OPENED_DAY("d.opened_day", DeltaRow::openedDay),
    CLOSED_MONTH("d.closed_month", DeltaRow::closedMonth),
    CLOSED_DAY("d.closed_day", DeltaRow::closedDay),
    ENTERED_MONTH("d.entered_month", DeltaRow::enteredMonth),
    ENTERED_DAY("d.entered_day", DeltaRow::enteredDay);

    private final String column;
    private final Function<DeltaRow, @Nullable Integer> day;

    RollupPeriod(String column, Function<DeltaRow, @Nullable Integer> day) {
        this.column = column;
        this.day = day;
    }

    /** The column of deltas {@code d}. */
    String column() {
        return column;
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
