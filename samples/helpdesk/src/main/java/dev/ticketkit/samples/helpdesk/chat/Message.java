package dev.ticketkit.samples.helpdesk.chat;

import java.time.Instant;

/**
 * What was said in a chat.
 *
 * @param direction who said it
 * @param author the name to show
 * @param body plain text
 * @param at when
 */
public record Message(Direction direction, String author, String body, Instant at) {
    /** Who said it. */
    public enum Direction {
        /** The customer. */
        CUSTOMER,
        /** An operator. */
        OPERATOR,
        /** An automation. */
        AUTOMATION
    }
}
