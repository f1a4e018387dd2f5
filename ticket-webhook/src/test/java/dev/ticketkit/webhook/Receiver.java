package dev.ticketkit.webhook;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;

/** A real HTTP server that answers as told and remembers what it got. */
final class Receiver implements AutoCloseable {
    private final HttpServer server;
    private final String scheme;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile Answer answer = exchange -> exchange.sendResponseHeaders(204, -1);

    Receiver() throws IOException {
        server = HttpServer.create(anyPort(), 0);
        scheme = "http";
        start();
    }

    Receiver(SSLContext tls) throws IOException {
        HttpsServer secured = HttpsServer.create(anyPort(), 0);
        secured.setHttpsConfigurator(new HttpsConfigurator(tls));
        server = secured;
        scheme = "https";
        start();
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private void start() {
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(new Request(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders(),
                    body));
            try (exchange) {
                answer.give(exchange);
            }
        });
        server.start();
    }

    Receiver answer(Answer value) {
        answer = value;
        return this;
    }

    Receiver answer(int status, String... headers) {
        return answer(exchange -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            exchange.sendResponseHeaders(status, -1);
        });
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return url("localhost", "/hook");
    }

    String url(String host, String target) {
        return scheme + "://" + host + ":" + port() + target;
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    Request request() {
        return requests.get(0);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    @FunctionalInterface
    interface Answer {
        void give(HttpExchange exchange) throws IOException;
    }

    record Request(String method, String target, Headers headers, String text) {
        String header(String name) {
            return headers.getFirst(name);
        }

        byte[] body() {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }
}
