package dev.ticketkit.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server mails are handed to: a connection of its own for each mail, so threads share nothing. */
final class SmtpServer {
    private static final Logger LOG = LoggerFactory.getLogger(SmtpServer.class);

    private final String host;
    private final int port;
    private final @Nullable String user;
    private final @Nullable String password;
    private final Session session;

    SmtpServer(MailNotifierBuilder from) {
        host = from.host;
        port = from.port == 0 ? from.tls.port() : from.port;
        user = from.user;
        password = from.password;
        session = Session.getInstance(properties(from));
    }

    Session session() {
        return session;
    }

    void send(MimeMessage mail, String address) throws MessagingException {
        Transport transport = session.getTransport("smtp");
        try {
            transport.connect(host, port, user, password);
            transport.sendMessage(mail, new Address[] {new InternetAddress(address)});
        } finally {
            close(transport);
        }
    }

    /** The server has answered for the mail by now: a goodbye that fails must not send it again. */
    private void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debug("The mail server {} did not close the connection properly", this, e);
        }
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
