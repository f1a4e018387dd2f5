package dev.ticketkit.spi.internal;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Arguments that may not be null, refused where they are given: later nobody knows who gave them. */
public final class Required {
    private Required() {}

    /**
     * One argument.
     *
     * @throws NullPointerException naming it when it is null
     */
    public static <T> T argument(@Nullable T value, String name) {
        if (value == null) {
            throw new NullPointerException(name + ": is null; give a value");
        }
        return value;
    }

    /**
     * Several, none of which may be null.
     *
     * @throws NullPointerException naming them when one is null, or all are
     */
    public static <C extends Collection<?>> C all(@Nullable C values, String name) {
        C all = argument(values, name);
        for (Object each : all) {
            one(each, name);
        }
        return all;
    }

    /** The same of an array. */
    public static <T> List<T> all(T @Nullable [] values, String name) {
        return all(Arrays.asList(argument(values, name)), name);
    }

    /** The same of a map's keys and values. */
    public static <K, V> Map<K, V> all(@Nullable Map<K, V> values, String name) {
        Map<K, V> all = argument(values, name);
        all.forEach((key, value) -> {
            one(key, name);
            one(value, name);
        });
        return all;
    }

    private static void one(@Nullable Object value, String name) {
        if (value == null) {
            throw new NullPointerException(name + ": has a null in it; leave it out");
        }
    }
}
