package dev.ticketkit.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/** The server mails are handed to. */
final class SmtpServer implements AutoCloseable {
    private static final String SMTPUTF8 = "SMTPUTF8";

    private final String host;
    private final int port;
    private final @Nullable String user;
    private final @Nullable String password;
    private final SmtpConnections connections;

    /** Apart, for those who write into them: what goes through them may be in UTF-8 everywhere, which servers behind may not take. */
    private final SmtpConnections international;

    SmtpServer(MailNotifierBuilder from) {
        host = from.host;
        port = from.port == 0 ? from.tls.port() : from.port;
        user = from.user;
        password = from.password;
        Properties plain = properties(from);
        connections = new SmtpConnections(Session.getInstance(plain), this::open, from);
        Properties utf8 = properties(from);
        utf8.put("mail.mime.allowutf8", "true");
        international = new SmtpConnections(Session.getInstance(utf8), this::open, from);
    }

    Session session(Mailbox to) {
        return connectionsFor(to).session();
    }

    /**
     * Hands a mail over.
     *
     * @throws WithoutUtf8Exception when the recipient needs what the server has not
     */
    void send(MimeMessage mail, Mailbox to) throws MessagingException {
        SmtpConnections from = connectionsFor(to);
        SmtpConnections.Connection connection = from.take();
        boolean stands = false;
        try {
            if (to.isInternational() && !connection.transport.supportsExtension(SMTPUTF8)) {
                stands = true;
                throw new WithoutUtf8Exception();
            }
            InternetAddress recipient = new InternetAddress();
            // Not read again: it is one address, and some that live are none to a parser.
            recipient.setAddress(to.address());
            connection.transport.sendMessage(mail, new Address[] {recipient});
            stands = true;
        } catch (MessagingException e) {
            // A no to this mail is none to the next one.
            stands |= SmtpAnswer.of(e).isFinal();
            throw e;
        } finally {
            if (stands) {
                from.giveBack(connection);
            } else {
                from.close(connection);
            }
        }
    }

    /** The server does not say that it takes addresses in other scripts. */
    static final class WithoutUtf8Exception extends MessagingException {
        private static final long serialVersionUID = 1L;
    }

    private SmtpConnections connectionsFor(Mailbox to) {
        return to.isInternational() ? international : connections;
    }

    private SMTPTransport open(Session session) throws MessagingException {
        SMTPTransport transport = (SMTPTransport) session.getTransport("smtp");
        transport.connect(host, port, user, password);
        return transport;
    }

    @Override
    public void close() {
        connections.close();
        international.close();
    }

    private static Properties properties(MailNotifierBuilder from) {
        Properties set = new Properties();
        set.put("mail.smtp.auth", String.valueOf(from.user != null));
        set.put("mail.smtp.starttls.enable", String.valueOf(from.tls == MailTls.STARTTLS));
        set.put("mail.smtp.starttls.required", String.valueOf(from.tls == MailTls.STARTTLS));
        set.put("mail.smtp.ssl.enable", String.valueOf(from.tls == MailTls.IMPLICIT));
        set.put("mail.smtp.ssl.checkserveridentity", "true");
        if (from.trust != null) {
            set.put("mail.smtp.ssl.socketFactory", from.trust.getSocketFactory());
            // Without a socket of the factory there is none, not one that trusts others.
            set.put("mail.smtp.ssl.socketFactory.fallback", "false");
        }
        // Forgets a mail that was refused half way, when it asks whether the connection stands.
        set.put("mail.smtp.userset", "true");
        // The mail is taken over before the goodbye: waiting for its answer only holds a thread.
        set.put("mail.smtp.quitwait", "false");
        set.put("mail.smtp.connectiontimeout", String.valueOf(from.connectTimeout.toMillis()));
        set.put("mail.smtp.timeout", String.valueOf(from.readTimeout.toMillis()));
        set.put("mail.smtp.writetimeout", String.valueOf(from.writeTimeout.toMillis()));
        return set;
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
