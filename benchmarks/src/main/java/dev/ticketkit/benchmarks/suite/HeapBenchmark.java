package dev.ticketkit.benchmarks.suite;

import dev.ticketkit.benchmarks.database.Server;
import dev.ticketkit.benchmarks.load.ChildJava;
import dev.ticketkit.benchmarks.report.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lists, statistics and an export of all tickets in a Java of 64 MB. */
final class HeapBenchmark implements Benchmark {
    private static final int LIMIT = 64;

    @Override
    public String name() {
        return "heap";
    }

    @Override
    public List<Result> run(Setting setting) throws Exception {
        String schema = setting.large().desk().schema().name();
        setting.progress().now("in a Java of 64 MB");
        Path peak = Files.createTempFile(setting.target(), "heap", ".txt");
        try {
            new ChildJava(System.getProperty("java.class.path"), "-Xmx" + LIMIT + "m")
                    .run(
                            setting.target().resolve("heap.log"),
                            environment(setting.server()),
                            HeapWalk.class.getName(),
                            setting.server().url(),
                            schema,
                            String.valueOf(setting.large().tickets()),
                            peak.toString());
            double megabytes = Double.parseDouble(Files.readString(peak).strip());
            String tickets = String.format(Locale.ROOT, "%,d", setting.large().tickets());
            return List.of(Result.ofLimit(
                    "heap, lists, statistics and an export of " + tickets + " tickets, peak within 64 MB",
                    "MB",
                    new double[] {megabytes},
                    LIMIT));
        } finally {
            Files.delete(peak);
        }
    }

    private static Map<String, String> environment(Server server) {
        Map<String, String> login = new HashMap<>();
        String user = server.user();
        String password = server.password();
        if (user != null) {
            login.put(HeapWalk.USER, user);
        }
        if (password != null) {
            login.put(HeapWalk.PASSWORD, password);
        }
        return login;
    }
}
