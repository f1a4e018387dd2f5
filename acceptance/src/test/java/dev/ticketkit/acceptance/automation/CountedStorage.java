package dev.ticketkit.acceptance.automation;

import dev.ticketkit.spi.storage.TicketStorage;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** A store that counts how often each method of its ports is called, and how many things that gave: what a read costs on any machine. */
final class CountedStorage {
    private final Map<String, AtomicLong> calls = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> rows = new ConcurrentHashMap<>();
    private final TicketStorage counted;

    CountedStorage(TicketStorage storage) {
        counted = (TicketStorage) counting(TicketStorage.class, storage);
    }

    TicketStorage storage() {
        return counted;
    }

    void reset() {
        calls.clear();
        rows.clear();
    }

    long calls() {
        return calls.values().stream().mapToLong(AtomicLong::get).sum();
    }

    long calls(String method) {
        return calls.getOrDefault(method, new AtomicLong()).get();
    }

    long rows() {
        return rows.values().stream().mapToLong(AtomicLong::get).sum();
    }

    @Override
    public String toString() {
        return "calls " + new TreeMap<>(calls) + ", rows " + new TreeMap<>(rows);
    }

    private Object counting(Class<?> port, Object target) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            try {
                Object given = method.invoke(target, arguments);
                if (port == TicketStorage.class && given != null && isPort(method.getReturnType())) {
                    return counting(method.getReturnType(), given);
                }
                count(method.getName(), given);
                return given;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, handler);
    }

    private static boolean isPort(Class<?> type) {
        return type.isInterface() && type.getName().startsWith("dev.ticketkit.spi.storage");
    }

    private void count(String method, Object given) {
        calls.computeIfAbsent(method, name -> new AtomicLong()).incrementAndGet();
        if (given instanceof Collection<?> many) {
            rows.computeIfAbsent(method, name -> new AtomicLong()).addAndGet(many.size());
        }
        if (given instanceof dev.ticketkit.spi.storage.automation.AutomationSet set) {
            rows.computeIfAbsent(method, name -> new AtomicLong())
                    .addAndGet(set.documents().size());
        }
    }
}
