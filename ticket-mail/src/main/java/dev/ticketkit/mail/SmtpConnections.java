package dev.ticketkit.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connections to one server. Each is used by one thread at a time, for many mails, and closed when it has carried so many or was not used
 * for a while. One that waited is asked whether it still stands, which also forgets what was said of a mail before. Thread-safe.
 */
final class SmtpConnections implements AutoCloseable {
    /** Opens a connection and logs in. */
    @FunctionalInterface
    interface Opener {
        SMTPTransport open(Session session) throws MessagingException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(SmtpConnections.class);

    private final Session session;
    private final Opener opener;
    private final int mailsEach;
    private final Duration idleTimeout;
    private final Clock clock;
    private final Later later;

    private final Deque<Connection> idle = new ArrayDeque<>();
    private boolean closingLater;
    private boolean closed;

    SmtpConnections(Session session, Opener opener, MailNotifierBuilder from) {
        this.session = session;
        this.opener = opener;
        this.mailsEach = from.mailsPerConnection;
        this.idleTimeout = from.idleTimeout;
        this.clock = from.clock;
        this.later = from.later();
    }

    /** One connection, and what it has carried. */
    static final class Connection {
        final SMTPTransport transport;
        private int mails;
        private Instant since = Instant.MIN;

        Connection(SMTPTransport transport) {
            this.transport = transport;
        }
    }

    Session session() {
        return session;
    }

    /** One that stands; to be given back or closed. */
    Connection take() throws MessagingException {
        for (Connection waiting = poll(); waiting != null; waiting = poll()) {
            if (waiting.transport.isConnected()) {
                return waiting;
            }
            close(waiting);
        }
        return new Connection(opener.open(session));
    }

    private synchronized @Nullable Connection poll() {
        return idle.pollLast();
    }

    /** After a mail, whatever the server said of it. */
    void giveBack(Connection connection) {
        connection.mails++;
        if (connection.mails >= mailsEach || !keeps(connection)) {
            close(connection);
        }
    }

    private synchronized boolean keeps(Connection connection) {
        if (closed) {
            return false;
        }
        connection.since = clock.instant();
        idle.addLast(connection);
        closeLater();
        return true;
    }

    private synchronized void closeLater() {
        if (!closingLater && !idle.isEmpty()) {
            closingLater = true;
            later.execute(this::closeUnused);
        }
    }

    private void closeUnused() {
        unused().forEach(this::close);
    }

    private synchronized List<Connection> unused() {
        Instant before = clock.instant().minus(idleTimeout);
        List<Connection> unused =
                idle.stream().filter(each -> !each.since.isAfter(before)).toList();
        idle.removeAll(unused);
        closingLater = false;
        closeLater();
        return unused;
    }

    /** The server has answered for the mail by now: a goodbye that fails must not send it again. */
    void close(Connection connection) {
        try {
            connection.transport.close();
        } catch (MessagingException e) {
            LOG.debug("A mail server did not close its connection properly", e);
        }
    }

    /** Closes those that wait; those in use are closed after their mail. */
    @Override
    public void close() {
        List<Connection> waiting;
        synchronized (this) {
            closed = true;
            waiting = new ArrayList<>(idle);
            idle.clear();
        }
        later.close();
        waiting.forEach(this::close);
    }
}
