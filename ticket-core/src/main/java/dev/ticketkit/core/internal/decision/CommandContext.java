package dev.ticketkit.core.internal.decision;

import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.event.Cause;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.TenantId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Who does something, when and why: what a decision needs besides the ticket and the command.
 *
 * @param tenant whose tickets
 * @param actor in whose name
 * @param at when, in microseconds
 * @param named whether the caller named the instant; else it is the clock's
 * @param cause what led to it, or null
 */
public record CommandContext(
        TenantId tenant,
        Actor actor,
        Instant at,
        boolean named,
        @Nullable Cause cause) {
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    /**
     * Cuts the instant to microseconds: databases would round it, some of them up.
     *
     * @throws RefusedException when the instant is before 1900 or after 9999
     */
    public CommandContext {
        if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
            throw new RefusedException("at", "must be between the years 1900 and 9999");
        }
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /** The same, done by another: for a contact that erases what is its own, and must not be named by that. */
    public CommandContext by(Actor other) {
        Cause anonymous = cause == null ? null : new Cause(cause.eventId(), Cause.ERASED, cause.depth());
        return new CommandContext(tenant, other, at, named, anonymous);
    }

    /**
     * The instant to record on a ticket that was last changed at another. Clocks of two nodes differ, so the clock's time never goes
     * back behind what is recorded; a time the caller named is kept or refused.
     */
    Instant notBefore(Instant last) {
        if (!at.isBefore(last)) {
            return at;
        }
        if (named) {
            throw new RefusedException("at", "must not be before the ticket's last change at " + last);
        }
        return last;
    }
}
