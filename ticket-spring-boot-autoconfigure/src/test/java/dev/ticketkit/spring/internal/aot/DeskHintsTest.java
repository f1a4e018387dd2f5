package dev.ticketkit.spring.internal.aot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.jdbc.JdbcStorage;
import dev.ticketkit.jdbc.SqlDialect;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spring.autoconfigure.TicketkitAutoConfiguration;
import dev.ticketkit.spring.autoconfigure.TicketkitOperationAutoConfiguration;
import dev.ticketkit.spring.autoconfigure.TicketkitStorageAutoConfiguration;
import dev.ticketkit.spring.fixture.Databases;
import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.ClassUtils;

/** Held against what Spring's processing ahead of time makes of an application with the starter. */
@Tag("B6")
public class DeskHintsTest {
    private final RuntimeHints hints = new AheadOfTime(application()).hints();

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        TicketkitStorageAutoConfiguration.class,
        TicketkitAutoConfiguration.class,
        TicketkitOperationAutoConfiguration.class
    })
    public static class Application {}

    private static AnnotationConfigApplicationContext application() {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        TestPropertyValues.of(Databases.properties(SqlDialect.H2))
                .and("ticketkit.schema.mode=create")
                .applyTo(context);
        context.register(Application.class);
        return context;
    }

    @Test
    void everyResourceOfTheModulesIsInTheImage() throws Exception {
        List<String> all = new ArrayList<>();
        for (Class<?> each : List.of(Ticket.class, TicketDesk.class, JdbcStorage.class)) {
            all.addAll(resources(each));
        }
        assertThat(all).hasSizeGreaterThan(10).allSatisfy(each -> assertThat(
                        RuntimeHintsPredicates.resource().forResource(each))
                .as(each)
                .accepts(hints));
    }

    @Test
    void jacksonAndTheValidatorSeeEveryCommandAndAutomation() throws Exception {
        List<Class<?>> seen = new ArrayList<>(List.of(Ticket.class));
        seen.addAll(records(OpenTicket.class));
        seen.addAll(records(Automation.class));
        assertThat(seen).hasSizeGreaterThan(15).allSatisfy(each -> assertThat(
                        RuntimeHintsPredicates.reflection().onType(each))
                .as(each.getName())
                .accepts(hints));
    }

    private static List<String> resources(Class<?> type) throws IOException, URISyntaxException {
        Path root = root(type);
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(each -> root.relativize(each).toString().replace('\\', '/'))
                    .filter(each -> each.endsWith(".sql") || each.endsWith(".properties"))
                    .filter(each -> !each.startsWith("META-INF"))
                    .toList();
        }
    }

    private static List<Class<?>> records(Class<?> neighbour) throws Exception {
        Path root = root(neighbour);
        List<Class<?>> found = new ArrayList<>();
        try (Stream<Path> files =
                Files.list(root.resolve(neighbour.getPackageName().replace('.', '/')))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".class")).toList()) {
                String name = root.relativize(file).toString().replace('/', '.').replaceAll("\\.class$", "");
                Class<?> type = name.endsWith("-info") ? Object.class : ClassUtils.forName(name, null);
                if (type.isRecord() && java.lang.reflect.Modifier.isPublic(type.getModifiers()) && isJson(type)) {
                    found.add(type);
                }
            }
        }
        return found;
    }

    /** Warnings and problems are answers: nobody reads them from JSON. */
    private static boolean isJson(Class<?> type) {
        return Stream.of(type.getConstructors()).anyMatch(each -> has(each, "JsonCreator"))
                || has(type, "JsonPropertyOrder");
    }

    private static boolean has(AnnotatedElement element, String annotation) {
        return Stream.of(element.getAnnotations())
                .anyMatch(each -> each.annotationType().getSimpleName().equals(annotation));
    }

    /** The folder of the classes, or the jar, which stays open as long as the test's JVM. */
    private static Path root(Class<?> type) throws IOException, URISyntaxException {
        Path place =
                Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        return Files.isDirectory(place)
                ? place
                : FileSystems.newFileSystem(place).getPath("/");
    }
}
