package dev.ticketkit.mail;

import dev.ticketkit.spi.host.Notification;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes the mail of a notification. */
final class NotificationMails {
    private static final int MAX_SUBJECT = 600;
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    /** All that answers by itself, but no reports that a mail did not arrive: those are of use. */
    private static final String NO_AUTOMATIC_ANSWERS = "DR, RN, NRN, OOF, AutoReply";

    private final Mailbox from;
    private final @Nullable Mailbox replyTo;
    private final Function<Notification, String> subject;
    private final OwnHeaders own;
    private final Clock clock;
    private final MessageIds ids;

    NotificationMails(Mailbox from, MailNotifierBuilder builder) {
        this.from = from;
        this.replyTo = builder.replyTo;
        this.subject = builder.subject;
        this.own = builder.headers.copy();
        this.clock = builder.clock;
        this.ids = new MessageIds(from.domain());
    }

    Mailbox from() {
        return from;
    }

    MimeMessage write(Session session, Notification notification, Mailbox to) throws MessagingException {
        MimeMessage mail = new NamedMessage(session, ids.of(notification));
        for (Map.Entry<String, String> each : own.of(notification).entrySet()) {
            mail.setHeader(each.getKey(), each.getValue());
        }
        mail.setHeader("From", from.header("From"));
        mail.setHeader("To", to.header("To"));
        if (replyTo != null) {
            mail.setHeader("Reply-To", replyTo.header("Reply-To"));
        }
        mail.setHeader(
                "Subject", HeaderText.text("Subject", HeaderText.clean(subject.apply(notification), MAX_SUBJECT)));
        mail.setSentDate(Date.from(clock.instant()));
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("X-Auto-Response-Suppress", NO_AUTOMATIC_ANSWERS);
        mail.setHeader("In-Reply-To", ids.thread(notification));
        mail.setHeader("References", ids.thread(notification));
        writeBody(mail, notification);
        mail.saveChanges();
        return mail;
    }

    private static void writeBody(MimeMessage mail, Notification notification) throws MessagingException {
        if (notification.html().isEmpty()) {
            mail.setText(notification.text(), UTF_8);
            return;
        }
        MimeMultipart alternatives = new MimeMultipart("alternative");
        alternatives.addBodyPart(part(notification.text(), "plain"));
        alternatives.addBodyPart(part(notification.html(), "html"));
        mail.setContent(alternatives);
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        ((MimePart) part).setText(text, UTF_8, subtype);
        return part;
    }

    /** Keeps its name: the base class makes up a new one whenever it is saved. */
    private static final class NamedMessage extends MimeMessage {
        private final String id;

        NamedMessage(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
