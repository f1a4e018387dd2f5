package dev.ticketkit.core.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a container needs that makes proxies by subclasses, for request scopes and interceptors. */
class ProxiedDesksTest {
    @ParameterizedTest
    @ValueSource(
            classes = {
                TicketDesk.class,
                ActorDesk.class,
                ContactDesk.class,
                TicketHandle.class,
                StatusDesk.class,
                AutomationDesk.class,
                DeliveryDesk.class,
                NotificationPreference.class,
                Statistics.class
            })
    void everyDeskCanBeSubclassedByAContainer(Class<?> desk) {
        assertThat(Modifier.isFinal(desk.getModifiers())).isFalse();
        assertThat(desk.getDeclaredConstructors())
                .as("a constructor that a class of the same package can see")
                .anyMatch(ProxiedDesksTest::isVisible);
        assertThat(desk.getMethods())
                .filteredOn(method -> method.getDeclaringClass() == desk)
                .isNotEmpty()
                .noneMatch(ProxiedDesksTest::isFinal);
    }

    private static boolean isVisible(Constructor<?> constructor) {
        return !Modifier.isPrivate(constructor.getModifiers());
    }

    private static boolean isFinal(Method method) {
        return Modifier.isFinal(method.getModifiers());
    }
}
