package dev.ticketkit.samples.quickstart.delivery;

/**
 * What was sent to one kind of people.
 *
 * @param notices how many, each counted once
 * @param recipients to how many people
 * @param repeated how many came a second time, which is allowed after a crash only
 */
public record Sent(long notices, int recipients, long repeated) {}
