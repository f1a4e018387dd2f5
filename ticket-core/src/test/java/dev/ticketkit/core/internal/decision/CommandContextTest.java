package dev.ticketkit.core.internal.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketkit.core.Tickets;
import dev.ticketkit.spi.error.RefusedException;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("F42")
class CommandContextTest {
    @Test
    void cutsToMicrosecondsInsteadOfRoundingIntoTheNextYear() {
        assertThat(Tickets.at(Instant.parse("2026-12-31T23:59:59.999999999Z")).at())
                .isEqualTo(Instant.parse("2026-12-31T23:59:59.999999Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1899-12-31T23:59:59Z", "+10000-01-01T00:00:00Z", "-1000000000-01-01T00:00:00Z"})
    void refusesTimesNoStoreCanHold(String instant) {
        assertThatThrownBy(() -> Tickets.namedAt(Instant.parse(instant)))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("at:");
    }
}
