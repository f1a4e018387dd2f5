package dev.ticketkit.jdbc.internal.rollup;

import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One column of what a rollup is kept by: the same as SQL over rows of deltas and of one delta that was read. A rollup that does not tell something
 * apart has it empty.
 */
record KeyPart<T>(Function<DeltaColumns, String> sql, Function<DeltaRow, T> value) {
    static final KeyPart<String> OWNER = new KeyPart<>(d -> "COALESCE(" + d.of("owner_id") + ", '')", DeltaRow::owner);
    static final KeyPart<UUID> CATEGORY =
            new KeyPart<>(d -> "COALESCE(" + d.of("category_id") + ", " + Rollup.NO_CATEGORY + ")", DeltaRow::category);
    static final KeyPart<String> STATUS = of("status_key", DeltaRow::status);
    static final KeyPart<String> MACRO = of("macro_status", DeltaRow::macro);
    static final KeyPart<Integer> POSITION = of("status_position", DeltaRow::position);
    static final KeyPart<Integer> PRIORITY = of("priority", DeltaRow::priority);
    static final KeyPart<Integer> CLOSING_BUCKET = of("closing_bucket", delta -> bucket(delta.closingBucket()));
    static final KeyPart<Integer> ANSWER_BUCKET = new KeyPart<>(
            d -> "COALESCE(" + d.of("answer_bucket") + ", " + Rollup.NO_BUCKET + ")",
            delta -> bucket(delta.answerBucket()));
    static final KeyPart<UUID> NO_CATEGORY = new KeyPart<>(d -> Rollup.NO_CATEGORY, delta -> Rollup.NO_CATEGORY_ID);
    static final KeyPart<String> NO_TEXT = new KeyPart<>(d -> "''", delta -> "");
    static final KeyPart<Integer> NO_PRIORITY = always(Rollup.NO_PRIORITY);
    static final KeyPart<Integer> NO_BUCKET = always(Rollup.NO_BUCKET);
    static final KeyPart<Integer> NO_POSITION = always(0);

    private static <T> KeyPart<T> of(String column, Function<DeltaRow, T> value) {
        return new KeyPart<>(d -> d.of(column), value);
    }

    private static KeyPart<Integer> always(int number) {
        return new KeyPart<>(d -> Integer.toString(number), delta -> number);
    }

    private static int bucket(@Nullable Integer bucket) {
        return bucket == null ? Rollup.NO_BUCKET : bucket;
    }
}
