package dev.ticketkit.core.internal.validation;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a host must give: one sentence for all that it does not. */
public final class Required {
    private Required() {}

    /**
     * An argument of a call.
     *
     * @throws NullPointerException naming it when it is null; nothing was done
     */
    public static <T> T argument(@Nullable T value, String name) {
        if (value == null) {
            throw new NullPointerException(name + ": is null, and nothing was done; give a value");
        }
        return value;
    }

    /**
     * Several, none of which may be null.
     *
     * @throws NullPointerException naming them when one is null, or all are
     */
    public static <T> List<T> all(T @Nullable [] values, String name) {
        List<T> all = Arrays.asList(argument(values, name));
        if (all.contains(null)) {
            throw new NullPointerException(name + ": has a null in it; leave it out");
        }
        return all;
    }

    /**
     * What a function of the host answered.
     *
     * @throws IllegalStateException naming the function when it answered null
     */
    public static <T> T answer(@Nullable T value, String function) {
        if (value == null) {
            throw new IllegalStateException("the host's " + function
                    + " answered null, which it may never do; correct it where the desk is built");
        }
        return value;
    }
}
