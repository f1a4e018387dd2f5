package dev.ticketkit.webhook;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The end of one delivery. Timeouts of sockets count each read anew and no write at all; this counts everything, once. */
final class Deadline {
    private static final Logger LOG = LoggerFactory.getLogger(Deadline.class);

    private final Duration limit;
    private final long end;

    Deadline(Duration limit) {
        this.limit = limit;
        this.end = System.nanoTime() + limit.toNanos();
    }

    /** What is left, at least a millisecond. */
    Duration left() throws SocketTimeoutException {
        long nanos = end - System.nanoTime();
        if (nanos <= 0) {
            throw exceeded();
        }
        return Duration.ofNanos(Math.max(nanos, TimeUnit.MILLISECONDS.toNanos(1)));
    }

    SocketTimeoutException exceeded() {
        return new SocketTimeoutException("no answer within " + limit);
    }

    /** Runs a conversation; when time is up, the socket is closed under it, which ends any read, write or handshake. */
    <T> T watch(Socket socket, TimerThread timer, Conversation<T> conversation) throws IOException {
        AtomicBoolean late = new AtomicBoolean();
        Future<?> closing = timer.after(left(), () -> {
            late.set(true);
            closeNow(socket);
        });
        try {
            return conversation.run();
        } catch (IOException e) {
            if (late.get()) {
                SocketTimeoutException exceeded = exceeded();
                exceeded.addSuppressed(e);
                throw exceeded;
            }
            throw e;
        } finally {
            closing.cancel(false);
        }
    }

    private static void closeNow(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("A connection could not be closed at its time limit", e);
        }
    }

    /** What is said over a socket. */
    @FunctionalInterface
    interface Conversation<T> {
        T run() throws IOException;
    }
}
