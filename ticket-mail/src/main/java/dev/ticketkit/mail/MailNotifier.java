package dev.ticketkit.mail;

import dev.ticketkit.spi.host.DeliveryException;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.host.Notification;
import dev.ticketkit.spi.host.Notifier;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends each notification as a mail with a text and an HTML part, over a connection of its own. Thread-safe.
 *
 * <ul>
 *   <li>{@link DeliveryResult#DELIVERED}: the server has taken the mail over. What becomes of it then, bounces for one, is not known here.
 *   <li>{@link DeliveryException#rejected}: the recipient has no address or not exactly one, the notification has a template of the host and no
 *       text, or the server answered to recipient or content with a permanent code (5xx). Logged as a warning with the id of the event.
 *   <li>{@link MailNotSentException}: anything else, to be tried again.
 * </ul>
 *
 * <p>The same notification has the same {@code Message-ID} at each attempt, so a mail that was sent twice is recognised; mails about one ticket
 * form a thread. All of them say {@code Auto-Submitted: auto-generated}, so that absence notes do not answer.
 *
 * <p>Nothing a person wrote can add a header or a recipient: controls in subject and names become blanks, and the mail goes to the one
 * address that was read, whatever its headers show.
 */
public final class MailNotifier implements Notifier {
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
    public DeliveryResult notify(Notification notice) {
        Mailbox to = Mailbox.of(notice.recipient().email(), notice.recipient().name());
        if (to == null) {
            throw rejected(notice, "the " + notice.recipient().kind() + " has no valid e-mail address");
        }
        if (notice.text().isBlank()) {
            throw rejected(notice, "it has no text, and the mailer has no templates; give the step a text");
        }
        try {
            MimeMessage mail = mails.write(server.session(), notice, to);
            server.send(mail, to.address());
            return DeliveryResult.DELIVERED;
        } catch (MessagingException e) {
            throw problem(notice, e);
        }
    }

    private static DeliveryException rejected(Notification notice, String reason) {
        LOG.warn("No mail for event {}: {}", notice.event().id(), reason);
        return DeliveryException.rejected(reason);
    }

    private RuntimeException problem(Notification notice, MessagingException failure) {
        SmtpAnswer answer = SmtpAnswer.of(failure);
        if (answer.isFinal()) {
            return rejected(notice, server + " refused it for good, SMTP code " + answer.code());
        }
        String said = answer.code() == 0 ? "see the cause" : "SMTP code " + answer.code();
        return new MailNotSentException("The mail server " + server + " did not take the mail, " + said, failure);
    }
}
