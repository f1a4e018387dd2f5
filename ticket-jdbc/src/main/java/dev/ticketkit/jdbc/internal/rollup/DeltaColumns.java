package dev.ticketkit.jdbc.internal.rollup;

/**
 * Where SQL finds the columns of a delta: in rows {@code d} of deltas, or in tickets {@code d} and their events {@code e}, which are read as if each
 * were a delta that takes it away again.
 */
@FunctionalInterface
interface DeltaColumns {
    /** Of the deltas themselves. */
    DeltaColumns DELTAS = name -> "d." + name;

    /** Of tickets that are counted. */
    DeltaColumns TICKETS = name -> switch (name) {
        case "weight" -> "-1";
        case "opened_day" -> UtcDay.daySql("d.opened_at");
        case "opened_month" -> UtcDay.monthSql("d.opened_at");
        case "closed_day" -> UtcDay.daySql("d.closed_at");
        case "closed_month" -> UtcDay.monthSql("d.closed_at");
        default -> "d." + name;
    };

    /** Of events by which tickets entered a status. */
    DeltaColumns ENTRIES = name -> switch (name) {
        case "status_key" -> "e.status_to";
        case "entered_day" -> UtcDay.daySql("e.occurred_at");
        case "entered_month" -> UtcDay.monthSql("e.occurred_at");
        default -> TICKETS.of(name);
    };

    /** What stands for a column. */
    String of(String name);
}
