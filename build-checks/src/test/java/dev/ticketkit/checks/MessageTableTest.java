package dev.ticketkit.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** Sources whose texts are parts of messages. */
    private static final Set<String> ALL_TEXTS = Set.of(
            "TextRule.java", "TemplateFinding.java", "ConditionJudge.java", "AutomationJudge.java", "NoAnswer.java");

    private static final Path CONSTRAINTS = ROOT.resolve(
            "ticket-core/src/main/resources/dev/ticketkit/core/internal/validation/messages_en.properties");

    private record Row(String says, String when, String remedy) {}

    @Test
    void everyMessageIsInTheTable() throws IOException {
        Set<String> missing = messages();
        table().forEach(row -> missing.remove(row.says()));

        assertThat(missing).as("add to docs/messages.md").isEmpty();
    }

    @Test
    void theTableHasNoMessageThatIsGone() throws IOException {
        Set<String> gone = new TreeSet<>();
        table().forEach(row -> gone.add(row.says()));
        gone.removeAll(messages());

        assertThat(gone).as("correct in docs/messages.md").isEmpty();
    }

    @Test
    void everyRowSaysWhenAndWhatToDo() throws IOException {
        assertThat(table()).hasSizeGreaterThan(200).allSatisfy(row -> {
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
        Properties constraints = new Properties();
        try (var reader = Files.newBufferedReader(CONSTRAINTS)) {
            constraints.load(reader);
        }
        constraints.values().forEach(text -> messages.add(text.toString()));
        return messages;
    }

    private static List<Row> table() throws IOException {
        return Files.readAllLines(ROOT.resolve("docs/messages.md")).stream()
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
