package dev.ticketkit.spi.storage;

import dev.ticketkit.spi.model.Reference;

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
        String digits = Long.toString(number);
        return new Reference(prefix + "0".repeat(Math.max(0, padding - digits.length())) + digits);
    }
}
