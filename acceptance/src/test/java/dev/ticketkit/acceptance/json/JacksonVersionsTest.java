package dev.ticketkit.acceptance.json;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.ticketkit.acceptance.classpath.HostJvm;
import dev.ticketkit.core.automation.AutomationJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hosts with each Jackson that is supported, with the annotations it brings, with one that cannot work, and with none. */
@Tag("R12")
class JacksonVersionsTest {
    private static final Path VERSIONS = Path.of("target", "jackson");

    /** One class of each library that every such host has. */
    private static final List<String> LIBRARIES = List.of(
            "dev.ticketkit.spi.model.Ticket",
            "dev.ticketkit.core.desk.TicketDesk",
            "dev.ticketkit.testkit.MemoryStorage",
            "dev.ticketkit.acceptance.json.JacksonHost",
            "jakarta.validation.Validator",
            "org.hibernate.validator.HibernateValidator",
            "org.jboss.logging.Logger",
            "com.fasterxml.classmate.TypeResolver",
            "org.jspecify.annotations.Nullable",
            "org.slf4j.Logger",
            "org.slf4j.simple.SimpleServiceProvider");

    @ParameterizedTest
    @CsvSource({"2, 2.18", "2, 2.21", "2, 2.22", "3, 3.1", "3, 3.2"})
    void everythingWorksWithTheJacksonOfTheHost(int generation, String version) throws Exception {
        List<String> said = said(generation, jars(version, "annotations", "core", "databind"));

        assertThat(said)
                .contains("opened: 1", "bound: " + JacksonHost.values().count())
                .contains("written: " + AutomationJson.write(Automations.full()))
                .contains("read: true", "saved: true", "fired: 1, then true")
                .noneMatch(line -> line.startsWith("changed"))
                .anyMatch(line -> line.startsWith("refused: ") && line.contains("conditon"));
    }

    @Test
    void withoutJacksonAllButAutomationsWorks() throws Exception {
        List<String> said = said(0, jars("2.21", "annotations"));

        assertThat(said).contains("opened: 1");
        assertThat(reason(said))
                .contains("tools.jackson.core:jackson-databind", "com.fasterxml.jackson.core:jackson-databind")
                .contains("Add one", "3.1 or later", "2.18 or later");
        assertThat(said).contains("saving: " + reason(said), "consumers: []");
    }

    /** What a host gets that pins the annotations of Jackson 2.21, and leaves the databind that the desk brings. */
    @Test
    void oneThatDoesNotFitTheAnnotationsIsNamed() throws Exception {
        List<String> said = said(0, together(jars("2.21", "annotations"), jars("3.2", "core", "databind")));

        assertThat(said).contains("opened: 1");
        assertThat(reason(said)).contains("Jackson 3", "lacks com.fasterxml.jackson.annotation.");
    }

    /** It is found out when the first automation is to run: the event is kept until a Jackson is there that can be used. */
    @Test
    void whereItDoesNotFitWhatAutomationsShouldDoIsParkedAndSaysWhy() throws Exception {
        List<String> said = said(0, together(jars("2.21", "annotations"), jars("3.2", "core", "databind")));

        assertThat(said).contains("consumers: [automations]");
        assertThat(said)
                .filteredOn(line -> line.startsWith("parked: "))
                .singleElement(as(STRING))
                .contains(reason(said));
    }

    @Test
    void oneThatDoesNotFitGivesWayToOneThatDoes() throws Exception {
        List<String> said =
                said(2, together(jars("2.21", "annotations", "core", "databind"), jars("3.2", "core", "databind")));

        assertThat(said).contains("saved: true", "fired: 1, then true");
    }

    @Test
    void oneThatIsTooOldIsNamed() throws Exception {
        List<String> said = said(0, jars("2.17", "annotations", "core", "databind"));

        assertThat(said).contains("opened: 1");
        assertThat(reason(said)).contains("is too old, 2.17");
    }

    private static String reason(List<String> said) {
        return said.stream()
                .filter(line -> line.startsWith("consumer: "))
                .findFirst()
                .orElseThrow()
                .substring("consumer: ".length());
    }

    private static List<Path> jars(String version, String... parts) {
        List<Path> jars = Stream.of(parts)
                .map(part -> VERSIONS.resolve(version).resolve("jackson-" + part + ".jar"))
                .toList();
        assertThat(jars)
                .allSatisfy(jar -> assertThat(jar).as("copied by the build").exists());
        return jars;
    }

    private static List<Path> together(List<Path> some, List<Path> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static List<String> said(int generation, List<Path> jackson) throws Exception {
        List<Path> classPath = new ArrayList<>();
        for (String type : LIBRARIES) {
            classPath.addAll(HostJvm.placesOf(Class.forName(type)));
        }
        classPath.addAll(jackson);
        return HostJvm.said(JacksonHost.class, classPath, String.valueOf(generation));
    }
}
