package dev.ticketkit.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** Accepts connections and does with them what no decent HTTP server would. */
final class RawServer implements AutoCloseable {
    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final CountDownLatch cutOff = new CountDownLatch(1);
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final Thread thread;

    RawServer(Behaviour behaviour) throws IOException {
        thread = new Thread(() -> serve(behaviour), "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** Reads the request, then writes bytes and hangs up. */
    static RawServer saying(String answer) throws IOException {
        return new RawServer(socket -> {
            readRequest(socket.getInputStream());
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
            socket.close();
        });
    }

    /** Reads the request, then writes the same bytes for ever. */
    static RawServer repeating(String head, String part) throws IOException {
        return new RawServer(socket -> {
            readRequest(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            while (true) {
                out.write(part.getBytes(StandardCharsets.ISO_8859_1));
            }
        });
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Waits until the client has hung up while this was writing. */
    void awaitCutOff() throws InterruptedException {
        cutOff.await();
    }

    String url() {
        return "http://localhost:" + port() + "/";
    }

    private void serve(Behaviour behaviour) {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                if (listener.isClosed()) {
                    socket.close();
                    return;
                }
                behaviour.with(socket);
            } catch (IOException closedByOneSide) {
                cutOff.countDown();
            }
        }
    }

    /** Enough of it: the JSON of a ticket ends with three braces and holds no other such place. */
    private static void readRequest(InputStream in) throws IOException {
        int braces = 0;
        while (braces < 3) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no whole request");
            }
            braces = next == '}' ? braces + 1 : 0;
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket each : open) {
            each.close();
        }
        try {
            // Until its thread has left it, the listener takes one more connection.
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @FunctionalInterface
    interface Behaviour {
        void with(Socket socket) throws IOException;
    }
}
