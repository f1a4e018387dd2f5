package dev.ticketkit.samples.shop;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Instances of the shop, and what a browser does with them. */
final class Instances {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(30)).build();

    private Instances() {}

    static String h2() {
        return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    }

    /** A new database of the one server. */
    static String postgres() throws SQLException {
        String name = "shop" + UUID.randomUUID().toString().substring(0, 8);
        try (Connection connection = Server.ONE.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        return Server.ONE.getJdbcUrl("postgres", name);
    }

    static ConfigurableApplicationContext start(String database, String... more) {
        return start(database, context -> {}, more);
    }

    /** The shop as it is, with beans that are set before its own. */
    static ConfigurableApplicationContext start(
            String database, ApplicationContextInitializer<GenericApplicationContext> beans, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.main.banner-mode=off",
                "--logging.level.root=error",
                "--spring.datasource.url=" + database,
                "--spring.datasource.username=" + (database.contains("postgres") ? "postgres" : "sa")));
        arguments.addAll(List.of(more));
        SpringApplication shop = new SpringApplication(Shop.class);
        shop.addInitializers(beans);
        return shop.run(arguments.toArray(String[]::new));
    }

    static HttpResponse<String> post(ConfigurableApplicationContext instance, String path, String body)
            throws IOException, InterruptedException {
        String port = instance.getEnvironment().getRequiredProperty("local.server.port");
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Content-Type", "application/json")
                        .timeout(Duration.ofMinutes(1))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Ends with the tests. */
    private static final class Server {
        static final EmbeddedPostgres ONE = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
