package dev.ticketkit.core.internal.json;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was wrong with a text, without the library's own words: they quote the text and name classes. */
public final class JsonFault extends Exception {
    private static final long serialVersionUID = 1L;

    /** The kinds of faults. */
    public enum Kind {
        /** A word that names none of the subtypes of {@link #type()}. */
        UNKNOWN_TYPE,
        /** A property that is not among {@link #known()}. */
        UNKNOWN_PROPERTY,
        /** Another kind of value than {@link #type()}. */
        OTHER_KIND,
        /** Deeper or longer than the rules allow. */
        BEYOND_LIMITS,
        /** No JSON, or a property twice. */
        MALFORMED,
        /** Anything else. */
        OTHER
    }

    /**
     * A step of the way to the place of the fault.
     *
     * @param name of a property, or null
     * @param index in a list, where there is no name
     */
    public record Step(@Nullable String name, int index) {}

    private final Kind kind;
    private final transient List<Step> path;
    private final transient @Nullable Class<?> type;
    private final transient Collection<?> known;
    private final int line;
    private final int column;

    JsonFault(
            Kind kind, List<Step> path, @Nullable Class<?> type, @Nullable Collection<?> known, int line, int column) {
        super(kind.name(), null, false, false);
        this.kind = kind;
        this.path = List.copyOf(path);
        this.type = type;
        this.known = known == null ? List.of() : List.copyOf(known);
        this.line = line;
        this.column = column;
    }

    /** What is wrong. */
    public Kind kind() {
        return kind;
    }

    /** Where; the last step is the unknown property itself. */
    public List<Step> path() {
        return path;
    }

    /** What was to be read there, if it is known. */
    public @Nullable Class<?> type() {
        return type;
    }

    /** The properties that are possible there; empty when they are not known. */
    public Collection<?> known() {
        return known;
    }

    /** The line of the text, from 1. */
    public int line() {
        return line;
    }

    /** The column of the text, from 1. */
    public int column() {
        return column;
    }
}
