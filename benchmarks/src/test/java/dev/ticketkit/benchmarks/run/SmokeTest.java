package dev.ticketkit.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.benchmarks.suite.Benchmark;
import dev.ticketkit.benchmarks.suite.Benchmarks;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every benchmark in rounds of a tenth of a second: whether it runs and says something that can be true, never how fast it is. */
class SmokeTest {
    @TempDir
    private static Path target;

    private static String printed;
    private static boolean well;
    private static List<JsonNode> results;

    @BeforeAll
    static void measureEverything() throws IOException {
        Properties options = new Properties();
        options.setProperty("rounds", "1");
        options.setProperty("seconds", "0.1");
        options.setProperty("scale", "1k");
        options.setProperty("bench.target", target.toString());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        well = Bench.measure(BenchOptions.of(options, null), new PrintStream(bytes, true, StandardCharsets.UTF_8));
        printed = bytes.toString(StandardCharsets.UTF_8);
        results = new ArrayList<>();
        JsonMapper.shared()
                .readTree(Files.readString(target.resolve("results.json")))
                .forEach(results::add);
    }

    @Test
    void everyBenchmarkRuns() {
        assertThat(well).as(printed).isTrue();
        assertThat(Benchmarks.all()).extracting(Benchmark::name).allSatisfy(name -> assertThat(results)
                .anyMatch(result -> name(result).startsWith(name + ", ")));
    }

    @Test
    void resultsHaveTheirForm() {
        assertThat(results).isNotEmpty().allSatisfy(result -> {
            assertThat(result.propertyNames()).containsExactly("name", "ours", "peer", "unit", "ratio", "goal", "met");
            assertThat(result.get("met").asBoolean())
                    .isEqualTo(
                            result.get("ratio").asDouble() >= result.get("goal").asDouble());
        });
        assertThat(results).extracting(SmokeTest::name).doesNotHaveDuplicates();
    }

    @Test
    void figuresCanBeTrue() {
        assertThat(results).allSatisfy(result -> assertThat(Set.of("ours", "peer", "ratio", "goal"))
                .allSatisfy(name -> assertThat(result.get(name).asDouble())
                        .as(name(result))
                        .isFinite()
                        .isPositive()));
    }

    @Test
    void tableAndPageShowEveryResult() throws IOException {
        assertThat(Files.readString(target.resolve("benchmarks.html")))
                .contains("goals reached")
                .doesNotContain("http://");
        assertThat(results).allSatisfy(result -> assertThat(printed).contains("| " + name(result)));
    }

    private static String name(JsonNode result) {
        return result.get("name").asString();
    }
}
