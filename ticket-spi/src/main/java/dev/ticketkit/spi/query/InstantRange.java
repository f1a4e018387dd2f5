package dev.ticketkit.spi.query;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.spi.text.UnknownProperty;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A half-open range of time: the first instant is inside, the last is not. */
@JsonPropertyOrder({"from", "until"})
public final class InstantRange {
    /** All of time. */
    public static final InstantRange ALWAYS = new InstantRange(null, null);

    private final @Nullable Instant from;
    private final @Nullable Instant until;

    private InstantRange(@Nullable Instant from, @Nullable Instant until) {
        this.from = from;
        this.until = until;
    }

    /**
     * From one instant until just before another.
     *
     * @param from the first instant inside, or null for no beginning
     * @param until the first instant outside, or null for no end
     */
    public static InstantRange of(@Nullable Instant from, @Nullable Instant until) {
        return from == null && until == null ? ALWAYS : new InstantRange(from, until);
    }

    /** The first instant inside, or null for no beginning. */
    public @Nullable Instant from() {
        return from;
    }

    /** The first instant outside, or null for no end. */
    public @Nullable Instant until() {
        return until;
    }

    /** Whether the range is all of time. */
    @JsonIgnore
    public boolean isAlways() {
        return from == null && until == null;
    }

    /** Whether an instant lies inside; null lies only in {@link #ALWAYS}. */
    public boolean contains(@Nullable Instant instant) {
        if (instant == null) {
            return isAlways();
        }
        return (from == null || !instant.isBefore(from)) && (until == null || instant.isBefore(until));
    }

    @JsonProperty("from")
    private @Nullable String fromText() {
        return from == null ? null : from.toString();
    }

    @JsonProperty("until")
    private @Nullable String untilText() {
        return until == null ? null : until.toString();
    }

    @JsonCreator
    private static InstantRange fromJson(
            @JsonProperty("from") @Nullable String from, @JsonProperty("until") @Nullable String until) {
        return of(from == null ? null : Instant.parse(from), until == null ? null : Instant.parse(until));
    }

    @JsonAnySetter
    void refuse(String property, @Nullable Object value) {
        UnknownProperty.refuse(InstantRange.class, property);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof InstantRange that
                && Objects.equals(from, that.from)
                && Objects.equals(until, that.until);
    }

    @Override
    public int hashCode() {
        return Objects.hash(from, until);
    }

    @Override
    public String toString() {
        return "[" + from + ", " + until + ")";
    }
}
