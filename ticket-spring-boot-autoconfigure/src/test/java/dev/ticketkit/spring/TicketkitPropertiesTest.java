package dev.ticketkit.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.jdbc.JdbcOptions;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.spring.fixture.Runners;
import dev.ticketkit.testkit.MemoryStorage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every property of the metadata is taken, has a description and stands in the guide. */
@Tag("B6")
class TicketkitPropertiesTest {
    private static final Path GUIDE = Path.of("../docs/guide/spring.md");

    /** A value that is not the default, of each property. */
    private static final Map<String, String> SAMPLES = Map.ofEntries(
            Map.entry("ticketkit.automations", "false"),
            Map.entry("ticketkit.data-source", "tickets"),
            Map.entry("ticketkit.delivery.batch-size", "7"),
            Map.entry("ticketkit.delivery.enabled", "false"),
            Map.entry("ticketkit.delivery.first-delay", "7s"),
            Map.entry("ticketkit.delivery.lease", "7m"),
            Map.entry("ticketkit.delivery.longest-handling", "7m"),
            Map.entry("ticketkit.delivery.max-attempts", "7"),
            Map.entry("ticketkit.delivery.poll-interval", "7s"),
            Map.entry("ticketkit.delivery.threads", "7"),
            Map.entry("ticketkit.enabled", "false"),
            Map.entry("ticketkit.events.enabled", "true"),
            Map.entry("ticketkit.health.longest-wait", "7m"),
            Map.entry("ticketkit.jdbc.group-commit", "false"),
            Map.entry("ticketkit.jdbc.lock-wait", "7s"),
            Map.entry("ticketkit.jdbc.pool-without-autocommit", "true"),
            Map.entry("ticketkit.mail.from", "desk@example.org"),
            Map.entry("ticketkit.mail.from-name", "Desk"),
            Map.entry("ticketkit.mail.protection", "implicit"),
            Map.entry("ticketkit.notifications.skip-author", "true"),
            Map.entry("ticketkit.notifications.window", "7m"),
            Map.entry("ticketkit.schema.mode", "none"),
            Map.entry("ticketkit.schema.name", "desk"),
            Map.entry("ticketkit.schema.table-prefix", "t_"),
            Map.entry("ticketkit.webhook.allow-http", "true"),
            Map.entry("ticketkit.webhook.allow-networks", "10.0.0.0/8"),
            Map.entry("ticketkit.webhook.secrets", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
            Map.entry("ticketkit.webhook.time-limit", "7s"),
            Map.entry("ticketkit.webhook.url", "https://example.org"));

    private final ApplicationContextRunner runner = Runners.bare()
            .withBean(TicketStorage.class, MemoryStorage::new)
            .withPropertyValues("ticketkit.webhook.secrets=whsec_" + "A".repeat(32))
            .withUserConfiguration(Bound.class);

    /** Binds the properties where the desk is switched off too. */
    @org.springframework.boot.context.properties.EnableConfigurationProperties(TicketkitProperties.class)
    static class Bound {}

    @Test
    void samplesAreOfAllProperties() throws IOException {
        assertThat(metadata().stream().map(each -> each.path("name").asString()))
                .containsExactlyInAnyOrderElementsOf(SAMPLES.keySet());
    }

    static Stream<Map.Entry<String, String>> samples() {
        return SAMPLES.entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isTaken(Map.Entry<String, String> sample) {
        List<TicketkitProperties> bound = new ArrayList<>();
        runner.run(context -> bound.add(context.getBean(TicketkitProperties.class)));
        runner.withPropertyValues(sample.getKey() + "=" + sample.getValue()).run(context -> {
            assertThat(context).hasNotFailed();
            bound.add(context.getBean(TicketkitProperties.class));
        });
        assertThat(bound.get(1)).isNotEqualTo(bound.get(0));
    }

    @Test
    void reachTheStorage() {
        runner.withPropertyValues(
                        "ticketkit.schema.name=desk",
                        "ticketkit.schema.table-prefix=t_",
                        "ticketkit.jdbc.group-commit=false")
                .run(context -> {
                    JdbcOptions options =
                            context.getBean(TicketkitProperties.class).jdbcOptions();
                    assertThat(options.schema()).isEqualTo("desk");
                    assertThat(options.tablePrefix()).isEqualTo("t_");
                    assertThat(options.groupsCommits()).isFalse();
                });
    }

    @Test
    void showsNoSecret() {
        runner.withPropertyValues("ticketkit.webhook.secrets=whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
                .run(context -> assertThat(
                                context.getBean(TicketkitProperties.class).toString())
                        .doesNotContain("MfKQ9"));
    }

    /** When this fails, what it expects is the table to paste. */
    @Test
    void standInTheGuideAsTheMetadataHasThem() throws IOException {
        StringBuilder table = new StringBuilder("| property | default | what it says |\n| --- | --- | --- |\n");
        for (JsonNode each : metadata()) {
            JsonNode value = each.path("defaultValue");
            table.append("| `%s` | %s | %s |%n"
                    .formatted(
                            each.path("name").asString(),
                            shown(value),
                            each.path("description").asString()));
            assertThat(each.path("description").asString()).endsWith(".");
        }
        assertThat(Files.readString(GUIDE)).contains(table);
    }

    private static String shown(JsonNode value) {
        String text = value.isArray() ? "" : value.asString("");
        return text.isEmpty() ? "" : "`" + text + "`";
    }

    private static List<JsonNode> metadata() throws IOException {
        try (InputStream file =
                TicketkitProperties.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
            List<JsonNode> found = new ArrayList<>();
            new JsonMapper().readTree(file).path("properties").forEach(each -> {
                if (each.path("name").asString().startsWith("ticketkit.")) {
                    found.add(each);
                }
            });
            found.sort(java.util.Comparator.comparing(each -> each.path("name").asString()));
            return found;
        }
    }
}
