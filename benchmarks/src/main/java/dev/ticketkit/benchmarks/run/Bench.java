package dev.ticketkit.benchmarks.run;

import dev.ticketkit.benchmarks.database.Server;
import dev.ticketkit.benchmarks.report.ChartPage;
import dev.ticketkit.benchmarks.report.Facts;
import dev.ticketkit.benchmarks.report.Progress;
import dev.ticketkit.benchmarks.report.Result;
import dev.ticketkit.benchmarks.report.ResultTable;
import dev.ticketkit.benchmarks.report.ResultsJson;
import dev.ticketkit.benchmarks.report.Terminal;
import dev.ticketkit.benchmarks.suite.Benchmark;
import dev.ticketkit.benchmarks.suite.LargeDesk;
import dev.ticketkit.benchmarks.suite.Setting;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures the desk beside its peers. Exit codes: 0 when everything was measured, whether or not goals were reached, 1 when a benchmark
 * failed, 2 for an option that must be put right.
 */
public final class Bench {
    private static final int WELL = 0;
    private static final int FAILED = 1;
    private static final int PUT_RIGHT = 2;

    private final BenchOptions options;
    private final PrintStream out;
    private final Progress progress;
    private final List<Result> results = new ArrayList<>();
    private boolean failed;

    private Bench(BenchOptions options, PrintStream out, boolean interactive) {
        this.options = options;
        this.out = out;
        this.progress = new Progress(out, interactive);
    }

    /** Takes its options from system properties, and the password from the environment. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        int code = run(out);
        out.flush();
        // Peers leave threads behind.
        Runtime.getRuntime().halt(code);
    }

    private static int run(PrintStream out) {
        try {
            BenchOptions options = BenchOptions.of(System.getProperties(), System.getenv(Launcher.PASSWORD));
            return new Bench(options, out, Terminal.isInteractive()).measure() ? WELL : FAILED;
        } catch (UsageException e) {
            out.println("ticketkit: " + e.getMessage());
            return PUT_RIGHT;
        } catch (IOException | RuntimeException e) {
            out.println("ticketkit: the benchmarks failed; please report this with what follows");
            e.printStackTrace(out);
            return FAILED;
        }
    }

    /** Measures with options, and prints to a stream that is no terminal; whether nothing failed. */
    static boolean measure(BenchOptions options, PrintStream out) throws IOException {
        return new Bench(options, out, false).measure();
    }

    private boolean measure() throws IOException {
        Files.createDirectories(options.target());
        try (Server server = server();
                LargeDesk large = new LargeDesk(server, options.tickets(), progress)) {
            Facts facts = Facts.of(MachineFacts.of(server, options), LocalDate.now(Clock.systemUTC()));
            facts.lines().forEach(out::println);
            Setting setting = new Setting(server, options.pace(), large, options.target(), progress);
            runAll(setting);
            progress.wipe();
            write(facts);
        }
        return !failed;
    }

    private Server server() {
        return options.jdbc() == null
                ? Server.start(
                        options.target().resolve("postgres"), !options.pace().isGlance())
                : Server.at(options.jdbc(), options.user(), options.password());
    }

    private void runAll(Setting setting) {
        int number = 0;
        for (Benchmark benchmark : options.benchmarks()) {
            progress.begin(benchmark.name(), ++number, options.benchmarks().size());
            try {
                for (Result result : benchmark.run(setting)) {
                    results.add(result);
                    progress.say(ResultTable.line(result));
                }
            } catch (Exception e) {
                failed = true;
                progress.say(benchmark.name() + " FAILED, and the rest of it was not measured: " + e);
                e.printStackTrace(out);
            }
        }
    }

    private void write(Facts facts) throws IOException {
        out.println();
        ResultTable.lines(results).forEach(out::println);
        Path json = options.target().resolve("results.json");
        Path page = options.target().resolve("benchmarks.html");
        Files.writeString(json, ResultsJson.of(results), StandardCharsets.UTF_8);
        Files.writeString(page, ChartPage.of(results, facts), StandardCharsets.UTF_8);
        out.println();
        out.println("A ratio above the goal is better. Written: " + fromHere(json) + " and " + fromHere(page));
    }

    private static Path fromHere(Path file) {
        Path here = Path.of("").toAbsolutePath();
        Path there = file.toAbsolutePath();
        return there.startsWith(here) ? here.relativize(there) : there;
    }
}
