package dev.ticketkit.webhook;

/** A request is not a webhook of the sender whose secret one has, or not a fresh one: answer 400 or 401 and do nothing else. */
public final class WebhookVerificationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WebhookVerificationException(String message) {
        super(message);
    }
}
