package dev.ticketkit.testkit.contract.delivery;

import dev.ticketkit.spi.storage.EventStore;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.spi.storage.TicketStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A store whose events and tickets can not always be read, while everything else works. */
final class FaultyReads {
    private final TicketStorage real;
    private volatile Predicate<Object> fails = argument -> false;
    private volatile Supplier<RuntimeException> problem = IllegalStateException::new;

    FaultyReads(TicketStorage real) {
        this.real = real;
    }

    /** Reads fail of whatever this says of an argument: a tenant, an id or one of several ids. */
    void failOn(Predicate<Object> which, Supplier<RuntimeException> how) {
        problem = how;
        fails = which;
    }

    void heal() {
        fails = argument -> false;
    }

    TicketStorage storage() {
        return proxy(TicketStorage.class, real, false);
    }

    private <T> T proxy(Class<T> type, Object target, boolean reads) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> call(target, method, arguments, reads)));
    }

    private @Nullable Object call(Object target, Method method, Object @Nullable [] arguments, boolean reads)
            throws Throwable {
        if (reads && arguments != null) {
            for (Object each : arguments) {
                if (isFaulty(each)) {
                    throw problem.get();
                }
            }
        }
        try {
            Object result = method.invoke(target, arguments);
            if (result instanceof EventStore) {
                return proxy(EventStore.class, result, true);
            }
            return result instanceof TicketStore ? proxy(TicketStore.class, result, true) : result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private boolean isFaulty(Object argument) {
        return argument instanceof Collection<?> several ? several.stream().anyMatch(fails) : fails.test(argument);
    }
}
