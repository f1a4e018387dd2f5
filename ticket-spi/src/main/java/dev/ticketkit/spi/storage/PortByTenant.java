package dev.ticketkit.spi.storage;

import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.automation.AutomationExecution;
import dev.ticketkit.spi.storage.automation.Firing;
import dev.ticketkit.spi.storage.delivery.Delivery;
import dev.ticketkit.spi.storage.delivery.NotificationRecord;
import dev.ticketkit.spi.storage.statistics.CountQuery;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A port whose calls go to the same port of the tenant's storage. The tenant is in the first argument of every method of every port, or is
 * that argument; of a list, in each of its elements. So a method that is added to a port is passed on as well.
 */
final class PortByTenant<T> implements InvocationHandler {
    private final Class<T> type;
    private final Function<TenantId, T> choice;

    private PortByTenant(Class<T> type, Function<TenantId, T> choice) {
        this.type = type;
        this.choice = choice;
    }

    /** Makes ports that choose by the same function. */
    record Maker(Function<TenantId, ? extends TicketStorage> choice) {
        <T> T of(Class<T> type, Function<TicketStorage, T> port) {
            PortByTenant<T> handler = new PortByTenant<>(type, tenant -> port.apply(storage(tenant)));
            return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
        }

        TicketStorage storage(TenantId tenant) {
            TicketStorage chosen = choice.apply(tenant);
            return Objects.requireNonNull(chosen, () -> "byTenant: no storage for tenant " + tenant.value());
        }
    }

    @Override
    public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return ofObject(self, method, arguments);
        }
        Object[] given = Objects.requireNonNull(arguments, "arguments");
        if (given[0] instanceof List<?> several) {
            return inParts(method, several);
        }
        TenantId tenant = tenantOf(given[0]);
        if (tenant != null) {
            return call(choice.apply(tenant), method, given);
        }
        throw new IllegalStateException("byTenant: " + method + " names no tenant");
    }

    /** Calls for each part of the list that goes to one storage, so that answers keep the order of the list. */
    private List<Object> inParts(Method method, List<?> several) throws Throwable {
        List<Object> answers = new ArrayList<>();
        List<Object> part = new ArrayList<>();
        T target = null;
        for (Object each : several) {
            T next = choice.apply(Objects.requireNonNull(tenantOf(each), "tenant"));
            if (target != null && target != next) {
                answers.addAll((List<?>) Objects.requireNonNull(call(target, method, new Object[] {part})));
                part = new ArrayList<>();
            }
            target = next;
            part.add(each);
        }
        if (target != null) {
            answers.addAll((List<?>) Objects.requireNonNull(call(target, method, new Object[] {part})));
        }
        return answers;
    }

    private static @Nullable TenantId tenantOf(Object argument) {
        if (argument instanceof TenantId tenant) {
            return tenant;
        }
        if (argument instanceof TicketChange change) {
            return change.tenant();
        }
        if (argument instanceof Delivery delivery) {
            return delivery.tenant();
        }
        if (argument instanceof CountQuery query) {
            return query.tenant();
        }
        if (argument instanceof Firing firing) {
            return firing.tenant();
        }
        if (argument instanceof AutomationExecution run) {
            return run.tenant();
        }
        return argument instanceof NotificationRecord record ? record.tenant() : null;
    }

    private static @Nullable Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw Objects.requireNonNull(e.getCause(), "cause");
        }
    }

    private Object ofObject(Object self, Method method, Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "equals" -> arguments != null && self == arguments[0];
            case "hashCode" -> System.identityHashCode(self);
            default -> type.getSimpleName() + " by tenant";
        };
    }
}
