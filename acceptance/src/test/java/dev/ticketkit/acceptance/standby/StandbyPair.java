package dev.ticketkit.acceptance.standby;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL server whose commits wait for its standby, and that standby. */
final class StandbyPair implements AutoCloseable {
    private static final String WAITING = "wait_event = 'SyncRep' OR wait_event_type = 'Lock'";

    private final Path primaryFolder;
    private final Path standbyFolder;
    private final PGSimpleDataSource source = new PGSimpleDataSource();
    private final int primaryPort;
    private EmbeddedPostgres primary;
    private EmbeddedPostgres standby;

    StandbyPair(Path folder) throws IOException {
        primaryFolder = folder.resolve("primary");
        standbyFolder = folder.resolve("standby");
        try (EmbeddedPostgres first = server(primaryFolder).start()) {
            primaryPort = first.getPort();
        }
        copy(primaryFolder, standbyFolder);
        Files.createFile(standbyFolder.resolve("standby.signal"));
        Files.writeString(
                standbyFolder.resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=127.0.0.1 port=" + primaryPort + " user=postgres'\n",
                StandardOpenOption.APPEND);
        startPrimary();
        standby = server(standbyFolder).start();
        source.setUser("postgres");
        source.setDatabaseName("postgres");
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {primaryPort});
    }

    /** Leads to whichever server is the primary now; a new connection each time. */
    DataSource source() {
        return source;
    }

    void loseStandby() throws IOException {
        standby.close();
    }

    /** How many of the primary's sessions wait for the standby, or for one that does. */
    int waiting() throws SQLException {
        return number("SELECT count(*) FROM pg_stat_activity WHERE " + WAITING);
    }

    /** Ends these sessions in the middle of their commits. */
    void terminateWaiting() throws SQLException {
        number("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE " + WAITING);
    }

    void restartPrimary() throws IOException {
        primary.close();
        startPrimary();
    }

    /** The primary is gone for good. */
    void failOver() throws IOException, SQLException {
        primary.close();
        standby = server(standbyFolder).start();
        try (Connection connection = connect(standby.getPort());
                var statement = connection.createStatement()) {
            statement.execute("SELECT pg_promote(true, 60)");
        }
        source.setPortNumbers(new int[] {standby.getPort()});
    }

    @Override
    public void close() throws IOException {
        primary.close();
        standby.close();
    }

    private void startPrimary() throws IOException {
        primary = server(primaryFolder)
                .setPort(primaryPort)
                .setServerConfig("synchronous_standby_names", "*")
                .start();
    }

    private static EmbeddedPostgres.Builder server(Path folder) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("wal_keep_size", "256MB")
                .setPGStartupWait(Duration.ofMinutes(1));
    }

    private int number(String query) throws SQLException {
        try (Connection connection = connect(primaryPort);
                var result = connection.createStatement().executeQuery(query)) {
            result.next();
            return result.getInt(1);
        }
    }

    private static Connection connect(int port) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres");
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> files;
        try (var all = Files.walk(from)) {
            files = all.toList();
        }
        CopyOption[] asItIs = {StandardCopyOption.COPY_ATTRIBUTES};
        for (Path file : files) {
            Files.copy(file, to.resolve(from.relativize(file)), asItIs);
        }
    }
}
