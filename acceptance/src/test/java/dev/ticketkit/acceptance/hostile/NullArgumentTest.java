package dev.ticketkit.acceptance.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketkit.acceptance.DeskFixture;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.core.desk.TicketDeskBuilder;
import dev.ticketkit.core.template.FieldValue;
import dev.ticketkit.spi.host.AccessPolicy;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.query.TicketQuery;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Null where none may be: every method of a desk says which argument it is, and no library speaks for it. */
class NullArgumentTest extends DeskFixture {
    /** Of the builder, where null is as if it had not been called. */
    private static final Set<String> LEFT_OUT = Set.of("validator", "contacts", "dispatcher");

    NullArgumentTest() {
        super(Store.MEMORY);
    }

    @Test
    void everyMethodOfADeskNamesTheArgument() throws Exception {
        Object[] doors = {
            desk(),
            olga(),
            olga().contact(ADA),
            handle(opened("t")),
            olga().automations(),
            olga().statuses(),
            olga().statistics(),
            TicketDesk.builder(),
            desk().deliveries()
        };
        Set<String> silent = new TreeSet<>();
        for (Object door : doors) {
            for (Method method : door.getClass().getMethods()) {
                if (Modifier.isPublic(method.getDeclaringClass().getModifiers())
                        && method.getDeclaringClass() != Object.class
                        && !LEFT_OUT.contains(method.getName())
                        && !Modifier.isStatic(method.getModifiers())) {
                    tryEach(door, method, silent);
                }
            }
        }
        assertThat(silent).isEmpty();
    }

    private static void tryEach(Object door, Method method, Set<String> silent) throws Exception {
        Parameter[] parameters = method.getParameters();
        for (int i = 0; i < parameters.length; i++) {
            boolean mayBeNull = parameters[i].getType().isPrimitive()
                    || parameters[i].getAnnotatedType().isAnnotationPresent(Nullable.class);
            Object[] arguments = Arrays.stream(parameters)
                    .map(parameter -> sample(parameter.getType()))
                    .toArray();
            boolean known = true;
            for (int k = 0; k < arguments.length; k++) {
                known &= k == i || arguments[k] != null;
            }
            if (!mayBeNull && known) {
                arguments[i] = null;
                String what = method.getDeclaringClass().getSimpleName() + "." + method.getName() + " " + i + " "
                        + parameters[i].getType().getSimpleName();
                problem(door, method, arguments, what, silent);
            }
        }
    }

    private static void problem(Object door, Method method, Object[] arguments, String what, Set<String> silent)
            throws Exception {
        try {
            method.invoke(door, arguments);
            silent.add(what + ": takes it");
        } catch (InvocationTargetException e) {
            String said = String.valueOf(e.getCause().getMessage());
            boolean clear = said.contains(": is null") || said.matches("[a-zA-Z]+: is required.*");
            if (!clear) {
                silent.add(what + ": " + said);
            }
        }
    }

    /** Something to stand beside the null. */
    private static @Nullable Object sample(Class<?> type) {
        if (type == String.class) {
            return "open";
        }
        if (type == int.class) {
            return 1;
        }
        if (type == boolean.class) {
            return false;
        }
        return type == Actor.class ? Actor.host("h") : null;
    }

    @Test
    void aHostsFunctionThatAnswersNullIsNamed() {
        assertThatThrownBy(() -> open(deskBuilder().tenants(tenant -> null)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("tenants function answered null");
        assertThatThrownBy(() -> olga(deskBuilder().labels(language -> null)).labels())
                .hasMessageContaining("labels function answered null");
        AccessPolicy policy = org.mockito.Mockito.mock(AccessPolicy.class);
        org.mockito.Mockito.when(policy.allows(
                        org.mockito.ArgumentMatchers.any(),
                        org.mockito.ArgumentMatchers.any(),
                        org.mockito.ArgumentMatchers.any(),
                        org.mockito.ArgumentMatchers.any()))
                .thenReturn(true);
        assertThatThrownBy(() -> olga(deskBuilder().access(policy)).list(TicketQuery.all()))
                .hasMessageContaining("AccessPolicy.visibleTo answered null");
    }

    private void open(TicketDeskBuilder builder) {
        olga(builder).open(ticket("t").build());
    }

    private dev.ticketkit.core.desk.ActorDesk olga(TicketDeskBuilder builder) {
        return builder.build().as(tenant, Actor.operator("olga", "Olga"));
    }

    @Test
    void aFieldWithoutValueSaysWhatAFieldIs() {
        assertThatThrownBy(() -> FieldValue.of(dev.ticketkit.core.template.FieldType.NUMBER, null))
                .hasMessageContainingAll("raw", "is missing", "type");
        assertThatThrownBy(() -> FieldValue.of(null, "1")).hasMessageContainingAll("type", "is missing");
    }

    @Test
    void anAutomationOfNullIsRefused() {
        assertThatThrownBy(() -> olga().automations().check(null)).hasMessageContaining("automation: is null");
    }
}
