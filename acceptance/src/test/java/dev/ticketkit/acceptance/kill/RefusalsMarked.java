package dev.ticketkit.acceptance.kill;

import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.spi.storage.delivery.Delivery;
import dev.ticketkit.spi.storage.delivery.DeliveryQueue;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** A storage whose queue writes down which marks it refused, for a lease may also end because a machine is slow. */
final class RefusalsMarked {
    private RefusalsMarked() {}

    static TicketStorage of(TicketStorage storage, Marks marks) {
        DeliveryQueue queue = storage.deliveries();
        DeliveryQueue marked = proxy(DeliveryQueue.class, (method, arguments) -> {
            Object result = invoked(method, queue, arguments);
            if (Boolean.FALSE.equals(result) && arguments[0] instanceof Delivery delivery) {
                marks.refused(delivery.eventId());
            }
            return result;
        });
        return proxy(
                TicketStorage.class,
                (method, arguments) ->
                        method.getName().equals("deliveries") ? marked : invoked(method, storage, arguments));
    }

    private interface Handler {
        Object handle(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Handler handler) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> handler.handle(method, arguments)));
    }

    private static Object invoked(Method method, Object target, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
