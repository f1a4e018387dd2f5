package dev.ticketkit.spring.internal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.delivery.DeliveredEvent;
import dev.ticketkit.core.delivery.EventConsumer;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spring.autoconfigure.TicketkitAutoConfiguration;
import dev.ticketkit.spring.autoconfigure.TicketkitStorageAutoConfiguration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.annotation.DirtiesContext.HierarchyMode;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestContextManager;
import org.springframework.test.context.TestPropertySource;

/** Spring's test cache pauses a context while tests of another one run, and resumes it: delivery rests, and goes on. */
@Tag("B6")
class PausedContextTest {
    private final TestContextManager one = new TestContextManager(One.class);
    private final TestContextManager other = new TestContextManager(Other.class);

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        TicketkitStorageAutoConfiguration.class,
        TicketkitAutoConfiguration.class
    })
    static class Application {
        @Bean
        Heard heard() {
            return new Heard();
        }
    }

    static final class Heard implements EventConsumer {
        private final BlockingQueue<String> tickets = new LinkedBlockingQueue<>();

        @Override
        public String name() {
            return "heard";
        }

        @Override
        public DeliveryResult handle(DeliveredEvent event) {
            tickets.add(event.ticket().reference().value());
            return DeliveryResult.DELIVERED;
        }

        String next() throws InterruptedException {
            return tickets.poll(20, TimeUnit.SECONDS);
        }
    }

    @ContextConfiguration(classes = Application.class)
    @TestPropertySource(
            properties = {
                "spring.datasource.url=jdbc:h2:mem:paused-one;DB_CLOSE_DELAY=-1",
                "spring.datasource.username=sa",
                "ticketkit.schema.mode=create"
            })
    private static final class One {}

    @ContextConfiguration(classes = Application.class)
    @TestPropertySource(
            properties = {
                "spring.datasource.url=jdbc:h2:mem:paused-other;DB_CLOSE_DELAY=-1",
                "spring.datasource.username=sa",
                "ticketkit.schema.mode=create"
            })
    private static final class Other {}

    @AfterEach
    void closeBoth() {
        one.getTestContext().markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);
        other.getTestContext().markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);
    }

    @Test
    void deliveryRestsWithItsContextAndGoesOnWithIt() throws Exception {
        ApplicationContext first = used(one);
        Heard heard = first.getBean(Heard.class);
        open(first);
        assertThat(heard.next()).isEqualTo("T-000001");
        List<String> threads = threads();

        one.afterTestClass();
        ApplicationContext second = used(other);
        assertThat(isDelivering(first)).isFalse();
        assertThat(isDelivering(second)).isTrue();
        assertThat(threadsAsSoonAs(threads)).isEqualTo(threads);
        open(first);
        assertThat(backlog(first)).isEqualTo(1);

        other.afterTestClass();
        assertThat(used(one)).isSameAs(first);
        assertThat(heard.next()).isEqualTo("T-000002");
        assertThat(isDelivering(second)).isFalse();
        assertThat(threadsAsSoonAs(threads)).isEqualTo(threads);
        assertThat(first.getBean(HikariDataSource.class).isRunning()).isTrue();
    }

    /** As the extension of JUnit does it for a test class. */
    private static ApplicationContext used(TestContextManager tests) throws Exception {
        tests.beforeTestClass();
        return tests.getTestContext().getApplicationContext();
    }

    private static boolean isDelivering(ApplicationContext context) {
        return context.getBean(DeskLifecycle.class).isRunning();
    }

    private static long backlog(ApplicationContext context) {
        return context.getBean(TicketDesk.class)
                .deliveries()
                .backlog()
                .orElseThrow()
                .pending();
    }

    private static void open(ApplicationContext context) {
        context.getBean(TicketDesk.class)
                .as("acme", Actor.operator("olga", "Olga"))
                .open(OpenTicket.builder()
                        .title("Late")
                        .contact(Contact.of("c-17", "Carla"))
                        .build());
    }

    private static List<String> threadsAsSoonAs(List<String> expected) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!threads().equals(expected) && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        return threads();
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(each -> each.startsWith("ticketkit-"))
                .sorted()
                .toList();
    }
}
