package dev.ticketkit.jdbc;

import dev.ticketkit.spi.storage.TicketStorage;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;

/** Remembers which methods of which ports of a store were called. */
final class CalledPorts {
    final Set<String> called = new ConcurrentSkipListSet<>();
    final TicketStorage storage;

    CalledPorts(TicketStorage real) {
        storage = proxy(TicketStorage.class, real);
    }

    /** Every method there is to call: a new one is here by itself. */
    static Set<String> all() {
        Set<String> all = new TreeSet<>();
        instanceMethods(TicketStorage.class)
                .flatMap(port -> instanceMethods(port.getReturnType()))
                .map(CalledPorts::name)
                .forEach(all::add);
        return all;
    }

    private <T> T proxy(Class<T> port, Object real) {
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (self, method, arguments) -> {
                    try {
                        Object result = method.invoke(real, arguments);
                        if (method.getReturnType().isInterface() && port == TicketStorage.class) {
                            return proxy(method.getReturnType(), result);
                        }
                        called.add(name(method));
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private static Stream<Method> instanceMethods(Class<?> port) {
        return Arrays.stream(port.getMethods()).filter(method -> !Modifier.isStatic(method.getModifiers()));
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }
}
