package dev.ticketkit.benchmarks.memory;

import dev.ticketkit.benchmarks.load.ChildJava;
import dev.ticketkit.benchmarks.load.Pace;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs JMH several times over all benchmarks, each of them in a Java of its own. */
public final class JmhRounds {
    private static final int WARM_UPS = 3;
    private static final int ITERATIONS = 3;
    private static final int PARTS = 6;
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private final Path folder;
    private final Pace pace;
    private final Consumer<String> progress;
    private final Map<String, List<Double>> nanos = new LinkedHashMap<>();
    private final Map<String, List<Double>> bytes = new LinkedHashMap<>();

    /**
     * Rounds of JMH.
     *
     * @param folder for what it makes
     * @param progress is told what is measured now
     */
    public JmhRounds(Path folder, Pace pace, Consumer<String> progress) {
        this.folder = folder;
        this.pace = pace;
        this.progress = progress;
    }

    /** Measures everything in this package. */
    public JmhRounds run() throws IOException, InterruptedException {
        Path classes =
                new JmhSources(folder).compiled(TemplateBenchmarks.class, IdBenchmarks.class, MeterBenchmarks.class);
        for (int round = 1; round <= pace.rounds(); round++) {
            progress.accept("JMH, round " + round + " of " + pace.rounds());
            read(round(classes));
        }
        return this;
    }

    /** The time of one call, round by round. */
    public double[] nanos(String benchmark) {
        return values(nanos, benchmark);
    }

    /** What one call allocates, round by round. */
    public double[] bytes(String benchmark) {
        return values(bytes, benchmark);
    }

    private Path round(Path classes) throws IOException, InterruptedException {
        Path result = folder.resolve("jmh.json");
        String millis = Math.max(20, pace.round().toMillis() / PARTS) + "ms";
        // A short run is for looking whether everything works; a Java of its own for each would take most of it.
        boolean alone = pace.round().toMillis() >= 1_000;
        new ChildJava(classes + File.pathSeparator + System.getProperty("java.class.path"), "-Xmx512m")
                .run(
                        folder.resolve("jmh.log"),
                        "org.openjdk.jmh.Main",
                        "-f",
                        alone ? "1" : "0",
                        "-wi",
                        String.valueOf(WARM_UPS),
                        "-i",
                        String.valueOf(ITERATIONS),
                        "-w",
                        millis,
                        "-r",
                        millis,
                        "-prof",
                        "gc",
                        "-foe",
                        "true",
                        "-rf",
                        "json",
                        "-rff",
                        result.toString());
        return result;
    }

    private void read(Path result) throws IOException {
        for (JsonNode each : JsonMapper.shared().readTree(Files.readString(result))) {
            String name = each.get("benchmark").asString();
            String last = name.substring(name.lastIndexOf('.') + 1);
            add(nanos, last, each.get("primaryMetric").get("score").asDouble());
            JsonNode secondary = each.get("secondaryMetrics");
            secondary.propertyNames().stream()
                    .filter(metric -> metric.endsWith(ALLOCATED))
                    .forEach(metric ->
                            add(bytes, last, secondary.get(metric).get("score").asDouble()));
        }
    }

    private static void add(Map<String, List<Double>> values, String benchmark, double value) {
        values.computeIfAbsent(benchmark, name -> new ArrayList<>()).add(value);
    }

    private static double[] values(Map<String, List<Double>> values, String benchmark) {
        return Objects.requireNonNull(values.get(benchmark), benchmark).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }
}
