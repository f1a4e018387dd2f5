package dev.ticketkit.samples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The shop as its customers and operators meet it. */
@Tag("B6")
class ShopTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/ticketkit/samples/shop");

    private static ConfigurableApplicationContext start(String database, GreenMail mail) {
        return Instances.start(
                database,
                "--ticketkit.mail.protection=none",
                "--spring.mail.port=" + mail.getSmtp().getPort());
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void ordersHaveTicketsOperatorsGetMailAndTheCustomerIsToldWhenItIsResolved(String store) throws Exception {
        GreenMail mail = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        mail.start();
        try (ConfigurableApplicationContext shop =
                start(store.equals("H2") ? Instances.h2() : Instances.postgres(), mail)) {
            HttpResponse<String> placed =
                    Instances.post(shop, "/orders", "{\"item\": \"A chair\", \"email\": \"bruno@example.org\"}");
            assertThat(placed.statusCode()).isEqualTo(201);
            assertThat(placed.body()).isEqualTo("{\"ticket\":\"T-000001\"}");
            assertThat(mail.waitForIncomingEmail(30_000, 1)).isTrue();
            assertThat(mail.getReceivedMessages()[0]).matches(each -> isTo("desk@example.org", each));

            assertThat(Instances.post(shop, "/tickets/T-000001/resolve", "").statusCode())
                    .isEqualTo(200);
            assertThat(mail.waitForIncomingEmail(30_000, 3)).isTrue();
            assertThat(Stream.of(mail.getReceivedMessages()).filter(each -> isTo("bruno@example.org", each)))
                    .singleElement()
                    .satisfies(each ->
                            assertThat(GreenMailUtil.getBody(each)).contains("Your request T-000001 is resolved."));
        } finally {
            mail.stop();
        }
    }

    private static boolean isTo(String address, MimeMessage message) {
        try {
            return message.getAllRecipients()[0] instanceof InternetAddress to
                    && to.getAddress().equals(address);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatTheDeskRefusesIsAProblemAndNoOrder() throws Exception {
        try (ConfigurableApplicationContext shop = Instances.start(Instances.h2())) {
            String tooLong = "x".repeat(251);
            HttpResponse<String> refused = Instances.post(
                    shop, "/orders", "{\"item\": \"" + tooLong + "\", \"email\": \"bruno@example.org\"}");
            HttpResponse<String> invalid = Instances.post(shop, "/orders", "{\"email\": \"nobody\"}");
            HttpResponse<String> missing = Instances.post(shop, "/tickets/T-000099/resolve", "");

            assertThat(Stream.of(refused, invalid, missing))
                    .extracting(HttpResponse::statusCode)
                    .containsExactly(422, 400, 404);
            assertThat(Stream.of(refused, invalid, missing))
                    .allSatisfy(each -> assertThat(each.headers().firstValue("Content-Type"))
                            .hasValue("application/problem+json"));
            assertThat(refused.body()).contains("\"code\":\"REFUSED\"", "title");
            assertThat(missing.body()).contains("\"code\":\"NOT_FOUND\"");
            assertThat(shop.getBean(JdbcTemplate.class)
                            .queryForObject("SELECT count(*) FROM placed_order", Integer.class))
                    .as("rolled back with its ticket")
                    .isZero();
        }
    }

    @Test
    void hostCodeIsUnder150Lines() throws Exception {
        try (Stream<Path> files = Files.list(SOURCES)) {
            long lines = files.flatMap(ShopTest::lines)
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("/**") && !line.startsWith("*"))
                    .count();
            assertThat(lines).isLessThan(150);
        }
    }

    @Test
    void readmesSnippetIsTheShops() throws Exception {
        String readme = Files.readString(Path.of("../../README.md"));
        String source = Files.readString(SOURCES.resolve("Orders.java"));
        String method = source.substring(source.indexOf("    @Transactional"), source.lastIndexOf('}'));

        assertThat(readme).contains("```java\n" + method.stripTrailing().stripIndent() + "\n```");
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
