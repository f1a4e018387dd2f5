package dev.ticketkit.webhook;

/** Writes JSON with the library the host has, such as {@code new ObjectMapper()::writeValueAsString} of Jackson 2 or 3. */
@FunctionalInterface
public interface JsonWriter {
    /**
     * The body of one webhook. Called on delivery threads, by several at once.
     *
     * @throws Exception if it cannot be written; the event is tried again later
     */
    String write(WebhookMessage message) throws Exception;
}
