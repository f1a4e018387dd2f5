package dev.ticketkit.mail;

import dev.ticketkit.spi.host.Notification;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Builds a {@link MailNotifier}. A sender is required; all else has a default. Not thread-safe. */
public final class MailNotifierBuilder {
    private static final Duration LONGEST = Duration.ofMinutes(10);

    final String host;
    int port;
    MailTls tls = MailTls.STARTTLS;

    @Nullable SSLContext trust;

    @Nullable String user;

    @Nullable String password;

    Duration connectTimeout = Duration.ofSeconds(10);
    Duration readTimeout = Duration.ofSeconds(30);
    Duration writeTimeout = Duration.ofSeconds(30);
    private @Nullable Mailbox from;
    private Function<Notification, String> subject = MailNotifierBuilder::referenceAndTitle;
    private Clock clock = Clock.systemUTC();

    MailNotifierBuilder(String host) {
        if (host.isBlank()) {
            throw new IllegalArgumentException("the mail server has no name: give the host, such as smtp.example.org");
        }
        this.host = host;
    }

    /** The server's port; without one, the usual one of the TLS mode. */
    public MailNotifierBuilder port(int value) {
        if (value < 1 || value > 65_535) {
            throw new IllegalArgumentException("port " + value + " is not between 1 and 65535");
        }
        port = value;
        return this;
    }

    /** How the connection is protected; {@link MailTls#STARTTLS} by default. */
    public MailNotifierBuilder tls(MailTls mode) {
        tls = Objects.requireNonNull(mode, "mode");
        return this;
    }

    /** Whom to trust instead of the authorities of the Java platform. The server's name is checked all the same. */
    public MailNotifierBuilder trust(SSLContext context) {
        trust = Objects.requireNonNull(context, "context");
        return this;
    }

    /** Logs in with these; needs TLS. Without them nobody logs in. */
    public MailNotifierBuilder credentials(String userName, String secret) {
        user = Objects.requireNonNull(userName, "userName");
        password = Objects.requireNonNull(secret, "secret");
        return this;
    }

    /**
     * The sender.
     *
     * @param address one address; its domain also ends the names of the mails
     * @param name the name to show, or null
     * @throws IllegalArgumentException if it is not one address
     */
    public MailNotifierBuilder from(String address, @Nullable String name) {
        from = Mailbox.of(address, name);
        if (from == null) {
            throw new IllegalArgumentException("the sender is not one address such as desk@example.org");
        }
        return this;
    }

    /**
     * Makes the subject; {@code [REFERENCE] title} by default. Controls in it become blanks, and it is cut after 600 code points. Called on
     * the delivery thread.
     */
    public MailNotifierBuilder subject(Function<Notification, String> value) {
        subject = Objects.requireNonNull(value, "value");
        return this;
    }

    /** How long to wait for the connection; 10 seconds by default, between 1 ms and 10 minutes. */
    public MailNotifierBuilder connectTimeout(Duration value) {
        connectTimeout = finite(value);
        return this;
    }

    /** How long to wait for each answer; 30 seconds by default, between 1 ms and 10 minutes. */
    public MailNotifierBuilder readTimeout(Duration value) {
        readTimeout = finite(value);
        return this;
    }

    /** How long the server may take to read on; 30 seconds by default, between 1 ms and 10 minutes. */
    public MailNotifierBuilder writeTimeout(Duration value) {
        writeTimeout = finite(value);
        return this;
    }

    /** Dates the mails; the system's clock by default. */
    public MailNotifierBuilder clock(Clock value) {
        clock = Objects.requireNonNull(value, "value");
        return this;
    }

    /**
     * The notifier. Nothing is connected yet.
     *
     * @throws IllegalStateException if the sender is missing, or credentials would travel unprotected
     */
    public MailNotifier build() {
        if (from == null) {
            throw new IllegalStateException("mails need a sender: call from(\"desk@example.org\", \"Help desk\")");
        }
        if (user != null && tls == MailTls.NONE) {
            throw new IllegalStateException("credentials would travel in the clear: use STARTTLS or IMPLICIT");
        }
        return new MailNotifier(new SmtpServer(this), new NotificationMails(from, subject, clock));
    }

    private static String referenceAndTitle(Notification notice) {
        return "[" + notice.ticket().reference() + "] " + notice.ticket().title();
    }

    private static Duration finite(Duration value) {
        if (value.compareTo(Duration.ofMillis(1)) < 0 || value.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a timeout lies between 1 ms and 10 minutes, not " + value);
        }
        return value;
    }
}
