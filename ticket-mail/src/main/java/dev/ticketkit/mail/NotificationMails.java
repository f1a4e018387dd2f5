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
import java.util.function.Function;

/** Writes the mail of a notification. */
final class NotificationMails {
    private static final int MAX_SUBJECT = 600;
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final Mailbox from;
    private final Function<Notification, String> subject;
    private final Clock clock;
    private final MessageIds ids;

    NotificationMails(Mailbox from, Function<Notification, String> subject, Clock clock) {
        this.from = from;
        this.subject = subject;
        this.clock = clock;
        this.ids = new MessageIds(from.domain());
    }

    MimeMessage write(Session session, Notification notice, Mailbox to) throws MessagingException {
        MimeMessage mail = new NamedMessage(session, ids.of(notice));
        mail.setHeader("From", from.header());
        mail.setHeader("To", to.header());
        mail.setHeader("Subject", HeaderText.subject(HeaderText.clean(subject.apply(notice), MAX_SUBJECT)));
        mail.setSentDate(Date.from(clock.instant()));
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("In-Reply-To", ids.thread(notice));
        mail.setHeader("References", ids.thread(notice));
        writeBody(mail, notice);
        mail.saveChanges();
        return mail;
    }

    private static void writeBody(MimeMessage mail, Notification notice) throws MessagingException {
        if (notice.html().isEmpty()) {
            mail.setText(notice.text(), UTF_8);
            return;
        }
        MimeMultipart alternatives = new MimeMultipart("alternative");
        alternatives.addBodyPart(part(notice.text(), "plain"));
        alternatives.addBodyPart(part(notice.html(), "html"));
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
