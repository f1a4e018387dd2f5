package dev.ticketkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StoreTest {

    @Test
    void answersOnH2() throws SQLException {
        var config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:mem:store");
        try (var pool = new HikariDataSource(config);
                var connection = pool.getConnection()) {
            assertThat(Store.of(connection).name()).isEqualTo("H2");
        }
    }

    @Test
    void answersOnPostgres() throws SQLException, IOException {
        try (var server = EmbeddedPostgres.builder()
                        .setPGStartupWait(Duration.ofSeconds(60))
                        .start();
                var connection = server.getPostgresDatabase().getConnection()) {
            assertThat(Store.of(connection).name()).isEqualTo("PostgreSQL");
        }
    }
}
