package dev.ticketkit.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until a test moves it. Thread-safe. */
public final class SettableClock extends Clock {
    private final Hands hands;
    private final ZoneId zone;

    private SettableClock(Hands hands, ZoneId zone) {
        this.hands = hands;
        this.zone = zone;
    }

    /** A clock in UTC that shows an instant. */
    public static SettableClock at(Instant instant) {
        return new SettableClock(new Hands(instant), ZoneOffset.UTC);
    }

    /** A clock in UTC that shows an instant in ISO 8601, such as {@code 2026-03-01T09:30:00Z}. */
    public static SettableClock at(String instant) {
        return at(Instant.parse(instant));
    }

    /** Shows another instant from now on, an earlier one too. */
    public void set(Instant instant) {
        hands.set(instant);
    }

    /** Goes forward, or back when the duration is negative. */
    public void advance(Duration duration) {
        hands.advance(duration);
    }

    @Override
    public Instant instant() {
        return hands.now();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** The same clock seen from another zone: moving one moves the other. */
    @Override
    public SettableClock withZone(ZoneId other) {
        return new SettableClock(hands, other);
    }

    /** What the views of one clock share. */
    private static final class Hands {
        private Instant now;

        Hands(Instant now) {
            this.now = now;
        }

        synchronized Instant now() {
            return now;
        }

        synchronized void set(Instant instant) {
            now = instant;
        }

        synchronized void advance(Duration duration) {
            now = now.plus(duration);
        }
    }
}
