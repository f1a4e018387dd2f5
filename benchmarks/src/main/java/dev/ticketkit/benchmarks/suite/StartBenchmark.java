package dev.ticketkit.benchmarks.suite;

import dev.ticketkit.benchmarks.database.Schema;
import dev.ticketkit.benchmarks.database.Server;
import dev.ticketkit.benchmarks.report.Result;
import dev.ticketkit.benchmarks.start.StartSide;
import dev.ticketkit.jdbc.TicketSchema;
import java.util.ArrayList;
import java.util.List;

/** What the starter adds to the start of an application: pairs of Javas, with it and without, each time the other one first. */
final class StartBenchmark implements Benchmark {
    private static final int PAIRS_A_ROUND = 5;
    private static final int MOST_MILLIS = 300;
    private static final String ADDED = ", what the starter adds, at most 300 ms";

    @Override
    public String name() {
        return "start";
    }

    @Override
    public List<Result> run(Setting setting) throws Exception {
        try (Schema schema = setting.schema("start")) {
            TicketSchema.create(schema.pool());
            return List.of(
                    added("start, PostgreSQL with its tables" + ADDED, setting, postgres(setting.server(), schema)),
                    added(
                            "start, H2 in memory, tables made" + ADDED,
                            setting,
                            List.of("--spring.datasource.url=jdbc:h2:mem:start", "--ticketkit.schema.mode=create")));
        }
    }

    private static List<String> postgres(Server server, Schema schema) {
        List<String> properties = new ArrayList<>(List.of(
                "--spring.datasource.url=" + server.url(),
                "--spring.datasource.hikari.data-source-properties.currentSchema=" + schema.name()));
        String user = server.user();
        if (user != null) {
            properties.add("--spring.datasource.username=" + user);
        }
        String password = server.password();
        if (password != null) {
            properties.add("--spring.datasource.password=" + password);
        }
        return properties;
    }

    private static Result added(String name, Setting setting, List<String> properties) throws Exception {
        StartSide with = new StartSide(true, setting.target(), properties);
        StartSide without = new StartSide(false, setting.target(), properties);
        int pairs =
                setting.pace().isGlance() ? 1 : PAIRS_A_ROUND * setting.pace().rounds();
        double[] added = new double[pairs];
        for (int pair = 0; pair < pairs; pair++) {
            setting.progress().now("starting, pair " + (pair + 1) + " of " + pairs);
            double first = (pair % 2 == 0 ? with : without).millis();
            double second = (pair % 2 == 0 ? without : with).millis();
            added[pair] = pair % 2 == 0 ? first - second : second - first;
        }
        return Result.ofLimit(name, "ms", added, MOST_MILLIS);
    }
}
