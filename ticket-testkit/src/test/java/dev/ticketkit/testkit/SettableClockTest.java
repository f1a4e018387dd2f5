package dev.ticketkit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SettableClockTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final SettableClock clock = SettableClock.at(NOON);

    @Test
    void standsStillUntilItIsMoved() {
        assertThat(clock.instant()).isEqualTo(NOON).isEqualTo(clock.instant());
        assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void readsItsInstantFromText() {
        assertThat(SettableClock.at("2026-03-01T12:00:00Z").instant()).isEqualTo(NOON);
    }

    @Test
    void goesForwardAndBack() {
        clock.advance(Duration.ofHours(2));
        assertThat(clock.instant()).isEqualTo("2026-03-01T14:00:00Z");
        clock.advance(Duration.ofMinutes(-30));
        assertThat(clock.instant()).isEqualTo("2026-03-01T13:30:00Z");
        clock.set(NOON.minusSeconds(1));
        assertThat(clock.instant()).isEqualTo("2026-03-01T11:59:59Z");
    }

    @Test
    void showsTheSameTimeInEveryZone() {
        SettableClock rome = clock.withZone(ZoneId.of("Europe/Rome"));
        clock.advance(Duration.ofSeconds(1));

        assertThat(rome.instant()).isEqualTo(NOON.plusSeconds(1));
        assertThat(rome.getZone()).isEqualTo(ZoneId.of("Europe/Rome"));
        rome.set(NOON);
        assertThat(clock.instant()).isEqualTo(NOON);
    }
}
