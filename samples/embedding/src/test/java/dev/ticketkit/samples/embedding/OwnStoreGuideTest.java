package dev.ticketkit.samples.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guide says of a store of one's own. */
class OwnStoreGuideTest {
    private static final Path GUIDE = Path.of("../../docs/guide/your-own-store.md");
    private static final Path SOURCES = Path.of("src/main/java/dev/ticketkit/samples/embedding/smallstore");
    private static final Pattern SIZE = Pattern.compile("`smallstore`: (\\d+) files, (\\d+) lines");

    @Test
    void theTestThatHoldsAStoreAgainstTheContractCompiles(@TempDir Path classes) throws Exception {
        Matcher block = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(GUIDE));
        assertThat(block.find()).isTrue();

        ReadmeTest.compile(block.group(1), "YourStoreTest", classes);

        assertThat(classes.resolve("YourStoreTest.class")).exists();
    }

    /** Ten lines more or less are no other figure. */
    @Test
    void theSizeOfTheSmallStoreIsWhatItSays() throws IOException {
        Matcher said = SIZE.matcher(Files.readString(GUIDE));
        assertThat(said.find()).isTrue();
        int lines = 0;
        for (Path source : sources()) {
            lines += Files.readAllLines(source).size();
        }

        assertThat(sources()).hasSize(Integer.parseInt(said.group(1)));
        assertThat(Integer.parseInt(said.group(2))).isBetween(lines - 10, lines + 10);
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            return files.filter(file -> !file.endsWith("package-info.java")).toList();
        }
    }
}
