package dev.ticketkit.acceptance.hostile;

import dev.ticketkit.acceptance.json.ExportedTypes;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.TenantId;
import java.lang.reflect.Array;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.mockito.Mockito;

/** Something of each type, to stand beside a null. */
final class NullSamples {
    private static final Instant NOW = Instant.parse("2026-03-10T09:00:00Z");
    private final Map<Class<?>, Object> known = new HashMap<>();

    NullSamples() {
        known.put(String.class, "open");
        known.put(CharSequence.class, "open");
        known.put(int.class, 1);
        known.put(Integer.class, 1);
        known.put(long.class, 1L);
        known.put(Long.class, 1L);
        known.put(double.class, 1.0);
        known.put(boolean.class, true);
        known.put(Boolean.class, true);
        known.put(char.class, 'a');
        known.put(byte[].class, new byte[] {1});
        known.put(UUID.class, new UUID(1, 2));
        known.put(Instant.class, NOW);
        known.put(LocalDate.class, LocalDate.of(2026, 3, 10));
        known.put(Duration.class, Duration.ofMinutes(1));
        known.put(ZoneId.class, ZoneId.of("Europe/Rome"));
        known.put(Locale.class, Locale.ENGLISH);
        known.put(Optional.class, Optional.empty());
        known.put(Class.class, String.class);
        known.put(Object.class, "open");
        known.put(Map.class, Map.of());
        known.put(SortedMap.class, new TreeMap<>());
        known.put(List.class, List.of());
        known.put(Set.class, Set.of());
        known.put(Collection.class, List.of());
        known.put(Iterable.class, List.of());
        known.put(Throwable.class, new IllegalStateException("cause"));
        known.put(Contact.class, Contact.of("c", "C"));
        known.put(Party.class, new Party("o", "O"));
        known.put(Actor.class, Actor.host("h"));
        known.put(TenantId.class, new TenantId("t"));
    }

    Object[] of(Executable maker) {
        return Arrays.stream(maker.getParameterTypes()).map(this::of).toArray();
    }

    Object of(Class<?> type) {
        Object sample = known.get(type);
        if (sample != null) {
            return sample;
        }
        if (type.isArray()) {
            return Array.newInstance(type.getComponentType(), 0);
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isSealed()) {
            return of(type.getPermittedSubclasses()[0]);
        }
        return type.getSimpleName().endsWith("Builder") ? builder(type) : Mockito.mock(type);
    }

    /** By a static method of some type that gives it. */
    Object builder(Class<?> type) {
        return ExportedTypes.all()
                .flatMap(each -> Arrays.stream(each.getDeclaredMethods()))
                .filter(method -> method.getReturnType() == type
                        && Modifier.isStatic(method.getModifiers())
                        && Modifier.isPublic(method.getModifiers()))
                .findFirst()
                .map(this::made)
                .orElseThrow(() -> new AssertionError("no factory of " + type));
    }

    private Object made(Method factory) {
        try {
            return factory.invoke(null, of(factory));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(factory.toString(), e);
        }
    }
}
