package dev.ticketkit.mail;

import jakarta.mail.MessagingException;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/**
 * What the server said no to, and by which code.
 *
 * @param code the SMTP code, or 0 when there was none
 * @param aboutMail whether it was about this recipient or this content, not about us
 */
record SmtpAnswer(int code, boolean aboutMail) {
    /** Bad sequence, authentication required, too weak or without encryption: they speak of us at any command. */
    private static final Set<Integer> ABOUT_US = Set.of(503, 530, 534, 535, 538);

    /** Reads the answer to the recipient first: the failure that carries it says less. */
    static SmtpAnswer of(MessagingException failure) {
        SmtpAnswer found = new SmtpAnswer(0, false);
        for (Exception each = failure; each instanceof MessagingException linked; each = linked.getNextException()) {
            if (linked instanceof SMTPAddressFailedException recipient) {
                return new SmtpAnswer(recipient.getReturnCode(), true);
            }
            if (linked instanceof SMTPSendFailedException sending) {
                found = new SmtpAnswer(
                        sending.getReturnCode(), !sending.getCommand().startsWith("MAIL"));
            }
        }
        return found;
    }

    /** Whether the same mail can never be accepted. */
    boolean isFinal() {
        return aboutMail && code >= 500 && code <= 599 && !ABOUT_US.contains(code);
    }
}
