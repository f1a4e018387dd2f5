package dev.ticketkit.spi.query;

import static dev.ticketkit.spi.fixture.Tickets.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class InstantRangeTest {
    private static final Instant TEN = NINE.plusSeconds(3_600);

    @Test
    void theBeginIsInsideAndTheEndIsNot() {
        InstantRange hour = InstantRange.of(NINE, TEN);
        assertThat(hour.contains(NINE)).isTrue();
        assertThat(hour.contains(TEN.minusNanos(1))).isTrue();
        assertThat(hour.contains(TEN)).isFalse();
        assertThat(hour.contains(NINE.minusNanos(1))).isFalse();
    }

    @Test
    void anOpenEndHasNoLimit() {
        assertThat(InstantRange.of(NINE, null).contains(Instant.MAX)).isTrue();
        assertThat(InstantRange.of(null, NINE).contains(Instant.MIN)).isTrue();
        assertThat(InstantRange.of(null, null)).isSameAs(InstantRange.ALWAYS);
    }

    /** An open ticket has no closing time: a range of closing times leaves it out, no range does not. */
    @Test
    void whatHasNoTimeIsInNoRangeButAlways() {
        assertThat(InstantRange.of(null, TEN).contains(null)).isFalse();
        assertThat(InstantRange.ALWAYS.contains(null)).isTrue();
    }
}
