package dev.ticketkit.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * Speaks just enough SMTP to answer as told: to a command by its first word, to the greeting as CONNECT, to the end of the mail as a dot.
 * Offers STARTTLS when it has a certificate.
 */
final class ScriptedSmtpServer implements AutoCloseable {
    /** Answers nothing and hangs up. */
    static final String HANG_UP = "";

    /** Answers nothing and stays. */
    static final String SILENCE = "silence";

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final Thread thread = new Thread(this::serve, "scripted-smtp");
    private final SSLContext tls;

    ScriptedSmtpServer() throws IOException {
        this(null);
    }

    ScriptedSmtpServer(SSLContext tls) throws IOException {
        this.tls = tls;
        answers.putAll(Map.of(
                "CONNECT", "220 scripted",
                "EHLO", tls == null ? "250 scripted" : "250-scripted\r\n250 STARTTLS",
                "STARTTLS", "220 go on",
                "DATA", "354 go on",
                "QUIT", "221 bye"));
        thread.setDaemon(true);
        thread.start();
    }

    ScriptedSmtpServer answer(String command, String line) {
        answers.put(command, line);
        return this;
    }

    int port() {
        return listener.getLocalPort();
    }

    /** The commands so far, and whether they came through TLS. */
    List<String> heard() {
        return List.copyOf(heard);
    }

    /** The mails so far, their lines as they came. */
    List<String> mails() {
        return List.copyOf(mails);
    }

    /** How often somebody connected. */
    int connections() {
        return open.size();
    }

    private void serve() {
        try {
            while (true) {
                Socket socket = listener.accept();
                open.add(socket);
                if (listener.isClosed()) {
                    socket.close();
                    return;
                }
                talk(socket);
            }
        } catch (IOException closed) {
            if (!listener.isClosed()) {
                throw new UncheckedIOException(closed);
            }
        }
    }

    private void talk(Socket plain) {
        try (plain) {
            Socket socket = plain;
            BufferedReader in = reader(socket);
            boolean talking = say(socket, "CONNECT");
            for (String line = next(in, talking); line != null; line = next(in, talking)) {
                String command = line.split(" ", 2)[0].toUpperCase(java.util.Locale.ROOT);
                heard.add((socket instanceof SSLSocket ? "tls " : "") + line);
                talking = say(socket, command);
                if (talking && command.equals("STARTTLS")) {
                    socket = secured(socket);
                    in = reader(socket);
                } else if (talking
                        && command.equals("DATA")
                        && answers.get("DATA").startsWith("3")) {
                    readMail(in);
                    talking = say(socket, ".");
                }
            }
        } catch (IOException refusedByClient) {
            heard.add("(gone)");
        }
    }

    private static String next(BufferedReader in, boolean talking) throws IOException {
        return talking ? in.readLine() : null;
    }

    private Socket secured(Socket plain) throws IOException {
        SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket(plain, null, plain.getPort(), true);
        socket.setUseClientMode(false);
        socket.startHandshake();
        return socket;
    }

    private boolean say(Socket socket, String command) throws IOException {
        String answer = answers.getOrDefault(command, "250 ok");
        if (answer.equals(HANG_UP)) {
            return false;
        }
        if (!answer.equals(SILENCE)) {
            socket.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        }
        return true;
    }

    private void readMail(BufferedReader in) throws IOException {
        StringBuilder mail = new StringBuilder();
        String line = in.readLine();
        while (line != null && !line.equals(".")) {
            mail.append(line).append('\n');
            line = in.readLine();
        }
        mails.add(mail.toString());
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
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
}
