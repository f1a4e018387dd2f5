package dev.ticketkit.core.internal.session;

import dev.ticketkit.spi.event.Cause;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Why the current thread does what it does, while a dispatcher or notifier of the host runs on it: what it does on the desk then, without
 * naming a cause, was caused by what it was given. A host that acts on another thread says {@code because(dispatch.cause())}.
 */
public final class CurrentCause {
    private static final ThreadLocal<@Nullable Cause> CURRENT = new ThreadLocal<>();

    private CurrentCause() {}

    /** The cause on this thread, or null when nothing is being delivered. */
    public static @Nullable Cause get() {
        return CURRENT.get();
    }

    /** Makes a call on account of a cause. */
    public static <T> T during(Cause cause, Supplier<T> call) {
        Cause before = CURRENT.get();
        CURRENT.set(cause);
        try {
            return call.get();
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }
}
