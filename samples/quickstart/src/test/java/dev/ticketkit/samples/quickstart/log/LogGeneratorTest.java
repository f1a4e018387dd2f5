package dev.ticketkit.samples.quickstart.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogGeneratorTest {
    @TempDir
    Path folder;

    @Test
    void writesTheSameLogOnEveryMachine() throws IOException {
        Path made = folder.resolve("made.csv");
        new LogGenerator(7, 40).write(made);
        try (InputStream committed = getClass().getResourceAsStream("invented-7-40.csv")) {
            assertThat(made).hasBinaryContent(committed.readAllBytes());
        }
    }

    @Test
    void writesAnotherLogForAnotherSeed() throws IOException {
        Path one = folder.resolve("one.csv");
        Path other = folder.resolve("other.csv");
        new LogGenerator(1, 50).write(one);
        new LogGenerator(2, 50).write(other);
        assertThat(Files.readString(one)).isNotEqualTo(Files.readString(other));
    }

    @Test
    void inventsOnlyWhatAReplayCanUse() {
        for (long seed = 1; seed <= 20; seed++) {
            Path log = folder.resolve("seed.csv");
            new LogGenerator(seed, 100).write(log);
            Set<String> activities = new HashSet<>();
            new LogReader(log).forEach(event -> activities.add(event.activity()));
            assertThat(LogSummary.of(new LogReader(log)).cases())
                    .as("seed %d", seed)
                    .isEqualTo(100);
            assertThat(activities).as("seed %d", seed).contains("Resolve ticket", "Closed", "Wait");
        }
    }
}
