package dev.ticketkit.core.statistics;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.spi.model.Category;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long it took from opening to closing.
 *
 * @param category null for tickets without one, and for the figure over all tickets
 * @param closed how many tickets; 1 or more in a row of a report
 * @param totalMicros the sum of their times in microseconds
 */
@JsonPropertyOrder({"category", "closed", "totalMicros"})
public record ClosingTime(@Nullable Category category, long closed, BigInteger totalMicros) {
    private static final double MICROS_AN_HOUR = 3_600_000_000.0;

    /** The mean over the tickets, to the microsecond; null when there are none. */
    public @Nullable Duration mean() {
        if (closed == 0) {
            return null;
        }
        long micros = totalMicros.divide(BigInteger.valueOf(closed)).longValueExact();
        return Duration.ofSeconds(micros / 1_000_000, (micros % 1_000_000) * 1_000);
    }

    /** The mean in hours, unrounded; null when there are none. */
    public @Nullable Double meanHours() {
        if (closed == 0) {
            return null;
        }
        return new BigDecimal(totalMicros)
                        .divide(BigDecimal.valueOf(closed), MathContext.DECIMAL64)
                        .doubleValue()
                / MICROS_AN_HOUR;
    }
}
