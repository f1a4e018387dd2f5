package dev.ticketkit.jdbc.internal.rollup;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** By what tickets are told apart in a rollup. */
@SuppressWarnings("ImmutableEnumChecker")
enum RollupCut {
    CATEGORY(Part.NO_TEXT, Part.CATEGORY, Part.STATUS, Part.PRIORITY, Part.NO_BUCKET, Part.POSITION),
    /** The kind of status alone is told apart, and no status. */
    CATEGORY_ONLY(Part.NO_TEXT, Part.CATEGORY, Part.NO_TEXT, Part.NO_PRIORITY, Part.NO_BUCKET, Part.NO_POSITION),
    PRIORITY(Part.NO_TEXT, Part.NO_CATEGORY, Part.STATUS, Part.PRIORITY, Part.NO_BUCKET, Part.POSITION),
    OWNER(Part.OWNER, Part.NO_CATEGORY, Part.STATUS, Part.PRIORITY, Part.NO_BUCKET, Part.POSITION),
    BACKLOG(Part.NO_TEXT, Part.CATEGORY, Part.NO_TEXT, Part.NO_PRIORITY, Part.NO_BUCKET, Part.NO_POSITION),
    CLOSING_TIME(Part.NO_TEXT, Part.NO_CATEGORY, Part.NO_TEXT, Part.NO_PRIORITY, Part.CLOSING_BUCKET, Part.NO_POSITION),
    /** The kind of status alone is told apart, and no status. */
    ANSWER_TIME(Part.NO_TEXT, Part.NO_CATEGORY, Part.NO_TEXT, Part.NO_PRIORITY, Part.ANSWER_BUCKET, Part.NO_POSITION),
    ENTRY_ONLY(Part.NO_TEXT, Part.NO_CATEGORY, Part.STATUS, Part.NO_PRIORITY, Part.NO_BUCKET, Part.NO_POSITION),
    ENTRY(Part.NO_TEXT, Part.CATEGORY, Part.STATUS, Part.NO_PRIORITY, Part.NO_BUCKET, Part.NO_POSITION);

    private final Part<String> owner;
    private final Part<UUID> category;
    private final Part<String> status;
    private final Part<Integer> priority;
    private final Part<Integer> bucket;
    private final Part<Integer> position;

    RollupCut(
            Part<String> owner,
            Part<UUID> category,
            Part<String> status,
            Part<Integer> priority,
            Part<Integer> bucket,
            Part<Integer> position) {
        this.owner = owner;
        this.category = category;
        this.status = status;
        this.priority = priority;
        this.bucket = bucket;
        this.position = position;
    }

    /** Whether it sums closing times and reopenings too. */
    boolean hasSums() {
        return this == CATEGORY || this == CATEGORY_ONLY;
    }

    /** An entry is of no kind of status: the ticket is in another one by now. */
    private Part<String> macro() {
        return this == ENTRY || this == ENTRY_ONLY ? Part.NO_TEXT : Part.MACRO;
    }

    /** The columns behind rollup and period, as {@link Rollup#COLUMNS} has them. */
    String columns(DeltaRow.Columns deltas) {
        String key = List.of(owner, category, status, priority, bucket, macro(), position).stream()
                .map(part -> part.sql().apply(deltas))
                .collect(Collectors.joining(", "));
        String weight = deltas.of("weight");
        return key
                + (hasSums()
                        ? ", %1$s, %1$s * COALESCE(%2$s, 0), %1$s * %3$s"
                                .formatted(weight, deltas.of("closing_micros"), deltas.of("reopenings"))
                        : ", " + weight + ", 0, 0");
    }

    /** The same of a delta that was read. */
    RollupKey key(RollupKey.Place place, DeltaRow delta) {
        return new RollupKey(
                place,
                owner.value().apply(delta),
                category.value().apply(delta),
                status.value().apply(delta),
                priority.value().apply(delta),
                bucket.value().apply(delta),
                macro().value().apply(delta),
                position.value().apply(delta));
    }

    /**
     * One column of what a rollup is kept by: the same as SQL over rows of deltas and of one delta that was read. A rollup that does not tell something
     * apart has it empty.
     */
    private record Part<T>(Function<DeltaRow.Columns, String> sql, Function<DeltaRow, T> value) {
        static final Part<String> OWNER = new Part<>(d -> "COALESCE(" + d.of("owner_id") + ", '')", DeltaRow::owner);
        static final Part<UUID> CATEGORY = new Part<>(
                d -> "COALESCE(" + d.of("category_id") + ", " + Rollup.NO_CATEGORY + ")", DeltaRow::category);
        static final Part<String> STATUS = of("status_key", DeltaRow::status);
        static final Part<String> MACRO = of("macro_status", DeltaRow::macro);
        static final Part<Integer> POSITION = of("status_position", DeltaRow::position);
        static final Part<Integer> PRIORITY = of("priority", DeltaRow::priority);
        static final Part<Integer> CLOSING_BUCKET = of("closing_bucket", delta -> bucket(delta.closingBucket()));
        static final Part<Integer> ANSWER_BUCKET = new Part<>(
                d -> "COALESCE(" + d.of("answer_bucket") + ", " + Rollup.NO_BUCKET + ")",
                delta -> bucket(delta.answerBucket()));
        static final Part<UUID> NO_CATEGORY = new Part<>(d -> Rollup.NO_CATEGORY, delta -> Rollup.NO_CATEGORY_ID);
        static final Part<String> NO_TEXT = new Part<>(d -> "''", delta -> "");
        static final Part<Integer> NO_PRIORITY = always(Rollup.NO_PRIORITY);
        static final Part<Integer> NO_BUCKET = always(Rollup.NO_BUCKET);
        static final Part<Integer> NO_POSITION = always(0);

        private static <T> Part<T> of(String column, Function<DeltaRow, T> value) {
            return new Part<>(d -> d.of(column), value);
        }

        private static Part<Integer> always(int number) {
            return new Part<>(d -> Integer.toString(number), delta -> number);
        }

        private static int bucket(@Nullable Integer bucket) {
            return bucket == null ? Rollup.NO_BUCKET : bucket;
        }
    }
}
