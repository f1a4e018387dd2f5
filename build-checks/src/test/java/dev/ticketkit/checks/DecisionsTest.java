package dev.ticketkit.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of decisions has all of them, and who refers to one finds it. */
class DecisionsTest {
    private static final Path ROOT = Path.of("..");
    private static final Path DECISIONS = ROOT.resolve("docs/decisions");
    private static final Set<String> NOT_OURS = Set.of("target", ".git", "node_modules");
    private static final Pattern ENTRY = Pattern.compile("- \\[(.+)]\\((.+)\\)");
    private static final Pattern REFERENCE = Pattern.compile("docs/decisions/(\\d{4}(?:-[a-z0-9-]+\\.md)?)");

    @Test
    void allDecisionsAreListedInOrderUnderTheirTitles() throws IOException {
        List<String> titled = new ArrayList<>();
        for (String file : files()) {
            String heading = Files.readAllLines(DECISIONS.resolve(file)).get(0);
            titled.add("- [" + heading.replaceFirst("^# ", "") + "](" + file + ")");
        }
        List<String> listed = Files.readAllLines(DECISIONS.resolve("README.md")).stream()
                .filter(line -> ENTRY.matcher(line).matches())
                .toList();

        assertThat(listed).as("the list in docs/decisions/README.md").isEqualTo(titled);
    }

    @Test
    void aTitleBeginsWithTheNumberOfItsFile() throws IOException {
        for (String file : files()) {
            assertThat(Files.readAllLines(DECISIONS.resolve(file)).get(0))
                    .as(file)
                    .startsWith("# " + Integer.parseInt(file.substring(0, 4)) + ". ");
        }
    }

    @Test
    void aNumberIsGivenOnce() throws IOException {
        assertThat(files().stream().map(file -> file.substring(0, 4))).doesNotHaveDuplicates();
    }

    @Test
    void whatIsReferredToIsThere() throws IOException {
        List<String> files = files();
        List<String> lost = new ArrayList<>();
        for (Path each : texts()) {
            Matcher reference = REFERENCE.matcher(Files.readString(each));
            while (reference.find()) {
                String named = reference.group(1);
                if (files.stream().noneMatch(file -> file.equals(named) || file.startsWith(named + "-"))) {
                    lost.add(each + ": " + named);
                }
            }
        }
        assertThat(lost).isEmpty();
    }

    private static List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(DECISIONS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\d{4}-.*"))
                    .sorted()
                    .toList();
        }
    }

    /** Sources, poms and documents; what is built meanwhile is not looked into. */
    private static List<Path> texts() throws IOException {
        List<Path> texts = new ArrayList<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return NOT_OURS.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().matches(".*(\\.java|\\.sql|pom\\.xml|\\.md)")) {
                    texts.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return texts;
    }
}
