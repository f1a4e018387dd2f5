package dev.ticketkit.mail;

/**
 * A mail could not be sent now, and may be sent later: the server was out of reach, refused us, or asked to come back. The message names
 * server and SMTP code and nothing of the mail; the cause may quote what the server said.
 */
public final class MailNotSentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MailNotSentException(String message, Throwable cause) {
        super(message, cause);
    }
}
