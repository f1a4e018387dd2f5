package dev.ticketkit.webhook;

import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.host.Dispatch;
import dev.ticketkit.spi.host.TriggerDispatcher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts each event to a web address, signed as Standard Webhooks have it. Thread-safe; holds no connection between events.
 *
 * <ul>
 *   <li>{@link DeliveryResult#DELIVERED}: the receiver answered 2xx, or the tenant has no endpoint.
 *   <li>{@link DeliveryResult#REJECTED}: it answered 410 Gone: it wants no more. Logged as a warning with the id of the event.
 *   <li>{@link WebhookFailedException}: anything else, redirects too, to be tried again; it carries the wait the receiver asked for.
 * </ul>
 *
 * <p>The {@code webhook-id} is the id of the event, or of the trigger, and the same at each attempt; the {@code webhook-timestamp} is the time of the attempt.
 *
 * <p>An address may come from a tenant. So it is looked up once, every address found must be public or of a network that was allowed, and
 * the connection goes to what was checked. Nothing is followed, a delivery ends after the time limit whatever the receiver does, and at
 * most 64 kB are read. Proxies of the system are not used: behind one, nobody could check.
 */
public final class WebhookDispatcher implements TriggerDispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookDispatcher.class);
    private static final int GONE = 410;

    private final JsonWriter json;
    private final Function<Dispatch, @Nullable WebhookEndpoint> endpoints;
    private final boolean httpAllowed;
    private final HttpPost post;
    private final Clock clock;

    WebhookDispatcher(WebhookDispatcherBuilder from, HttpPost post) {
        this.json = from.json;
        this.endpoints = from.endpoints;
        this.httpAllowed = from.httpAllowed;
        this.clock = from.clock;
        this.post = post;
    }

    /**
     * Starts a dispatcher to one endpoint.
     *
     * @param json writes the bodies
     */
    public static WebhookDispatcherBuilder builder(JsonWriter json, WebhookEndpoint endpoint) {
        return new WebhookDispatcherBuilder(json, event -> endpoint);
    }

    /**
     * Starts a dispatcher that asks at each attempt where an event goes, so that addresses and secrets can change.
     *
     * @param json writes the bodies
     * @param endpoints the endpoint of the event's tenant, or null for none; called on delivery threads
     */
    public static WebhookDispatcherBuilder builder(
            JsonWriter json, Function<Dispatch, @Nullable WebhookEndpoint> endpoints) {
        return new WebhookDispatcherBuilder(json, endpoints);
    }

    /**
     * Posts one event and waits for the answer.
     *
     * @throws WebhookFailedException if it should be tried again
     */
    @Override
    public DeliveryResult dispatch(Dispatch dispatch) {
        WebhookEndpoint endpoint = endpoints.apply(dispatch);
        if (endpoint == null) {
            return DeliveryResult.DELIVERED;
        }
        if (!endpoint.isSecure() && !httpAllowed) {
            throw new WebhookFailedException(endpoint + " is not https: use it, or call allowHttp", 0, null);
        }
        byte[] body = body(dispatch);
        try {
            return resultOf(post.send(endpoint, headers(dispatch, endpoint, body), body), dispatch, endpoint);
        } catch (IOException e) {
            throw new WebhookFailedException("The webhook to " + endpoint + " failed: " + e.getMessage(), e);
        }
    }

    private DeliveryResult resultOf(ResponseHead answer, Dispatch dispatch, WebhookEndpoint endpoint) {
        if (answer.status() >= 200 && answer.status() <= 299) {
            return DeliveryResult.DELIVERED;
        }
        if (answer.status() == GONE) {
            LOG.warn(
                    "No webhook for event {}: {} answered 410 Gone",
                    dispatch.event().id(),
                    endpoint);
            return DeliveryResult.REJECTED;
        }
        String hint = answer.status() / 100 == 3 ? "; redirects are not followed, give the final address" : "";
        throw new WebhookFailedException(
                "The webhook to " + endpoint + " was answered with status " + answer.status() + hint,
                answer.status(),
                RetryAfter.parse(answer.retryAfter(), clock));
    }

    private String headers(Dispatch dispatch, WebhookEndpoint endpoint, byte[] body) {
        String id = dispatch.id().toString();
        String timestamp = String.valueOf(clock.instant().getEpochSecond());
        byte[] content = SignedContent.of(id, timestamp, body);
        String signatures =
                endpoint.secrets().stream().map(secret -> secret.sign(content)).collect(Collectors.joining(" "));
        return "User-Agent: Ticketkit\r\nContent-Type: application/json\r\n" + SignedContent.ID + ": " + id + "\r\n"
                + SignedContent.TIMESTAMP + ": " + timestamp + "\r\n" + SignedContent.SIGNATURE + ": " + signatures
                + "\r\n";
    }

    // The writer is the host's: whatever it throws, the event is to be tried again.
    private byte[] body(Dispatch dispatch) {
        try {
            return json.write(WebhookMessage.of(dispatch)).getBytes(StandardCharsets.UTF_8);
        } catch (Exception e) {
            throw new WebhookFailedException(
                    "The JSON of event " + dispatch.event().id() + " could not be written, see the cause", e);
        }
    }
}
