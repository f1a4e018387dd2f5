package dev.ticketkit.spring.leak;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** What applications send to: a mail server and a receiver of webhooks. They stay when an application goes. */
final class Receivers implements AutoCloseable {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private final ServerSocket mail = new ServerSocket(0, 50, HERE);
    private final HttpServer web = HttpServer.create(new InetSocketAddress(HERE, 0), 0);
    private final AtomicInteger received = new AtomicInteger();

    Receivers() throws IOException {
        web.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
            received.incrementAndGet();
        });
        web.start();
        Thread thread = new Thread(this::serve, "receiver-of-mail");
        thread.setDaemon(true);
        thread.start();
    }

    int mailPort() {
        return mail.getLocalPort();
    }

    int webPort() {
        return web.getAddress().getPort();
    }

    /** How much has come since the last question. */
    int received() {
        return received.getAndSet(0);
    }

    private void serve() {
        try {
            while (true) {
                Socket socket = mail.accept();
                try (socket) {
                    talk(socket);
                }
            }
        } catch (IOException closed) {
            if (!mail.isClosed()) {
                throw new UncheckedIOException(closed);
            }
        }
    }

    private void talk(Socket socket) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        say(socket, "220 here");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals("DATA")) {
                say(socket, "354 go on");
                while (!".".equals(line)) {
                    line = in.readLine();
                }
                received.incrementAndGet();
            }
            if (line.equals("QUIT")) {
                return;
            }
            say(socket, "250 ok");
        }
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        mail.close();
        web.stop(0);
    }
}
