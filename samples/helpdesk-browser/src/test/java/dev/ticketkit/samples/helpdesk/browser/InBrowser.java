package dev.ticketkit.samples.helpdesk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.delivery.DeliveredEvent;
import dev.ticketkit.core.delivery.EventConsumer;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.samples.helpdesk.HelpDesk;
import dev.ticketkit.samples.helpdesk.team.Customers;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Ticket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.chrome.ChromeDriver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The help desk on a port of its own, delivering, and a browser before it; one of each for all tests. */
@ExtendWith(Chromium.class)
@SpringBootTest(
        classes = {HelpDesk.class, InBrowser.Around.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:browser;DB_CLOSE_DELAY=-1",
            "helpdesk.seed-tickets=160",
            "helpdesk.hook-token=secret",
            "ticketkit.delivery.poll-interval=200ms"
        })
abstract class InBrowser {
    private static @Nullable ChromeDriver first;
    private static @Nullable ChromeDriver second;

    @Autowired
    protected TicketDesk desk;

    @Autowired
    protected Faulty faulty;

    @Autowired
    private Customers customers;

    @Autowired
    private MovableClock clock;

    @LocalServerPort
    private int port;

    /** The browser, with nobody signed in yet. */
    protected DeskScreen screen(String language) {
        ChromeDriver driver = first == null ? Chromium.start() : first;
        first = driver;
        DeskScreen screen = new DeskScreen(driver, address(), language);
        screen.width(1280);
        return screen;
    }

    /** A browser of somebody else. */
    protected DeskScreen otherScreen(String language) {
        ChromeDriver driver = second == null ? Chromium.start() : second;
        second = driver;
        return new DeskScreen(driver, address(), language);
    }

    private String address() {
        return "http://localhost:" + port;
    }

    @AfterEach
    void hasNothingToComplainOf() {
        if (first != null) {
            List<String> complaints = new DeskScreen(first, address(), "en").complaints();
            assertThat(complaints).isEmpty();
        }
    }

    /** The desk of an operator, for what a test does not look at. */
    protected ActorDesk as(String operator) {
        return desk.as("acme", Actor.operator(operator));
    }

    /** A new ticket of a contact. */
    protected Ticket opened(String title, String contact) {
        return as("anna")
                .open(OpenTicket.builder()
                        .title(title)
                        .contact(customers.find(contact).orElseThrow())
                        .build())
                .ticket();
    }

    /** Lets time pass. */
    protected void pass(Duration time) {
        clock.pass(time);
    }

    /** What the application finds around itself in these tests. */
    @Configuration(proxyBeanMethods = false)
    static class Around {
        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock(Clock.systemUTC());
        }

        @Bean
        Faulty faulty() {
            return new Faulty();
        }
    }

    /** A system behind the desk that takes nothing while it is broken. */
    static final class Faulty implements EventConsumer {
        private final AtomicBoolean broken = new AtomicBoolean();

        void breakDown() {
            broken.set(true);
        }

        void repair() {
            broken.set(false);
        }

        @Override
        public String name() {
            return "faulty";
        }

        @Override
        public DeliveryResult handle(DeliveredEvent event) {
            return broken.get() ? DeliveryResult.REJECTED : DeliveryResult.SKIPPED;
        }
    }
}
