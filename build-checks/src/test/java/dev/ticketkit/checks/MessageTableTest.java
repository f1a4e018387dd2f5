package dev.ticketkit.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/messages.md} has every message that the library can give, and none that it cannot. */
class MessageTableTest {
    private static final Path ROOT = Path.of("..");
    private static final List<String> MODULES = List.of(
            "ticket-spi",
            "ticket-core",
            "ticket-jdbc",
            "ticket-mail",
            "ticket-webhook",
            "ticket-spring-boot-autoconfigure");

    /** What a store's author meets, besides the assertions of contracts, which say what they compare. */
    private static final String TESTKIT = "ticket-testkit";

    /** Below this heading stand the lines of the log. */
    private static final String LOG_HEADING = "## The log";

    /** Sources whose texts are parts of messages. */
    private static final Set<String> ALL_TEXTS = Set.of(
            "TextRule.java", "TemplateFinding.java", "ConditionJudge.java", "AutomationJudge.java", "NoAnswer.java");

    private static final Path CONSTRAINTS = ROOT.resolve(
            "ticket-core/src/main/resources/dev/ticketkit/core/internal/validation/messages_en.properties");

    private record Row(String says, String when, String remedy) {}

    @Test
    void everyMessageIsInTheTable() throws IOException {
        Set<String> missing = messages();
        rows(false).forEach(row -> missing.remove(row.says()));

        assertThat(missing).as("add to docs/messages.md").isEmpty();
    }

    @Test
    void theTableHasNoMessageThatIsGone() throws IOException {
        Set<String> gone = new TreeSet<>();
        rows(false).forEach(row -> gone.add(row.says()));
        gone.removeAll(messages());

        assertThat(gone).as("correct in docs/messages.md").isEmpty();
    }

    @Test
    void theTableHasEveryLineOfTheLogWithItsLevelAndNoOther() throws IOException {
        Set<String> logged = new TreeSet<>();
        for (String module : MODULES) {
            for (Path file : sources(module)) {
                logged.addAll(ThrownMessages.logged(Files.readString(file)));
            }
        }
        assertThat(logged).hasSizeGreaterThan(25);
        assertThat(rows(true))
                .extracting(row -> row.when().replaceAll(":.*", "") + ": " + row.says())
                .as("docs/messages.md, each with its level before the meaning")
                .containsExactlyInAnyOrderElementsOf(logged);
    }

    @Test
    void everyRowSaysWhenAndWhatToDo() throws IOException {
        List<Row> all = new ArrayList<>(rows(false));
        all.addAll(rows(true));
        assertThat(all).hasSizeGreaterThan(250).allSatisfy(row -> {
            assertThat(row.when()).as(row.says()).isNotBlank();
            assertThat(row.remedy()).as(row.says()).isNotBlank();
        });
    }

    private static Set<String> messages() throws IOException {
        Set<String> messages = new TreeSet<>();
        for (String module : MODULES) {
            for (Path file : sources(module)) {
                String source = Files.readString(file);
                messages.addAll(ThrownMessages.of(source));
                if (ALL_TEXTS.contains(file.getFileName().toString())) {
                    messages.addAll(ThrownMessages.allTexts(source));
                }
            }
        }
        for (Path file : sources(TESTKIT)) {
            String source = Files.readString(file);
            boolean contract = file.toString().contains("contract");
            messages.addAll(contract ? ThrownMessages.failures(source) : ThrownMessages.of(source));
        }
        Properties constraints = new Properties();
        try (var reader = Files.newBufferedReader(CONSTRAINTS)) {
            constraints.load(reader);
        }
        constraints.values().forEach(text -> messages.add(text.toString()));
        return messages;
    }

    private static List<Row> rows(boolean ofLog) throws IOException {
        String text = Files.readString(ROOT.resolve("docs/messages.md"));
        int log = text.indexOf(LOG_HEADING);
        int next = text.indexOf("\n## ", log + 1);
        String section = text.substring(log, next);
        return (ofLog ? section : text.replace(section, ""))
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(1, line.length() - 1).split("(?<!\\\\)\\|"))
                .map(cells -> new Row(
                        cells[0].strip().replaceAll("^`|`$", "").replace("\\|", "|"),
                        cells[1].strip(),
                        cells[2].strip()))
                .toList();
    }

    private static List<Path> sources(String module) {
        try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
