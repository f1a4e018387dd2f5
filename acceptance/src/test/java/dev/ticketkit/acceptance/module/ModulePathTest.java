package dev.ticketkit.acceptance.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host that is a module, in a JVM of its own: the desk, the validation provider and the store work as modules. */
@Tag("R1")
class ModulePathTest {
    /** One class of each library that such a host has at run time. */
    private static final List<String> LIBRARIES = List.of(
            "dev.ticketkit.spi.model.Ticket",
            "dev.ticketkit.core.desk.TicketDesk",
            "dev.ticketkit.jdbc.JdbcStorage",
            "com.fasterxml.jackson.annotation.JsonProperty",
            "com.fasterxml.jackson.core.JsonParser",
            "com.fasterxml.jackson.databind.ObjectMapper",
            "tools.jackson.core.JsonParser",
            "tools.jackson.databind.ObjectMapper",
            "jakarta.validation.Validator",
            "org.hibernate.validator.HibernateValidator",
            "org.jboss.logging.Logger",
            "com.fasterxml.classmate.TypeResolver",
            "org.slf4j.Logger",
            "org.slf4j.simple.SimpleServiceProvider",
            "org.h2.Driver");

    private static final String DESCRIPTOR = """
            module host.application {
                requires dev.ticketkit.core;
                requires dev.ticketkit.jdbc;
                requires com.fasterxml.jackson.databind;
                requires com.h2database;
                requires java.naming;
            }
            """;

    private static final String APPLICATION = """
            package host;

            import dev.ticketkit.core.automation.Automation;
            import dev.ticketkit.core.automation.AutomationJson;
            import dev.ticketkit.core.command.OpenTicket;
            import dev.ticketkit.core.desk.TicketDesk;
            import dev.ticketkit.core.statistics.StatisticsQuery;
            import dev.ticketkit.jdbc.JdbcStorage;
            import dev.ticketkit.jdbc.TicketSchema;
            import dev.ticketkit.spi.model.Actor;
            import dev.ticketkit.spi.model.Ticket;
            import com.fasterxml.jackson.databind.ObjectMapper;
            import jakarta.validation.ConstraintViolationException;
            import org.h2.jdbcx.JdbcDataSource;

            public final class Application {
                public static void main(String[] arguments) throws Exception {
                    JdbcDataSource source = new JdbcDataSource();
                    source.setURL("jdbc:h2:mem:module;DB_CLOSE_DELAY=-1");
                    TicketSchema.create(source);
                    var desk = TicketDesk.builder().storage(JdbcStorage.owning(source)).build()
                            .as("tenant", Actor.operator("olga"));
                    ObjectMapper json = new ObjectMapper();
                    OpenTicket command = json.readValue(
                            "{\\"title\\":\\"as a module\\",\\"contact\\":{\\"id\\":\\"c\\",\\"name\\":\\"Ada\\"},"
                                    + "\\"attributes\\":{\\"a\\":\\"b\\"}}",
                            OpenTicket.class);
                    Ticket opened = desk.open(command).ticket();
                    Ticket read = json.readValue(json.writeValueAsString(opened), Ticket.class);
                    System.out.println("module " + TicketDesk.class.getModule().isNamed());
                    System.out.println("opened " + read.reference() + " " + read.equals(desk.find(opened.id()).get()));
                    System.out.println("counted " + desk.statistics().report(StatisticsQuery.builder().build()).tickets());
                    Automation rule = AutomationJson.read(
                            "{\\"id\\":\\"a\\",\\"name\\":\\"A\\",\\"starter\\":{\\"type\\":\\"fired\\",\\"name\\":\\"x\\"},"
                                    + "\\"steps\\":[{\\"type\\":\\"openTicket\\",\\"title\\":\\"t\\"}]}");
                    desk.automations().save(rule);
                    System.out.println("saved " + desk.automations().list().equals(java.util.List.of(rule)));
                    System.out.println("labelled " + desk.labels().text("report.total"));
                    try {
                        desk.open(OpenTicket.builder().title(" ").build());
                    } catch (ConstraintViolationException e) {
                        System.out.println("refused " + e.getMessage());
                    }
                }
            }
            """;

    @TempDir
    private Path folder;

    private static String placeOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }

    private static String modulePath() throws URISyntaxException, ClassNotFoundException {
        List<String> path = new ArrayList<>();
        for (String type : LIBRARIES) {
            path.add(placeOf(Class.forName(type)));
        }
        return String.join(File.pathSeparator, path);
    }

    private Path compiled(String modulePath) throws IOException {
        Path source = Files.createDirectories(folder.resolve("source/host"));
        Path descriptor = Files.writeString(folder.resolve("source/module-info.java"), DESCRIPTOR);
        Path application = Files.writeString(source.resolve("Application.java"), APPLICATION);
        Path classes = Files.createDirectories(folder.resolve("classes"));
        int result = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-p",
                        modulePath,
                        "-d",
                        classes.toString(),
                        descriptor.toString(),
                        application.toString());
        assertThat(result).isZero();
        return classes;
    }

    private String run(String modulePath) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-p",
                        modulePath,
                        "-m",
                        "host.application/host.Application")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        int exit = child.waitFor();
        String said = Files.readString(output);
        assertThat(exit).as(said).isZero();
        return said;
    }

    @Test
    void hostModuleOpensFindsCountsAndIsRefused() throws Exception {
        String libraries = modulePath();
        // Wanted by the compiler only: the library requires it statically.
        String annotations = placeOf(org.jspecify.annotations.Nullable.class);
        Path application = compiled(libraries + File.pathSeparator + annotations);
        String said = run(libraries + File.pathSeparator + application);

        assertThat(Stream.of(said.split("\\R")))
                .contains("module true", "opened T-000001 true", "counted 1", "saved true", "labelled Total")
                .anyMatch(line -> line.startsWith("refused title: "));
    }
}
