package dev.ticketkit.core.reference;

import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.storage.ReferenceRequest;
import dev.ticketkit.spi.text.FoldedText;
import dev.ticketkit.spi.text.TextRule;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Numbers with a prefix, and the year if wanted; without gaps unless they are taken in blocks. Immutable. */
public final class SequenceFormat implements ReferenceFormat {
    private static final int YEAR_DIGITS = 4;

    /** A number of so many digits is less than the highest a store can count to. */
    private static final int MOST_DIGITS = 18;

    private final String prefix;
    private final String foldedPrefix;
    private final int padding;
    private final boolean yearly;
    private final int blockSize;

    SequenceFormat(String prefix, int padding, boolean yearly, int blockSize) {
        this.prefix = TextRule.LINE.require("prefix", prefix, 0, 64);
        // A trailing blank of the prefix would be lost by folding it alone.
        this.foldedPrefix = withoutLast(FoldedText.of(prefix + "0").value());
        this.padding = padding;
        this.yearly = yearly;
        this.blockSize = blockSize;
        if (padding < 1 || padding > 18) {
            throw new IllegalArgumentException("padding: must be 1 to 18");
        }
    }

    /**
     * The same references with gaps: each desk reserves so many numbers at a time, and an opening takes the next of its desk without
     * touching the counter. Numbers of several desks are not in the order of openings, and those a desk has left when its process ends are
     * never used.
     *
     * @param size how many a desk reserves at a time, 1 to 1,000,000
     */
    public SequenceFormat inBlocksOf(int size) {
        if (size < 1 || size > 1_000_000) {
            throw new IllegalArgumentException("size: must be 1 to 1,000,000");
        }
        return new SequenceFormat(prefix, padding, yearly, size);
    }

    @Override
    public ReferencePlan next(ReferenceContext context) {
        String before = prefix;
        if (yearly) {
            int year = context.openedAt().atZone(context.zone()).getYear();
            before += String.format(Locale.ROOT, "%04d-", year);
        }
        ReferenceRequest request = new ReferenceRequest(before, before, padding);
        return blockSize == 0 ? ReferencePlan.numbered(request) : ReferencePlan.reserved(request, blockSize);
    }

    @Override
    public boolean matches(Reference reference) {
        return digits(reference) != null;
    }

    @Override
    public Optional<SeriesNumber> numberIn(Reference reference) {
        String digits = digits(reference);
        if (digits == null || digits.length() > MOST_DIGITS) {
            return Optional.empty();
        }
        String folded = reference.folded().value();
        String year = folded.substring(foldedPrefix.length(), folded.length() - digits.length());
        return Optional.of(new SeriesNumber(prefix + year, Long.parseLong(digits)));
    }

    /** The digits of the number, or null for a reference of another form. */
    private @Nullable String digits(Reference reference) {
        String text = reference.folded().value();
        if (!text.startsWith(foldedPrefix)) {
            return null;
        }
        String rest = text.substring(foldedPrefix.length());
        if (yearly) {
            boolean hasYear = rest.length() > YEAR_DIGITS
                    && areDigits(rest.substring(0, YEAR_DIGITS))
                    && rest.charAt(YEAR_DIGITS) == '-';
            rest = hasYear ? rest.substring(YEAR_DIGITS + 1) : "";
        }
        return rest.length() >= padding && areDigits(rest) ? rest : null;
    }

    private static boolean areDigits(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static String withoutLast(String text) {
        return text.substring(0, text.length() - 1);
    }
}
