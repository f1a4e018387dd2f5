package dev.ticketkit.spring.internal.aot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.jdbc.SqlDialect;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spring.CurrentActor;
import dev.ticketkit.spring.fixture.Databases;
import dev.ticketkit.spring.fixture.OwnClasses;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;

/** An application that Spring has processed ahead of time starts, and opens a ticket. */
@Tag("B6")
public class ProcessedStartTest {
    /** Public, as an application that is processed has it. */
    @Configuration(proxyBeanMethods = false)
    @Import(DeskHintsTest.Application.class)
    public static class Application {
        /** Who works. */
        @Bean
        public CurrentActor currentActor() {
            return desk -> desk.as("acme", Actor.operator("olga", "Olga"));
        }
    }

    private static TestPropertyValues properties() {
        return TestPropertyValues.of(Databases.properties(SqlDialect.H2)).and("ticketkit.schema.mode=create");
    }

    /** What is generated is package-private to what it is generated for, so all of it is in one loader, as in an image. */
    @Test
    void startsAndOpensATicket(@TempDir Path folder) throws Exception {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        properties().applyTo(context);
        context.register(Application.class);
        String initializer = new AheadOfTime(context).compiled(folder);

        try (URLClassLoader image = OwnClasses.with(folder)) {
            assertThat(image.loadClass(ProcessedStartTest.class.getName())
                            .getMethod("openedBy", String.class)
                            .invoke(null, initializer))
                    .isEqualTo("T-000001");
        }
    }

    /** Starts the application there and opens a ticket. */
    @SuppressWarnings("unchecked")
    public static String openedBy(String initializer) throws Exception {
        try (GenericApplicationContext started = new GenericApplicationContext()) {
            started.setClassLoader(ProcessedStartTest.class.getClassLoader());
            properties().applyTo(started);
            ApplicationContextInitializer<GenericApplicationContext> generated =
                    (ApplicationContextInitializer<GenericApplicationContext>) Class.forName(initializer)
                            .asSubclass(ApplicationContextInitializer.class)
                            .getConstructor()
                            .newInstance();
            generated.initialize(started);
            started.refresh();
            return started.getBean(ActorDesk.class)
                    .open(OpenTicket.builder()
                            .title("Late")
                            .contact(Contact.of("c-17", "Carla"))
                            .build())
                    .ticket()
                    .reference()
                    .value();
        }
    }
}
