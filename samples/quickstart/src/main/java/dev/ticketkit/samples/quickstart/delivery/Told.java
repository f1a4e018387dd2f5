package dev.ticketkit.samples.quickstart.delivery;

import java.time.Duration;
import java.util.List;

/**
 * Who was told of what happened.
 *
 * @param operators of every event, by mail
 * @param contacts by the automation
 * @param givenUp why a delivery was given up, a line each; none when all is well
 * @param after how long after the last command the last of it was sent
 */
public record Told(Sent operators, Sent contacts, List<String> givenUp, Duration after) {
    /** Copies the list. */
    public Told {
        givenUp = List.copyOf(givenUp);
    }
}
