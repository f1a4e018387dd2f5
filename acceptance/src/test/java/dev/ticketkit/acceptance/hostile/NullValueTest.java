package dev.ticketkit.acceptance.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.acceptance.json.ExportedTypes;
import dev.ticketkit.core.desk.TicketDeskBuilder;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Ticket;
import jakarta.validation.constraints.NotNull;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Null for each argument by which a value is made: static factories and methods of builders of all exported types, and constructors of the nouns. What may
 * not be null is named at once; what may be is taken. What a constraint asks for is said when a command carries it.
 */
class NullValueTest {
    /** Of a field that has another name than the argument. */
    private static final Pattern SAID = Pattern.compile("[A-Za-z.]+: (is null|is required|is missing|has a null).*");

    private static final Set<String> OF_HOSTS = Set.of(
            "dev.ticketkit.spi.event",
            "dev.ticketkit.spi.host",
            "dev.ticketkit.spi.model",
            "dev.ticketkit.spi.query",
            "dev.ticketkit.spi.text",
            "dev.ticketkit.core.label",
            "dev.ticketkit.core.query",
            "dev.ticketkit.core.reference",
            "dev.ticketkit.core.template",
            "dev.ticketkit.core.tenant");

    private final NullSamples samples = new NullSamples();
    private final Set<String> wrong = new TreeSet<>();
    private int tried;

    @Test
    void everyBuilderAndFactoryNamesTheArgumentThatIsNull() {
        List<Class<?>> types =
                ExportedTypes.all().filter(type -> !type.isInterface()).toList();
        types.forEach(this::tryMakers);
        assertThat(wrong).isEmpty();
        assertThat(tried).as("arguments tried").isGreaterThan(100);
    }

    private void tryMakers(Class<?> type) {
        if (type.getPackage().equals(Ticket.class.getPackage())) {
            for (Constructor<?> constructor : type.getConstructors()) {
                tryEach(constructor, null);
            }
        }
        // The desk's own is among the doors of NullArgumentTest.
        boolean builder = type.getSimpleName().endsWith("Builder") && type != TicketDeskBuilder.class;
        for (Method method : type.getDeclaredMethods()) {
            boolean maker = Modifier.isStatic(method.getModifiers())
                    ? isFactory(type, method)
                    : builder && method.getReturnType() == type;
            if (Modifier.isPublic(method.getModifiers()) && !method.isSynthetic() && maker) {
                tryEach(method, Modifier.isStatic(method.getModifiers()) ? null : samples.builder(type));
            }
        }
    }

    /** Of what hosts make: not of answers and of the rows of stores, nor of commands and automations, which the desk checks as a whole. */
    private static boolean isFactory(Class<?> type, Method method) {
        boolean ofHosts =
                OF_HOSTS.stream().anyMatch(each -> type.getPackageName().equals(each));
        return ofHosts && method.getReturnType() == type && type != Contact.class && !type.isEnum();
    }

    private void tryEach(Executable maker, @Nullable Object target) {
        Parameter[] parameters = maker.getParameters();
        for (int i = 0; i < parameters.length; i++) {
            Parameter parameter = parameters[i];
            if (parameter.getType().isPrimitive() || isConstrained(maker, parameter)) {
                continue;
            }
            boolean mayBeNull = isNullable(parameter);
            tryOne(maker, target, i, null, mayBeNull);
            if (parameter.isVarArgs() && !parameter.getType().getComponentType().isPrimitive()) {
                Object none =
                        java.lang.reflect.Array.newInstance(parameter.getType().getComponentType(), 1);
                tryOne(maker, target, i, none, mayHoldNull(parameter));
            } else if (!isOfDesk(maker) && Collection.class.isAssignableFrom(parameter.getType())) {
                tryOne(maker, target, i, holdingNull(parameter.getType()), mayHoldNull(parameter));
            } else if (!isOfDesk(maker) && parameter.getType() == Map.class) {
                tryOne(maker, target, i, Collections.singletonMap("key", null), mayHoldNull(parameter));
            }
        }
    }

    private static boolean isConstrained(Executable maker, Parameter parameter) {
        return maker instanceof Constructor<?>
                && Arrays.stream(maker.getDeclaringClass().getDeclaredFields())
                        .filter(field -> field.getName().equals(parameter.getName()))
                        .anyMatch(field -> field.isAnnotationPresent(NotNull.class));
    }

    /** The values of commands and queries of the desk are checked when it gets them, each with its place. */
    private static boolean isOfDesk(Executable maker) {
        return maker.getDeclaringClass().getPackageName().startsWith("dev.ticketkit.core");
    }

    private static Object holdingNull(Class<?> type) {
        return type.isAssignableFrom(List.class) ? Collections.singletonList(null) : Collections.singleton(null);
    }

    private static boolean isNullable(Parameter parameter) {
        return parameter.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** Of values in it; what is said of them stands inside. */
    private static boolean mayHoldNull(Parameter parameter) {
        return parameter.getAnnotatedType().toString().contains("Nullable");
    }

    private void tryOne(Executable maker, @Nullable Object target, int at, @Nullable Object value, boolean mayBeNull) {
        Object[] arguments = samples.of(maker);
        arguments[at] = value;
        tried++;
        String name = maker instanceof Method method && target != null
                ? method.getName()
                : maker.getParameters()[at].getName();
        String what = maker.getDeclaringClass().getSimpleName() + "." + maker.getName() + "(" + name
                + (value == null ? "" : " holding null") + "): ";
        try {
            if (maker instanceof Method method) {
                method.invoke(target, arguments);
            } else {
                ((Constructor<?>) maker).newInstance(arguments);
            }
            if (!mayBeNull) {
                wrong.add(what + "takes it");
            }
        } catch (InvocationTargetException e) {
            String said = String.valueOf(e.getCause().getMessage());
            boolean named = said.equals(name)
                    || said.startsWith(name + ": ")
                    || (target == null && SAID.matcher(said).matches());
            if (mayBeNull ? e.getCause() instanceof NullPointerException : !named) {
                wrong.add(what + e.getCause().getClass().getSimpleName() + " " + said);
            }
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            wrong.add(what + e);
        }
    }

    /** What is tried would be tried of nothing if builders were not found. */
    @Test
    void samplesAreOfEveryBuilder() {
        Stream<Class<?>> builders =
                ExportedTypes.all().filter(type -> type.getSimpleName().endsWith("Builder"));
        assertThat(builders)
                .allSatisfy(type -> assertThat(samples.builder(type)).isInstanceOf(type));
        assertThat(Arrays.asList(samples.of(String.class), samples.of(Map.class), samples.of(Set.class)))
                .doesNotContainNull();
    }
}
