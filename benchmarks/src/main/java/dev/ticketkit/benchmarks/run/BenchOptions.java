package dev.ticketkit.benchmarks.run;

import dev.ticketkit.benchmarks.load.Pace;
import dev.ticketkit.benchmarks.suite.Benchmark;
import dev.ticketkit.benchmarks.suite.Benchmarks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for with {@code -D}.
 *
 * @param benchmarks which ones, in their order
 * @param tickets how many to list, count and search
 * @param pace how long to measure
 * @param jdbc the URL of the PostgreSQL database, or null to start one
 * @param user its user, or null
 * @param password its password, or null
 * @param target the folder for everything that is written
 */
record BenchOptions(
        List<Benchmark> benchmarks,
        long tickets,
        Pace pace,
        @Nullable String jdbc,
        @Nullable String user,
        @Nullable String password,
        Path target) {
    /** What may be given. */
    static final List<String> NAMES = List.of("only", "scale", "rounds", "seconds", "jdbc", "user", "bench.target");

    private static final Map<String, Long> SCALES =
            Map.of("1k", 1_000L, "10k", 10_000L, "100k", 100_000L, "1m", 1_000_000L, "10m", 10_000_000L);
    private static final double MILLIS = 1000;

    /** Reads system properties. */
    static BenchOptions of(Properties properties, @Nullable String password) {
        String jdbc = given(properties, "jdbc");
        if (jdbc != null && !jdbc.startsWith("jdbc:postgresql:")) {
            throw new UsageException("-Djdbc: the URL must be like jdbc:postgresql://localhost:5432/postgres");
        }
        String target = given(properties, "bench.target");
        return new BenchOptions(
                benchmarks(given(properties, "only")),
                scale(given(properties, "scale")),
                new Pace(
                        (int) number(properties, "rounds", 3, 1, 100),
                        Duration.ofMillis(Math.round(MILLIS * number(properties, "seconds", 2, 0.05, 600)))),
                jdbc,
                given(properties, "user"),
                password,
                Path.of(target == null ? "target" : target));
    }

    private static List<Benchmark> benchmarks(@Nullable String only) {
        if (only == null) {
            return Benchmarks.all();
        }
        List<String> names = Arrays.asList(only.toLowerCase(Locale.ROOT).split("[ ,]+"));
        String known = Benchmarks.all().stream().map(Benchmark::name).collect(Collectors.joining(", "));
        for (String name : names) {
            if (Benchmarks.all().stream().noneMatch(each -> each.name().equals(name))) {
                throw new UsageException("-Donly: there is no " + name + "; choose among " + known);
            }
        }
        return Benchmarks.all().stream()
                .filter(each -> names.contains(each.name()))
                .toList();
    }

    private static long scale(@Nullable String named) {
        Long tickets = SCALES.get(named == null ? "100k" : named.toLowerCase(Locale.ROOT));
        if (tickets == null) {
            throw new UsageException("-Dscale: choose 1k, 10k, 100k, 1M or 10M");
        }
        return tickets;
    }

    private static double number(Properties properties, String name, double usual, double least, double most) {
        String text = given(properties, name);
        try {
            double number = text == null ? usual : Double.parseDouble(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new UsageException("-D" + name + ": must be a number, not " + text);
        }
        throw new UsageException("-D" + name + ": must be " + least + " to " + most);
    }

    private static @Nullable String given(Properties properties, String name) {
        String value = properties.getProperty(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "BenchOptions[tickets=" + tickets + ", pace=" + pace + "]";
    }
}
