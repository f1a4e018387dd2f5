package dev.ticketkit.spi.query;

import dev.ticketkit.spi.internal.Required;
import dev.ticketkit.spi.model.TicketId;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Where a ticket stands in a sorted list: what a page remembers to go on after it. Instants count microseconds since 1970.
 */
public final class SortPosition {
    private final boolean empty;
    private final byte[] text;
    private final long number;
    private final long second;
    private final TicketId id;

    private SortPosition(boolean empty, byte[] text, long number, long second, TicketId id) {
        this.empty = empty;
        this.text = text;
        this.number = number;
        this.second = second;
        this.id = Required.argument(id, "id");
    }

    /** A position by text, as sort key bytes. */
    public static SortPosition ofText(byte[] text, TicketId id) {
        return new SortPosition(false, Required.argument(text, "text").clone(), 0, 0, id);
    }

    /** A position by a number, and by a second one where the first is the same. */
    public static SortPosition ofNumbers(long number, long second, TicketId id) {
        return new SortPosition(false, new byte[0], number, second, id);
    }

    /** The position of a ticket without a value. */
    public static SortPosition empty(TicketId id) {
        return new SortPosition(true, new byte[0], 0, 0, id);
    }

    /** Whether the ticket has no value in the sorted column. */
    public boolean isEmpty() {
        return empty;
    }

    /** The sort key of a text column; empty for the others. */
    public byte[] text() {
        return text.clone();
    }

    /** The value of a number column. */
    public long number() {
        return number;
    }

    /** The opening time in microseconds when sorted by priority, else 0. */
    public long second() {
        return second;
    }

    /** What breaks ties. */
    public TicketId id() {
        return id;
    }

    /** The order of a list: empties last in both directions, ties by id; see {@link TicketSort}. */
    public static Comparator<SortPosition> order(TicketSort sort, SortDirection direction) {
        Required.argument(sort, "sort");
        Required.argument(direction, "direction");
        Comparator<SortPosition> byValue = Comparator.comparing((SortPosition p) -> p.text, Arrays::compareUnsigned)
                .thenComparingLong(SortPosition::number)
                .thenComparingLong(SortPosition::second);
        return Comparator.comparing(SortPosition::isEmpty)
                .thenComparing(direction == SortDirection.DESCENDING ? byValue.reversed() : byValue)
                .thenComparing(
                        sort.breaksTiesDescending(direction)
                                ? Comparator.comparing(SortPosition::id).reversed()
                                : Comparator.comparing(SortPosition::id));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SortPosition that
                && empty == that.empty
                && Arrays.equals(text, that.text)
                && number == that.number
                && second == that.second
                && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
