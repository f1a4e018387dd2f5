package dev.ticketkit.benchmarks.suite;

import dev.ticketkit.benchmarks.memory.JmhRounds;
import dev.ticketkit.benchmarks.report.Result;
import java.util.List;

/** What never touches a database: templates, ids, references, meters. */
final class MemoryBenchmark implements Benchmark {
    private static final String OURS = "ours";

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public boolean needsServer() {
        return false;
    }

    @Override
    public List<Result> run(Setting setting) throws Exception {
        JmhRounds jmh = new JmhRounds(setting.target().resolve("jmh"), setting.pace(), setting.progress()::now).run();
        double[] template = jmh.nanos(OURS);
        double[] reference = jmh.nanos("reference");
        return List.of(
                Result.ofLimit("memory, template of 8 fields, at most 300 ns", "ns", template, 300),
                Result.ofLimit("memory, template of 8 fields, at most 700 B", "B", jmh.bytes(OURS), 700),
                template("commons-text", template, jmh.nanos("commonsText"), 12),
                template("a regular expression", template, jmh.nanos("regex"), 15),
                template("jmustache", template, jmh.nanos("jmustache"), 3),
                Result.ofLimit("memory, id, at most 50 ns", "ns", jmh.nanos("id"), 50),
                Result.ofLimit("memory, reference, at most 50 ns", "ns", reference, 50),
                Result.ofLimit("memory, meter of a command, at most 1,000 ns", "ns", jmh.nanos("commandMeter"), 1_000),
                Result.ofLimit("memory, meter of an attempt, at most 1,000 ns", "ns", jmh.nanos("attemptMeter"), 1_000),
                Result.ofTimes(
                        "memory, id against UUID.randomUUID()", "ns", jmh.nanos("id"), jmh.nanos("randomUuid"), 4),
                Result.ofTimes(
                        "memory, reference against UUID.randomUUID().toString()",
                        "ns",
                        reference,
                        jmh.nanos("randomUuidText"),
                        4));
    }

    private static Result template(String peer, double[] ours, double[] theirs, double goal) {
        return Result.ofTimes("memory, template of 8 fields, against " + peer, "ns", ours, theirs, goal);
    }
}
