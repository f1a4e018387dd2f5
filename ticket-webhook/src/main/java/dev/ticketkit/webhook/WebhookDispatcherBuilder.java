package dev.ticketkit.webhook;

import dev.ticketkit.spi.host.Dispatch;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Builds a {@link WebhookDispatcher}; everything has a safe default. Not thread-safe. */
public final class WebhookDispatcherBuilder {
    private static final Duration LONGEST = Duration.ofMinutes(1);

    final JsonWriter json;
    final Function<Dispatch, @Nullable WebhookEndpoint> endpoints;
    boolean httpAllowed;
    Clock clock = Clock.systemUTC();
    private final List<NetworkRange> allowed = new ArrayList<>();
    private NameService names = InetAddress::getAllByName;
    private Duration timeLimit = Duration.ofSeconds(20);
    private @Nullable SSLContext trust;

    WebhookDispatcherBuilder(JsonWriter json, Function<Dispatch, @Nullable WebhookEndpoint> endpoints) {
        this.json = Objects.requireNonNull(json, "json");
        this.endpoints = Objects.requireNonNull(endpoints, "endpoints");
    }

    /**
     * Lets webhooks go to a network that is not public, the host's own for one. May be called several times.
     *
     * @param network such as {@code 10.1.0.0/16} or {@code fd00::/8}
     * @throws IllegalArgumentException if it is not a network
     */
    public WebhookDispatcherBuilder allowNetwork(String network) {
        allowed.add(NetworkRange.parse(network));
        return this;
    }

    /** Lets webhooks go over {@code http}, readable to all on the way. */
    public WebhookDispatcherBuilder allowHttp() {
        httpAllowed = true;
        return this;
    }

    /** Whom to trust instead of the authorities of the Java platform. The receiver's name is checked all the same. */
    public WebhookDispatcherBuilder trust(SSLContext context) {
        trust = Objects.requireNonNull(context, "context");
        return this;
    }

    /** How long one delivery may take from looking the host up to the answer; 20 seconds by default, 1 ms to 1 minute. */
    public WebhookDispatcherBuilder timeLimit(Duration value) {
        if (value.compareTo(Duration.ofMillis(1)) < 0 || value.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("the time limit lies between 1 ms and 1 minute, not " + value);
        }
        timeLimit = value;
        return this;
    }

    /** Dates the signatures and reads dates of receivers; the system's clock by default. */
    public WebhookDispatcherBuilder clock(Clock value) {
        clock = Objects.requireNonNull(value, "value");
        return this;
    }

    WebhookDispatcherBuilder names(NameService value) {
        names = value;
        return this;
    }

    /** The dispatcher. Nothing is looked up or connected yet. */
    public WebhookDispatcher build() {
        SSLSocketFactory tls =
                trust == null ? (SSLSocketFactory) SSLSocketFactory.getDefault() : trust.getSocketFactory();
        return new WebhookDispatcher(this, new HttpPost(new CheckedAddresses(names, allowed), tls, timeLimit));
    }
}
