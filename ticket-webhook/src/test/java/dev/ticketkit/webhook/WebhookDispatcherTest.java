package dev.ticketkit.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.host.Dispatch;
import dev.ticketkit.testkit.SettableClock;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.CertPathBuilderException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("B4")
class WebhookDispatcherTest {
    @TempDir
    private static Path folder;

    private final SettableClock clock = SettableClock.at("2026-03-01T10:15:30Z");
    private final Dispatch dispatch = Dispatches.opening();
    private Receiver receiver;

    @BeforeEach
    void start() throws IOException {
        receiver = new Receiver();
    }

    @AfterEach
    void stop() {
        receiver.close();
    }

    @Test
    void postsEventAndTicketAsJson() {
        assertThat(send()).isEqualTo(DeliveryResult.DELIVERED);

        Receiver.Request request = receiver.request();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.header("Content-Type")).isEqualTo("application/json");
        assertThat(request.header("Host")).isEqualTo("localhost:" + receiver.port());
        JsonNode body = JsonMapper.builder().build().readTree(request.body());
        assertThat(body.at("/type").asString()).isEqualTo("ticket.opened");
        assertThat(body.at("/timestamp").asString())
                .isEqualTo(dispatch.event().at().toString());
        assertThat(body.at("/data/event/id").asString())
                .isEqualTo(dispatch.event().id().toString());
        assertThat(body.at("/data/ticket/title").asString()).isEqualTo("Größe € 😀");
    }

    @Test
    void aTriggerSaysItsNameAndParameters() {
        java.util.UUID step = new java.util.UUID(1, 2);
        WebhookDispatcherBuilder local = Dispatches.local(receiver.url());
        local.build()
                .dispatch(dispatch.asTrigger(step, "late-order", "crm.update", java.util.Map.of("priority", "HIGH")));

        Receiver.Request request = receiver.request();
        assertThat(request.header("webhook-id")).isEqualTo(step.toString());
        JsonNode body = JsonMapper.builder().build().readTree(request.body());
        assertThat(body.at("/type").asString()).isEqualTo("trigger.dispatched");
        assertThat(body.at("/data/trigger/name").asString()).isEqualTo("crm.update");
        assertThat(body.at("/data/trigger/automation").asString()).isEqualTo("late-order");
        assertThat(body.at("/data/trigger/parameters/priority").asString()).isEqualTo("HIGH");
    }

    @Test
    void bothJacksonsWriteTheSameBody() {
        send();
        WebhookDispatcher.builder(
                        new com.fasterxml.jackson.databind.ObjectMapper()::writeValueAsString,
                        Dispatches.endpoint(receiver.url()))
                .allowHttp()
                .allowNetwork("127.0.0.0/8")
                .build()
                .dispatch(dispatch);
        assertThat(receiver.requests().get(1).text())
                .isEqualTo(receiver.requests().get(0).text());
    }

    @Test
    @Tag("F56")
    void receiverCanVerify() {
        send();
        WebhookVerifier verifier =
                WebhookVerifier.of(List.of(Dispatches.SECRET)).withClock(clock);
        Receiver.Request request = receiver.request();
        assertThat(verifier.verify(request::header, request.body()))
                .isEqualTo(dispatch.event().id().toString());
    }

    @Test
    void eachAttemptHasSameIdAndItsOwnTime() {
        send();
        clock.advance(Duration.ofHours(3));
        send();

        assertThat(headers("webhook-id"))
                .containsExactly(
                        dispatch.event().id().toString(), dispatch.event().id().toString());
        Instant first = Instant.parse("2026-03-01T10:15:30Z");
        assertThat(headers("webhook-timestamp"))
                .containsExactly(
                        String.valueOf(first.getEpochSecond()),
                        String.valueOf(first.plusSeconds(10_800).getEpochSecond()));
    }

    @Test
    @Tag("F56")
    void signsWithEachSecretWhileTheyAreChanged() {
        WebhookSecret old = Dispatches.secret(1);
        WebhookSecret fresh = Dispatches.secret(2);
        WebhookEndpoint endpoint = WebhookEndpoint.of(receiver.url(), List.of(fresh, old));
        WebhookDispatcher.builder(Dispatches.JSON, endpoint)
                .allowHttp()
                .allowNetwork("127.0.0.0/8")
                .clock(clock)
                .build()
                .dispatch(dispatch);

        Receiver.Request request = receiver.request();
        assertThat(request.header("webhook-signature")).matches("v1,[A-Za-z0-9+/]{43}= v1,[A-Za-z0-9+/]{43}=");
        for (WebhookSecret known : List.of(old, fresh)) {
            WebhookVerifier verifier = WebhookVerifier.of(List.of(known)).withClock(clock);
            assertThat(verifier.verify(request::header, request.body())).isNotEmpty();
        }
        WebhookVerifier stranger =
                WebhookVerifier.of(List.of(Dispatches.secret(3))).withClock(clock);
        assertThatThrownBy(() -> stranger.verify(request::header, request.body()))
                .isInstanceOf(WebhookVerificationException.class);
    }

    @Test
    void asksForTheEndpointAtEachEvent() {
        Dispatch other = Dispatches.opening();
        WebhookDispatcher dispatcher = WebhookDispatcher.builder(
                        Dispatches.JSON,
                        each -> each.event().tenant().equals(other.event().tenant())
                                ? Dispatches.endpoint(receiver.url())
                                : null)
                .allowHttp()
                .allowNetwork("127.0.0.0/8")
                .build();
        assertThat(dispatcher.dispatch(dispatch)).isEqualTo(DeliveryResult.DELIVERED);
        assertThat(receiver.requests()).isEmpty();
        assertThat(dispatcher.dispatch(other)).isEqualTo(DeliveryResult.DELIVERED);
        assertThat(headers("webhook-id")).containsExactly(other.event().id().toString());
    }

    @Test
    void keepsPathAndQuery() {
        Dispatches.local(receiver.url("localhost", "/a%20b/ü?x=%0D%0AEvil:1&y"))
                .build()
                .dispatch(dispatch);
        assertThat(receiver.request().target()).isEqualTo("/a%20b/%C3%BC?x=%0D%0AEvil:1&y");
        assertThat(receiver.request().header("Evil")).isNull();
    }

    @Test
    void httpHasToBeAllowed() {
        WebhookDispatcher strict = WebhookDispatcher.builder(Dispatches.JSON, Dispatches.endpoint(receiver.url()))
                .allowNetwork("127.0.0.0/8")
                .build();
        assertThatThrownBy(() -> strict.dispatch(dispatch))
                .isInstanceOf(WebhookFailedException.class)
                .hasMessageContaining("not https");
        assertThat(receiver.requests()).isEmpty();
    }

    @Test
    void unwritableJsonIsTriedAgain() {
        WebhookDispatcher broken = WebhookDispatcher.builder(
                        message -> {
                            throw new IOException("no");
                        },
                        Dispatches.endpoint(receiver.url()))
                .allowHttp()
                .build();
        assertThatThrownBy(() -> broken.dispatch(dispatch))
                .isInstanceOf(WebhookFailedException.class)
                .hasMessageContaining(dispatch.event().id().toString());
    }

    @Test
    void threadsShareOneDispatcher() {
        List<Dispatch> all = Stream.generate(Dispatches::opening).limit(40).toList();
        WebhookDispatcher dispatcher = Dispatches.local(receiver.url()).build();
        CompletableFuture.allOf(all.stream()
                        .map(each -> CompletableFuture.runAsync(() -> dispatcher.dispatch(each)))
                        .toArray(CompletableFuture[]::new))
                .join();
        Set<String> sent =
                all.stream().map(each -> each.event().id().toString()).collect(Collectors.toSet());
        assertThat(headers("webhook-id")).hasSize(40).containsExactlyInAnyOrderElementsOf(sent);
    }

    @Test
    void speaksTlsToWhoProvesTheName() throws IOException {
        TestCertificate local = TestCertificate.of("localhost", folder);
        TestCertificate foreign = TestCertificate.of("receiver.example", folder);
        try (Receiver right = new Receiver(local.context());
                Receiver wrong = new Receiver(foreign.context())) {
            WebhookDispatcherBuilder trusting = Dispatches.local(right.url()).trust(local.context());
            assertThat(trusting.build().dispatch(dispatch)).isEqualTo(DeliveryResult.DELIVERED);
            assertThat(right.requests()).hasSize(1);

            WebhookDispatcher deceived =
                    Dispatches.local(wrong.url()).trust(foreign.context()).build();
            assertThatThrownBy(() -> deceived.dispatch(dispatch))
                    .isInstanceOf(WebhookFailedException.class)
                    .hasStackTraceContaining("localhost");
            WebhookDispatcher unconvinced = Dispatches.local(right.url()).build();
            assertThatThrownBy(() -> unconvinced.dispatch(dispatch))
                    .isInstanceOf(WebhookFailedException.class)
                    .hasRootCauseInstanceOf(CertPathBuilderException.class);
            assertThat(right.requests()).hasSize(1);
            assertThat(wrong.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://receiver.example/",
                "receiver.example/hook",
                "https:///hook",
                "https://user:secret@receiver.example/",
                "https://receiver.example/#top",
                "https://receiver.example:0/",
                "https://receiver.example:65536/",
                "https://receiver.example/a b",
                "https://receiver.example/\r\nEvil: 1",
                "https://m\u00fcnchen.example/"
            })
    void refusesUnusableAddress(String url) {
        assertThatThrownBy(() -> Dispatches.endpoint(url)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void showsNoSecrets() {
        WebhookEndpoint endpoint = Dispatches.endpoint("https://receiver.example:8443/token-123?key=456");
        assertThat(endpoint).hasToString("https://receiver.example:8443");
        assertThat(Dispatches.SECRET).hasToString("whsec_…");
        assertThatThrownBy(() -> WebhookSecret.parse("whsec_dG9vIHNob3J0"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("dG9v");
        assertThatThrownBy(() -> WebhookSecret.parse("whsec_?" + "A".repeat(40)))
                .hasNoCause()
                .hasMessageNotContaining("AAA");
    }

    private DeliveryResult send() {
        return Dispatches.local(receiver.url()).clock(clock).build().dispatch(dispatch);
    }

    private List<String> headers(String name) {
        return receiver.requests().stream().map(each -> each.header(name)).toList();
    }
}
