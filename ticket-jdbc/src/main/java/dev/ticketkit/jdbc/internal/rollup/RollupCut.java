package dev.ticketkit.jdbc.internal.rollup;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** By what tickets are told apart in a rollup. */
@SuppressWarnings("ImmutableEnumChecker")
enum RollupCut {
    CATEGORY(KeyPart.NO_TEXT, KeyPart.CATEGORY, KeyPart.STATUS, KeyPart.PRIORITY, KeyPart.NO_BUCKET, KeyPart.POSITION),
    /** The kind of status stands for the status. */
    CATEGORY_ONLY(
            KeyPart.NO_TEXT,
            KeyPart.CATEGORY,
            KeyPart.MACRO,
            KeyPart.NO_PRIORITY,
            KeyPart.NO_BUCKET,
            KeyPart.NO_POSITION),
    PRIORITY(
            KeyPart.NO_TEXT,
            KeyPart.NO_CATEGORY,
            KeyPart.STATUS,
            KeyPart.PRIORITY,
            KeyPart.NO_BUCKET,
            KeyPart.POSITION),
    OWNER(KeyPart.OWNER, KeyPart.NO_CATEGORY, KeyPart.STATUS, KeyPart.PRIORITY, KeyPart.NO_BUCKET, KeyPart.POSITION),
    BACKLOG(
            KeyPart.NO_TEXT,
            KeyPart.CATEGORY,
            KeyPart.NO_TEXT,
            KeyPart.NO_PRIORITY,
            KeyPart.NO_BUCKET,
            KeyPart.NO_POSITION),
    CLOSING_TIME(
            KeyPart.NO_TEXT,
            KeyPart.NO_CATEGORY,
            KeyPart.NO_TEXT,
            KeyPart.NO_PRIORITY,
            KeyPart.CLOSING_BUCKET,
            KeyPart.NO_POSITION),
    /** The kind of status stands for the status. */
    ANSWER_TIME(
            KeyPart.NO_TEXT,
            KeyPart.NO_CATEGORY,
            KeyPart.MACRO,
            KeyPart.NO_PRIORITY,
            KeyPart.ANSWER_BUCKET,
            KeyPart.NO_POSITION),
    ENTRY_ONLY(
            KeyPart.NO_TEXT,
            KeyPart.NO_CATEGORY,
            KeyPart.STATUS,
            KeyPart.NO_PRIORITY,
            KeyPart.NO_BUCKET,
            KeyPart.NO_POSITION),
    ENTRY(
            KeyPart.NO_TEXT,
            KeyPart.CATEGORY,
            KeyPart.STATUS,
            KeyPart.NO_PRIORITY,
            KeyPart.NO_BUCKET,
            KeyPart.NO_POSITION);

    private final KeyPart<String> owner;
    private final KeyPart<UUID> category;
    private final KeyPart<String> status;
    private final KeyPart<Integer> priority;
    private final KeyPart<Integer> bucket;
    private final KeyPart<Integer> position;

    RollupCut(
            KeyPart<String> owner,
            KeyPart<UUID> category,
            KeyPart<String> status,
            KeyPart<Integer> priority,
            KeyPart<Integer> bucket,
            KeyPart<Integer> position) {
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
    private KeyPart<String> macro() {
        return this == ENTRY || this == ENTRY_ONLY ? KeyPart.NO_TEXT : KeyPart.MACRO;
    }

    /** The columns behind rollup and period, as {@link Rollup#COLUMNS} has them. */
    String columns(DeltaColumns deltas) {
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
}
