package dev.ticketkit.webhook;

import java.net.URI;
import java.util.List;
import java.util.Locale;

/** Where webhooks go, and the secrets they are signed with. Immutable; shows no more than scheme, host and port. */
public final class WebhookEndpoint {
    private final URI url;
    private final List<WebhookSecret> secrets;

    private WebhookEndpoint(URI url, List<WebhookSecret> secrets) {
        this.url = url;
        this.secrets = secrets;
    }

    /**
     * An endpoint.
     *
     * @param url an {@code https} address without user and fragment; {@code http} must be allowed at the dispatcher too
     * @param secrets one, or several while they are being changed: each signs
     * @throws IllegalArgumentException if the address cannot be used or there is no secret
     */
    public static WebhookEndpoint of(String url, List<WebhookSecret> secrets) {
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("a webhook needs a secret to be signed with");
        }
        return new WebhookEndpoint(checked(URI.create(URI.create(url).toASCIIString())), List.copyOf(secrets));
    }

    List<WebhookSecret> secrets() {
        return secrets;
    }

    boolean isSecure() {
        return "https".equals(scheme(url));
    }

    /** Without the brackets of IPv6. */
    String host() {
        String host = url.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    int port() {
        return url.getPort() > 0 ? url.getPort() : isSecure() ? 443 : 80;
    }

    /** As the Host header has it. */
    String authority() {
        return url.getPort() > 0 ? url.getHost() + ":" + url.getPort() : url.getHost();
    }

    /** Path and query, as the request line has them. */
    String target() {
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }

    private static URI checked(URI url) {
        if (!"https".equals(scheme(url)) && !"http".equals(scheme(url))) {
            throw new IllegalArgumentException("a webhook address starts with https://");
        }
        if (url.getHost() == null || url.getPort() == 0 || url.getPort() > 65_535) {
            throw new IllegalArgumentException(
                    "the webhook address has no usable host and port: write other scripts as xn--…, IPv4 as 192.0.2.1");
        }
        if (url.getRawUserInfo() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException("a webhook address has no user, password or fragment");
        }
        return url;
    }

    private static String scheme(URI url) {
        return url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    }

    /** Without path and query, which often hold a secret. */
    @Override
    public String toString() {
        return scheme(url) + "://" + authority();
    }
}
