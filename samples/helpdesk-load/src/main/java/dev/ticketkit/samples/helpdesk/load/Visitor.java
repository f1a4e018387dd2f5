package dev.ticketkit.samples.helpdesk.load;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** A browser without a screen: cookies, redirects, compressed answers, one connection. */
final class Visitor {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final String address;

    private Visitor(String address) {
        this.address = address;
    }

    /**
     * What came back.
     *
     * @param text of the page
     * @param bytes that were sent
     * @param time from asking to the last byte
     */
    record Answer(String text, int bytes, Duration time) {}

    /** Somebody who has signed in by the form. */
    static Visitor signedIn(String address, String account) throws InterruptedException {
        Visitor visitor = new Visitor(address);
        Matcher token = TOKEN.matcher(visitor.get("/login").text());
        if (!token.find()) {
            throw new IllegalStateException("the form to sign in has no token");
        }
        Map<String, String> form = Map.of("username", account, "password", "demo", "_csrf", token.group(1));
        String body = form.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        visitor.send(visitor.to("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        return visitor;
    }

    /** A page, which has to be there. */
    Answer get(String path) throws InterruptedException {
        return send(to(path));
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).header("Accept-Encoding", "gzip");
    }

    private Answer send(HttpRequest.Builder request) throws InterruptedException {
        long start = System.nanoTime();
        try {
            HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            Duration time = Duration.ofNanos(System.nanoTime() - start);
            if (response.statusCode() != 200) {
                throw new IllegalStateException(response.uri() + " answers " + response.statusCode());
            }
            boolean packed = response.headers().firstValue("Content-Encoding").isPresent();
            byte[] body = response.body();
            return new Answer(packed ? unpacked(body) : new String(body, StandardCharsets.UTF_8), body.length, time);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unpacked(byte[] body) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
