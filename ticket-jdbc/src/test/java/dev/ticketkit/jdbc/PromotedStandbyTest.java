package dev.ticketkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.jdbc.fixture.source.Routed;
import dev.ticketkit.spi.storage.CommitOutcome.Committed;
import dev.ticketkit.spi.storage.ReferenceRequest;
import dev.ticketkit.spi.storage.TicketStore;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server with the files of another, at another address, as after a failover: the storage goes on. */
@Tag("B24")
class PromotedStandbyTest {
    private static final ReferenceRequest SERIES = new ReferenceRequest("S", "S-", 1);

    private final TicketFixtures make = TicketFixtures.ofNewTenant();
    private final Routed routed = new Routed();
    private final TicketStore store = JdbcStorage.owning(routed.dataSource).tickets();

    @TempDir
    private Path directory;

    @Test
    void isTheSameDatabaseAlsoWhenItLacksTheLastCommits() throws Exception {
        Path primary = directory.resolve("primary");
        Path standby = directory.resolve("standby");
        try (EmbeddedPostgres server = start(primary)) {
            TicketSchema.create(server.getPostgresDatabase());
        }
        copy(primary, standby);
        try (EmbeddedPostgres server = start(primary)) {
            assertThat(open(server.getPostgresDatabase())).isEqualTo("S-1");
        }

        try (EmbeddedPostgres server = start(standby);
                HikariDataSource pool = new HikariDataSource()) {
            pool.setDataSource(server.getPostgresDatabase());
            assertThat(open(pool)).as("what was not replicated is lost").isEqualTo("S-1");
            assertThat(tickets(pool)).isEqualTo(1);
        }
    }

    private String open(DataSource database) {
        routed.moveTo(database);
        Committed opened = (Committed) store.commit(make.numbered(make.ticket().build(), SERIES, null));
        return opened.receipt().reference().value();
    }

    private static EmbeddedPostgres start(Path data) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(from)) {
            files = all.filter(each -> !each.endsWith("postmaster.pid")).toList();
        }
        for (Path each : files) {
            Files.copy(each, to.resolve(from.relativize(each)));
        }
        Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rwx------"));
    }

    private static int tickets(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement();
                var found = statement.executeQuery("SELECT COUNT(*) FROM ticket")) {
            found.next();
            return found.getInt(1);
        }
    }
}
