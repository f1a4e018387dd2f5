package dev.ticketkit.mail;

import dev.ticketkit.spi.host.Notification;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
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
    int mailsPerConnection = 100;
    Duration idleTimeout = Duration.ofSeconds(10);
    Function<Notification, String> subject = MailNotifierBuilder::referenceAndTitle;
    final OwnHeaders headers = new OwnHeaders();

    @Nullable Mailbox replyTo;

    Clock clock = Clock.systemUTC();
    private @Nullable Mailbox from;
    private @Nullable Later later;

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
        from = ascii(address, name, "sender");
        return this;
    }

    /**
     * Where answers go; without it, to the sender.
     *
     * @param address one address
     * @param name the name to show, or null
     * @throws IllegalArgumentException if it is not one address
     */
    public MailNotifierBuilder replyTo(String address, @Nullable String name) {
        replyTo = ascii(address, name, "address for answers");
        return this;
    }

    /**
     * Adds a header to every mail, such as {@code X-Desk} or {@code List-Id}; the last one of a name counts. Controls in the value become
     * blanks, letters beyond ASCII are encoded.
     *
     * @throws IllegalArgumentException for a name that is no plain word, for one that the mailer writes itself, such as {@code To} or
     *     {@code Content-Type}, and for a value of more than 900 characters
     */
    public MailNotifierBuilder header(String name, String value) {
        headers.add(name, value);
        return this;
    }

    /**
     * Gives each mail headers of its own, by name, after those of {@link #header}; under the same rules. What they break fails the
     * delivery, which is tried again. Called on the delivery thread.
     */
    public MailNotifierBuilder headers(Function<Notification, Map<String, String>> value) {
        headers.each(Objects.requireNonNull(value, "value"));
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

    /** How many mails go over one connection; 100 by default, 1 to 10,000. With 1 each mail has its own. */
    public MailNotifierBuilder mailsPerConnection(int value) {
        if (value < 1 || value > 10_000) {
            throw new IllegalArgumentException("a connection carries 1 to 10,000 mails, not " + value);
        }
        mailsPerConnection = value;
        return this;
    }

    /** How long a connection may wait for its next mail; 10 seconds by default, between 1 ms and 10 minutes. */
    public MailNotifierBuilder idleTimeout(Duration value) {
        idleTimeout = finite(value);
        return this;
    }

    /** For tests: runs what is to be done after the idle timeout. */
    MailNotifierBuilder later(Later value) {
        later = value;
        return this;
    }

    Later later() {
        return later == null ? new TimerThread(idleTimeout) : later;
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
        return new MailNotifier(new SmtpServer(this), new NotificationMails(from, this));
    }

    /** Each mail names it: in another script, only servers that take SMTPUTF8 could pass any mail on. */
    private static Mailbox ascii(String address, @Nullable String name, String what) {
        Mailbox read = Mailbox.of(address, name);
        if (read == null || read.isInternational()) {
            throw new IllegalArgumentException("the " + what + " is not one address such as desk@example.org");
        }
        return read;
    }

    private static String referenceAndTitle(Notification notification) {
        return "[" + notification.ticket().reference() + "] "
                + notification.ticket().title();
    }

    private static Duration finite(Duration value) {
        if (value.compareTo(Duration.ofMillis(1)) < 0 || value.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a timeout lies between 1 ms and 10 minutes, not " + value);
        }
        return value;
    }
}
