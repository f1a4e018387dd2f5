package dev.ticketkit.acceptance.kill;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nodes are killed at random moments: {@code -Dkills} says how many on PostgreSQL, {@code -Dseed} repeats the same lives. A command without
 * its key, or an event without its commit, shows after the first kills; what happens at rare moments is for the 200 of a long run.
 */
@Tag("B4")
@Tag("F1")
@Tag("F2")
@Timeout(
        value = 80,
        unit = TimeUnit.MINUTES,
        threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // a database that hangs must not hang the build
class KillTest {
    private static final int KILLS = Integer.getInteger("kills", 12);
    private static final int KILLS_ON_H2 = Math.max(1, KILLS / 3);
    private static final long SEED = Long.getLong("seed", 20_261_123);

    @TempDir
    private Path folder;

    @Test
    void nothingIsLostAndNothingDoneTwiceOnPostgres() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start()) {
            String url = server.getJdbcUrl("postgres", "postgres");
            KillDatabase database = new KillDatabase(url, url, "postgres");
            assertThat(setting(database, "fsync")).isEqualTo("on");
            assertThat(setting(database, "synchronous_commit")).isEqualTo("on");
            killAndCheck(database, KILLS, 2);
        }
    }

    @Test
    void nothingIsLostAndNothingDoneTwiceOnAnH2File() throws Exception {
        killAndCheck(new KillDatabase(h2("tickets"), h2("marks"), "sa"), KILLS_ON_H2, 1);
    }

    private String h2(String name) {
        return "jdbc:h2:file:" + folder.resolve(name) + ";WRITE_DELAY=0";
    }

    private void killAndCheck(KillDatabase database, int kills, int alive) throws Exception {
        System.out.printf("seed %d%n", SEED);
        database.create();
        try (KillRun run = new KillRun(database, folder, kills, alive, SEED)) {
            run.run();
            try (HikariDataSource source = database.pool();
                    HikariDataSource marks = database.marksPool()) {
                MarkedDesk last = new MarkedDesk(source, new Marks(marks, "last"), () -> {});
                KillChecks checks = new KillChecks(run, source, new Marks(marks, "checks"), last);
                checks.everyCommandHasOneEffect();
                checks.versionsAreWhole();
                checks.drain();
                checks.everyConsumerWasToldOfEveryEvent();
                checks.onlyWhatWasInFlightCameTwice();
                checks.orderIsKept();
                checks.everyAutomationHasOneEffect();
                checks.statisticsHold();
            }
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("seed " + SEED, e);
        }
    }

    private static String setting(KillDatabase database, String name) throws Exception {
        try (HikariDataSource source = database.pool();
                Connection connection = source.getConnection();
                var rows = connection.createStatement().executeQuery("SHOW " + name)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
