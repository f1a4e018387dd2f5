package dev.ticketkit.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A message tells a reader what to do next: it names nothing that a host cannot reach. */
class MessagesTest {
    private static final Path ROOT = Path.of("..");

    /** Comments and text blocks, so that their quotes begin no string; and strings on one line. */
    private static final Pattern TOKEN = Pattern.compile(
            "/\\*[\\s\\S]*?\\*/|//[^\\n]*|\"\"\"[\\s\\S]*?\"\"\"|'(?:\\\\.|[^'\\\\])'|\"((?:\\\\.|[^\"\\\\\\n])*)\"");

    /** Two humps at least: a word of English is none. */
    private static final Pattern TYPE = Pattern.compile("\\b[A-Z][a-z]+[A-Z]\\w+\\b");

    @ParameterizedTest
    @ValueSource(
            strings = {"ticket-spi", "ticket-core", "ticket-jdbc", "ticket-mail", "ticket-webhook", "ticket-testkit"})
    void nameNoInternalType(String module) {
        Set<String> internal = new TreeSet<>();
        for (Path file : sources(module)) {
            if (file.toString().contains("internal")) {
                internal.add(file.getFileName().toString().replace(".java", ""));
            }
        }
        Set<String> named = new TreeSet<>();
        for (Path file : sources(module)) {
            TOKEN.matcher(read(file))
                    .results()
                    .map(token -> token.group(1))
                    // A sentence has blanks; a key has none.
                    .filter(text -> text != null && text.contains(" "))
                    .flatMap(sentence -> TYPE.matcher(sentence).results())
                    .map(MatchResult::group)
                    .filter(internal::contains)
                    .forEach(type -> named.add(type + " in " + file.getFileName()));
        }

        assertThat(named).isEmpty();
    }

    private static List<Path> sources(String module) {
        try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
