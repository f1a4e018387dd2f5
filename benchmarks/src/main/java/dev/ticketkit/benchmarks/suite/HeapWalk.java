package dev.ticketkit.benchmarks.suite;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.benchmarks.desk.OurDesk;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.core.statistics.StatisticsQuery;
import dev.ticketkit.jdbc.JdbcStorage;
import dev.ticketkit.spi.query.SortDirection;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.TicketSort;
import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a small host does with many tickets, to see that its memory does not grow with them; run in a Java of its own. */
final class HeapWalk {
    static final String USER = "TICKETKIT_BENCH_USER";
    static final String PASSWORD = "TICKETKIT_BENCH_PASSWORD";

    private static final double MEGABYTE = 1024 * 1024;

    private final ActorDesk desk;

    private HeapWalk(JdbcStorage storage) {
        this.desk = TicketDesk.builder().storage(storage).build().as(OurDesk.TENANT, OurDesk.ACTOR);
    }

    /** URL, schema, the number of tickets, and the file that gets the peak of the heap in MB. */
    public static void main(String[] args) throws IOException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(args[0]);
        config.addDataSourceProperty("currentSchema", args[1]);
        config.setUsername(System.getenv(USER));
        config.setPassword(System.getenv(PASSWORD));
        config.setMaximumPoolSize(4);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            new HeapWalk(JdbcStorage.owning(pool)).walk(Long.parseLong(args[2]));
        }
        Files.writeString(Path.of(args[3]), String.valueOf(peak()));
    }

    private void walk(long tickets) throws IOException {
        desk.list(TicketQuery.builder().limit(200).build());
        long counted = desk.statistics()
                .report(StatisticsQuery.builder().allTime().build())
                .tickets();
        long exported = export();
        if (counted != tickets || exported != tickets) {
            throw new IllegalStateException(
                    "of " + tickets + " tickets " + counted + " were counted and " + exported + " exported");
        }
    }

    private long export() throws IOException {
        TicketQuery all = TicketQuery.builder()
                .sort(TicketSort.OPENED, SortDirection.ASCENDING)
                .build();
        return desk.writeCsv(all, Writer.nullWriter());
    }

    private static double peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(HeapWalk::peak)
                        .sum()
                / MEGABYTE;
    }

    private static long peak(MemoryPoolMXBean pool) {
        return pool.getPeakUsage().getUsed();
    }
}
