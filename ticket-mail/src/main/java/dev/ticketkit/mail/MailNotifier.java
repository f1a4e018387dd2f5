package dev.ticketkit.mail;

import dev.ticketkit.spi.host.DeliveryException;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.host.Notification;
import dev.ticketkit.spi.host.Notifier;
import dev.ticketkit.spi.model.ActorKind;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends each notification as a mail with a text and an HTML part, many of them over one connection. Thread-safe. Close it with the
 * application: a connection that is not used is closed by itself after a while, one that is used after its mail.
 *
 * <ul>
 *   <li>{@link DeliveryResult#DELIVERED}: the server has taken the mail over. What becomes of it then, bounces for one, is not known here.
 *   <li>{@link DeliveryResult#SKIPPED}: the operator's address is the sender's own. The desk would write to itself.
 *   <li>{@link DeliveryException#rejected}: the recipient has no address or not exactly one, or one with letters beyond ASCII before the
 *       at and the server takes no SMTPUTF8; a contact has the sender's own; the notification has a template of the host and no
 *       text, or the server answered to recipient or content with a permanent code (5xx). Logged as a warning with the id of the event.
 *   <li>{@link MailNotSentException}: anything else, to be tried again.
 * </ul>
 *
 * <p>The same notification has the same {@code Message-ID} at each attempt, so a mail that was sent twice is recognised; mails about one ticket
 * form a thread. All of them say {@code Auto-Submitted: auto-generated} and {@code X-Auto-Response-Suppress}, so that absence notes do not answer.
 *
 * <p>A domain in another script is encoded as IDNA 2008 has it: {@code straße} is not {@code strasse}. One with joiners is refused, for
 * where they may stand is not known here; written in ASCII ({@code xn--}) it is taken. An address that no rule allows but
 * that lives somewhere ({@code a..b@docomo.example}, blanks around it, a final dot) is sent to; the server says whether it exists.
 *
 * <p>Nothing a person wrote can add a header or a recipient: controls in subject and names become blanks, and the mail goes to the one
 * address that was read, whatever its headers show.
 */
public final class MailNotifier implements Notifier, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MailNotifier.class);

    private final SmtpServer server;
    private final NotificationMails mails;

    MailNotifier(SmtpServer server, NotificationMails mails) {
        this.server = server;
        this.mails = mails;
    }

    /**
     * Starts a notifier.
     *
     * @param host the name of the mail server, as its certificate has it
     */
    public static MailNotifierBuilder builder(String host) {
        return new MailNotifierBuilder(host);
    }

    /**
     * Hands one mail to the server and waits for its answer.
     *
     * @throws MailNotSentException if it should be tried again
     * @throws DeliveryException if it can never be sent, with the reason
     */
    @Override
    public DeliveryResult notify(Notification notification) {
        Mailbox to = Mailbox.of(
                notification.recipient().email(), notification.recipient().name());
        if (to == null) {
            throw rejected(notification, "the " + notification.recipient().kind() + " has no valid e-mail address");
        }
        if (notification.text().isBlank()) {
            throw rejected(notification, "it has no text, and the mailer has no templates; give the step a text");
        }
        return to.isSameAddress(mails.from()) ? toItself(notification) : send(notification, to);
    }

    private DeliveryResult send(Notification notification, Mailbox to) {
        try {
            MimeMessage mail = mails.write(server.session(to), notification, to);
            server.send(mail, to);
            return DeliveryResult.DELIVERED;
        } catch (SmtpServer.WithoutUtf8Exception e) {
            throw rejected(
                    notification,
                    "the " + notification.recipient().kind() + "'s address has letters beyond ASCII before the @, and "
                            + server + " does not offer SMTPUTF8; use another address, or a server that does");
        } catch (MessagingException e) {
            throw problem(notification, e);
        }
    }

    /** A mailbox that the desk reads would open a ticket for each mail, and so on for ever. */
    private static DeliveryResult toItself(Notification notification) {
        if (notification.recipient().kind() != ActorKind.OPERATOR) {
            throw rejected(
                    notification, "the " + notification.recipient().kind() + "'s e-mail address is the sender's own");
        }
        LOG.debug(
                "No mail for event {}: the operator's address is the sender's own",
                notification.event().id());
        return DeliveryResult.SKIPPED;
    }

    /** Closes the connections that are not in use. Mails may still be sent, each over a connection of its own. */
    @Override
    public void close() {
        server.close();
    }

    private static DeliveryException rejected(Notification notification, String reason) {
        LOG.warn("No mail for event {}: {}", notification.event().id(), reason);
        return DeliveryException.rejected(reason);
    }

    private RuntimeException problem(Notification notification, MessagingException failure) {
        SmtpAnswer answer = SmtpAnswer.of(failure);
        if (answer.isFinal()) {
            return rejected(notification, server + " refused it for good, SMTP code " + answer.code());
        }
        String said = answer.code() == 0 ? "see the cause" : "SMTP code " + answer.code();
        return new MailNotSentException("The mail server " + server + " did not take the mail, " + said, failure);
    }
}
