package dev.ticketkit.spi.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.spi.error.RefusedException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The status a ticket is in, by key. Its words depend on the reader's language and the tenant, so they are in the catalogue and not
 * here.
 *
 * @param key what identifies it: 1 to 60 of {@code a-z 0-9 -}, starting with a letter
 * @param macro work to do or done; never changes
 * @param position its place in the catalogue's order; never changes
 */
@JsonPropertyOrder({"key", "macro", "position"})
public record Status(String key, MacroStatus macro, int position) {
    /** New; the default. */
    public static final Status OPEN = new Status("open", MacroStatus.IN_PROGRESS, 1);
    /** An operator works on it. */
    public static final Status IN_PROGRESS = new Status("in-progress", MacroStatus.IN_PROGRESS, 2);
    /** Put aside. */
    public static final Status PENDING = new Status("pending", MacroStatus.IN_PROGRESS, 3);
    /** Waiting for a third party. */
    public static final Status WAITING = new Status("waiting", MacroStatus.IN_PROGRESS, 4);
    /** Solved. */
    public static final Status RESOLVED = new Status("resolved", MacroStatus.TERMINATED, 5);
    /** Done with. */
    public static final Status CLOSED = new Status("closed", MacroStatus.TERMINATED, 6);
    /** Given up. */
    public static final Status TERMINATED = new Status("terminated", MacroStatus.TERMINATED, 7);

    private static final List<Status> PREDEFINED =
            List.of(OPEN, IN_PROGRESS, PENDING, WAITING, RESOLVED, CLOSED, TERMINATED);

    /**
     * Checks the key.
     *
     * @throws RefusedException if the key breaks the rule above
     */
    @JsonCreator
    public Status(
            @JsonProperty("key") String key,
            @JsonProperty("macro") MacroStatus macro,
            @JsonProperty("position") int position) {
        this.key = requireKey(key);
        this.macro = Objects.requireNonNull(macro, "macro");
        this.position = position;
    }

    /** The statuses every tenant has, in order. */
    public static List<Status> predefined() {
        return PREDEFINED;
    }

    /** Whether every tenant has this status. */
    @JsonIgnore
    public boolean isPredefined() {
        return PREDEFINED.contains(this);
    }

    private static String requireKey(@Nullable String key) {
        if (key == null) {
            throw new RefusedException("status", "is required");
        }
        boolean valid = !key.isEmpty() && key.length() <= 60 && isLetter(key.charAt(0));
        // Each row of each list has one: a stream of its characters would be the dearest part of it.
        for (int i = 1; valid && i < key.length(); i++) {
            char c = key.charAt(i);
            valid = isLetter(c) || (c >= '0' && c <= '9') || c == '-';
        }
        if (!valid) {
            throw new RefusedException("status", "a key has 1 to 60 of a-z, 0-9 and -, starting with a letter");
        }
        return key;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
    }
}
