package dev.ticketkit.spi.storage;

import dev.ticketkit.spi.model.Reference;
import java.util.Locale;

/**
 * Asks the store for the next number of a series, given inside the commit: a commit that is rolled back leaves no gap.
 *
 * @param series the counter within the tenant, 1 to 100 ASCII characters, such as {@code T-2026-}
 * @param prefix what stands before the number, at most 64 code points
 * @param padding fewest digits, 1 to 18; the number is padded with zeros
 */
public record ReferenceRequest(String series, String prefix, int padding) {
    /** The reference for a number. */
    public Reference format(long number) {
        return new Reference(prefix + String.format(Locale.ROOT, "%0" + padding + "d", number));
    }
}
