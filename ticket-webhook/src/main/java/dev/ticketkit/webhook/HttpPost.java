package dev.ticketkit.webhook;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One POST over one connection of its own, to an address that was checked: no proxy, no redirect, no connection kept. Why not a client of
 * the JDK: see the decision on webhooks.
 */
final class HttpPost {
    private static final int MOST_READ = 64 * 1024;
    private static final int REST_MILLIS = 1_000;
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(5);

    private final CheckedAddresses addresses;
    private final SSLSocketFactory tls;
    private final Duration limit;
    private final TimerThread timer = new TimerThread();

    HttpPost(CheckedAddresses addresses, SSLSocketFactory tls, Duration limit) {
        this.addresses = addresses;
        this.tls = tls;
        this.limit = limit;
    }

    ResponseHead send(WebhookEndpoint to, String headers, byte[] body) throws IOException {
        Deadline deadline = new Deadline(limit);
        List<InetAddress> checked = addresses.of(to.host(), deadline);
        // Closed bare, without the goodbye of TLS, which may wait for the other side.
        try (Socket socket = connect(checked, to.port(), deadline)) {
            return deadline.watch(
                    socket, timer, () -> talk(to.isSecure() ? secured(socket, to) : socket, to, headers, body));
        }
    }

    private static ResponseHead talk(Socket socket, WebhookEndpoint to, String headers, byte[] body)
            throws IOException {
        String head = "POST " + to.target() + " HTTP/1.1\r\nHost: " + to.authority() + "\r\nContent-Length: "
                + body.length + "\r\nConnection: close\r\n" + headers + "\r\n";
        OutputStream out = socket.getOutputStream();
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
        InputStream in = new BufferedInputStream(new BoundedInput(socket.getInputStream(), MOST_READ));
        ResponseHead answer = ResponseHead.read(in);
        readRest(socket, in);
        return answer;
    }

    /** Out of courtesy: who is cut off while writing logs an error. The answer is known, so nothing here changes it. */
    private static void readRest(Socket socket, InputStream in) {
        try {
            socket.setSoTimeout(REST_MILLIS);
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException endOfAnswer) {
            return;
        }
    }

    private static Socket connect(List<InetAddress> candidates, int port, Deadline deadline) throws IOException {
        ConnectException none = new ConnectException("no address of the host could be connected to");
        for (InetAddress each : candidates) {
            Socket socket = new Socket(java.net.Proxy.NO_PROXY);
            try {
                Duration left = deadline.left();
                Duration patience = left.compareTo(LONGEST_CONNECT) < 0 ? left : LONGEST_CONNECT;
                socket.connect(new InetSocketAddress(each, port), Math.toIntExact(patience.toMillis()));
                return socket;
            } catch (IOException e) {
                socket.close();
                none.addSuppressed(e);
            }
        }
        throw none;
    }

    private Socket secured(Socket socket, WebhookEndpoint to) throws IOException {
        SSLSocket secured = (SSLSocket) tls.createSocket(socket, to.host(), to.port(), true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }
}
