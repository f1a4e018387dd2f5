package dev.ticketkit.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.testkit.SettableClock;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("B4")
@Tag("F55")
class WebhookAnswersTest {
    private static final Duration SHORT = Duration.ofMillis(100);

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 299})
    void successIsDelivered(int status) throws IOException {
        try (Receiver receiver = new Receiver().answer(status)) {
            assertThat(send(receiver.url())).isEqualTo(DeliveryResult.DELIVERED);
        }
    }

    @Test
    void goneIsRejected() throws IOException {
        try (Receiver receiver = new Receiver().answer(410, "Retry-After", "5")) {
            assertThat(send(receiver.url())).isEqualTo(DeliveryResult.REJECTED);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {304, 400, 401, 404, 408, 409, 429, 500, 502, 503, 504, 599})
    void otherStatusIsTriedAgain(int status) throws IOException {
        try (Receiver receiver = new Receiver().answer(status)) {
            WebhookFailedException failure = failure(receiver.url());
            assertThat(failure.status()).isEqualTo(status);
            assertThat(failure.retryAfter()).isNull();
            assertThat(failure).hasMessageContaining(String.valueOf(status)).hasMessageNotContaining("hook/");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirectIsNotFollowed(int status) throws IOException {
        try (Receiver target = new Receiver();
                Receiver receiver = new Receiver().answer(status, "Location", target.url())) {
            assertThat(failure(receiver.url())).hasMessageContaining("redirects are not followed");
            assertThat(receiver.requests()).hasSize(1);
            assertThat(target.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, PT0S",
        "120, PT2M",
        "86401, PT24H",
        "99999999999999999999, PT24H",
        "'Sun, 01 Mar 2026 10:17:00 GMT', PT1M30S",
        "'Sun, 01 Mar 2026 09:00:00 GMT', PT0S",
        "'Fri, 01 Jan 2100 00:00:00 GMT', PT24H",
        "soon,",
        "-5,",
        "1.5,",
        "'Sunday, 01-Mar-26 10:17:00 GMT',"
    })
    void carriesTheWaitTheReceiverAsksFor(String header, Duration wait) throws IOException {
        try (Receiver receiver = new Receiver().answer(503, "Retry-After", header)) {
            assertThat(failure(receiver.url()).retryAfter()).isEqualTo(wait);
        }
    }

    @Test
    void interimAnswersAreSkipped() throws IOException {
        String answer =
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nRetry-After: 9\r\n\r\nHTTP/1.0 500\n\n";
        try (RawServer server = RawServer.saying(answer)) {
            WebhookFailedException failure = failure(server.url());
            assertThat(failure.status()).isEqualTo(500);
            assertThat(failure.retryAfter()).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r\n\r\n",
                "SSH-2.0-OpenSSH_9.2\r\n",
                "HTTP/2 200\r\n\r\n",
                "HTTP/1.1 20\r\n\r\n",
                "HTTP/1.1 2000 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nX: 1\r\n",
                "HTTP/1.1 101 Switching Protocols\r\n\r\n"
            })
    void whatIsNoAnswerIsTriedAgain(String answer) throws IOException {
        try (RawServer server = RawServer.saying(answer)) {
            assertThatThrownBy(() -> send(server.url())).isInstanceOf(WebhookFailedException.class);
        }
    }

    @Test
    void endlessHeadersAreCutOff() throws IOException {
        try (RawServer server = RawServer.repeating("HTTP/1.1 200 OK\r\n", "X: y\r\n")) {
            assertThat(failure(server.url())).hasMessageContaining("too long");
        }
    }

    @Test
    void endlessInterimAnswersAreCutOff() throws IOException {
        try (RawServer server = RawServer.repeating("", "HTTP/1.1 102 Processing\r\n\r\n")) {
            assertThat(failure(server.url())).hasMessageContaining("too long");
        }
    }

    @Test
    void endlessBodyIsNotReadOn() throws Exception {
        try (RawServer server = RawServer.repeating("HTTP/1.1 200 OK\r\n\r\n", "x".repeat(1024))) {
            assertThat(send(server.url())).isEqualTo(DeliveryResult.DELIVERED);
            server.awaitCutOff();
        }
    }

    @Test
    void slowBodyDoesNotUndoTheAnswer() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        try (Receiver receiver = new Receiver().answer(exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().flush();
            awaitQuietly(never);
        })) {
            assertThat(send(receiver.url())).isEqualTo(DeliveryResult.DELIVERED);
            never.countDown();
        }
    }

    @Test
    void silentReceiverIsLeftAtTheTimeLimit() throws IOException {
        try (RawServer server = new RawServer(socket -> {})) {
            assertThat(failure(server.url(), SHORT)).hasCauseInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void receiverThatNeverShakesHandsIsLeftAtTheTimeLimit() throws IOException {
        try (RawServer server = new RawServer(socket -> {})) {
            assertThat(failure("https://localhost:" + server.port() + "/", SHORT))
                    .hasCauseInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void receiverThatDoesNotReadIsLeftAtTheTimeLimit() throws IOException {
        String large = "x".repeat(64 << 20);
        try (RawServer server = new RawServer(socket -> {})) {
            WebhookDispatcher dispatcher = WebhookDispatcher.builder(
                            message -> large, Dispatches.endpoint(server.url()))
                    .allowHttp()
                    .allowNetwork("127.0.0.0/8")
                    .timeLimit(Duration.ofSeconds(1))
                    .build();
            assertThatThrownBy(() -> dispatcher.dispatch(Dispatches.opening()))
                    .isInstanceOf(WebhookFailedException.class)
                    .hasCauseInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void absentReceiverIsTriedAgain() throws IOException {
        RawServer server = new RawServer(socket -> {});
        server.close();
        assertThat(failure(server.url())).hasCauseInstanceOf(java.net.ConnectException.class);
    }

    private static DeliveryResult send(String url) {
        return Dispatches.local(url)
                .clock(SettableClock.at("2026-03-01T10:15:30Z"))
                .build()
                .dispatch(Dispatches.opening());
    }

    private static WebhookFailedException failure(String url) {
        return catchThrowableOfType(WebhookFailedException.class, () -> send(url));
    }

    private static WebhookFailedException failure(String url, Duration limit) {
        WebhookDispatcher dispatcher = Dispatches.local(url).timeLimit(limit).build();
        return catchThrowableOfType(WebhookFailedException.class, () -> dispatcher.dispatch(Dispatches.opening()));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
