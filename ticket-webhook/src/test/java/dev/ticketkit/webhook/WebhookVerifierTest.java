package dev.ticketkit.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketkit.testkit.SettableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With the vector of the Standard Webhooks libraries. */
@Tag("F56")
class WebhookVerifierTest {
    private static final WebhookSecret SECRET = WebhookSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final long SECONDS = 1_614_265_330L;
    private static final byte[] BODY = bytes("{\"test\": 2432232314}");
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static final String OTHER = "v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc=";

    private final SettableClock clock = SettableClock.at(Instant.ofEpochSecond(SECONDS));
    private final WebhookVerifier verifier = WebhookVerifier.of(List.of(SECRET)).withClock(clock);
    private final Map<String, String> headers = new HashMap<>(
            Map.of("webhook-id", ID, "webhook-timestamp", String.valueOf(SECONDS), "webhook-signature", SIGNATURE));

    @Test
    void signsThePublishedVector() {
        assertThat(SECRET.sign(SignedContent.of(ID, String.valueOf(SECONDS), BODY)))
                .isEqualTo(SIGNATURE);
    }

    @Test
    void acceptsThePublishedVector() {
        assertThat(verifier.verify(headers::get, BODY)).isEqualTo(ID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                OTHER + " v2," + "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE= " + SIGNATURE + " " + OTHER,
                "v1a,x " + SIGNATURE,
                SIGNATURE + " "
            })
    void acceptsOneFittingSignatureAmongSeveral(String signatures) {
        headers.put("webhook-signature", signatures);
        assertThat(verifier.verify(headers::get, BODY)).isEqualTo(ID);
    }

    @Test
    void acceptsAnyOfItsSecrets() {
        List<WebhookSecret> both = List.of(Dispatches.secret(9), SECRET);
        assertThat(WebhookVerifier.of(both).withClock(clock).verify(headers::get, BODY))
                .isEqualTo(ID);
    }

    @ParameterizedTest
    @CsvSource({
        "webhook-id, msg_p5jXN8AQM9LWM0D4loKWxJeK",
        "webhook-timestamp, 1614265331",
        "webhook-signature, 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OF='",
        "webhook-signature, 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE'",
        "webhook-signature, 'v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE='",
        "webhook-signature, g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        "webhook-signature, 'v1,'",
        "webhook-signature, invalid_signature",
        "webhook-signature, ''",
        "webhook-timestamp, '1614265330 '",
        "webhook-timestamp, +1614265330",
        "webhook-timestamp, 1614265330.0",
        "webhook-timestamp, ٣",
        "webhook-timestamp, 99999999999999999999",
        "webhook-id, msg.1"
    })
    void refusesTamperedHeader(String header, String value) {
        headers.put(header, value);
        refuses(BODY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhook-id", "webhook-timestamp", "webhook-signature"})
    void refusesMissingHeader(String header) {
        headers.remove(header);
        refuses(BODY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"test\": 2432232315}", "{\"test\":2432232314}", "{\"test\": 2432232314}\n", ""})
    void refusesTamperedBody(String body) {
        refuses(bytes(body));
    }

    @Test
    void refusesForeignSecret() {
        WebhookVerifier foreign =
                WebhookVerifier.of(List.of(Dispatches.secret(9))).withClock(clock);
        assertThatThrownBy(() -> foreign.verify(headers::get, BODY)).isInstanceOf(WebhookVerificationException.class);
    }

    @Test
    void partsCannotChangePlaces() {
        // The same bytes are signed: "a.1614265330." and "x", or "a" and "1614265330" and ".x" moved about.
        byte[] body = bytes("1614265330.x");
        headers.put("webhook-id", "a." + SECONDS);
        headers.put("webhook-signature", SECRET.sign(SignedContent.of("a", String.valueOf(SECONDS), body)));
        refuses(bytes("x"));
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, 300})
    void toleratesFiveMinutes(long seconds) {
        clock.advance(Duration.ofSeconds(seconds));
        assertThatCode(() -> verifier.verify(headers::get, BODY)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301, 86_400, -86_400})
    void refusesOldAndFutureRequests(long seconds) {
        clock.advance(Duration.ofSeconds(seconds));
        refuses(BODY);
    }

    @Test
    void toleranceCanBeSet() {
        clock.advance(Duration.ofSeconds(31));
        WebhookVerifier strict = verifier.withTolerance(Duration.ofSeconds(30));
        assertThatThrownBy(() -> strict.verify(headers::get, BODY)).hasMessageContaining("PT30S");
    }

    @Test
    void needsSecret() {
        assertThatThrownBy(() -> WebhookVerifier.of(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WebhookEndpoint.of("https://receiver.example/", List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void refuses(byte[] body) {
        assertThatThrownBy(() -> verifier.verify(headers::get, body)).isInstanceOf(WebhookVerificationException.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
