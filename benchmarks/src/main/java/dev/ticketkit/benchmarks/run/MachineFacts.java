package dev.ticketkit.benchmarks.run;

import dev.ticketkit.benchmarks.database.Schema;
import dev.ticketkit.benchmarks.database.Server;
import dev.ticketkit.benchmarks.suite.Benchmark;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** On what it was measured. */
final class MachineFacts {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
    private static final int COMMITS = 200;
    private static final double NANOS_A_MILLI = 1e6;

    private MachineFacts() {}

    static Map<String, String> of(Server server, BenchOptions options) throws IOException {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(
                "machine",
                Runtime.getRuntime().availableProcessors() + " cores" + processor() + ", load average "
                        + String.format(
                                Locale.ROOT,
                                "%.1f",
                                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage())
                        + " at the start");
        facts.put("Java", System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
        if (options.benchmarks().stream().anyMatch(Benchmark::needsServer)) {
            facts.putAll(ofDatabase(server));
        }
        facts.put(
                "measured",
                options.pace().rounds() + " rounds of " + options.pace().round().toMillis()
                        + " ms for each side, in turn; lists, statistics and search over "
                        + String.format(Locale.ROOT, "%,d", options.tickets()) + " tickets");
        return facts;
    }

    private static Map<String, String> ofDatabase(Server server) {
        Map<String, String> facts = new LinkedHashMap<>();
        try (Schema schema = server.schema("ticketkit_bench_facts", 1)) {
            facts.put(
                    "database",
                    "PostgreSQL " + schema.text("SHOW server_version") + ", fsync "
                            + schema.text("SHOW fsync") + ", synchronous_commit "
                            + schema.text("SHOW synchronous_commit")
                            + ", shared_buffers " + schema.text("SHOW shared_buffers"));
            facts.put("one bare commit", commit(schema) + " ms on average, one row of one column");
        }
        return facts;
    }

    private static String processor() throws IOException {
        if (!Files.isReadable(PROCESSORS)) {
            return " " + System.getProperty("os.arch");
        }
        try (var lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> ", " + line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    private static String commit(Schema schema) {
        schema.execute("CREATE TABLE commit_cost (number integer)", "CHECKPOINT");
        String[] inserts = new String[COMMITS];
        java.util.Arrays.fill(inserts, "INSERT INTO commit_cost VALUES (1)");
        long begin = System.nanoTime();
        schema.execute(inserts);
        return String.format(Locale.ROOT, "%.2f", (System.nanoTime() - begin) / NANOS_A_MILLI / COMMITS);
    }
}
