package dev.ticketkit.core.reference;

import dev.ticketkit.core.internal.identity.UnguessableBits;
import dev.ticketkit.spi.model.Reference;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How references are made when nobody sets one by hand. Implementations are thread-safe and do no input or output except by the
 * host's own.
 */
public interface ReferenceFormat {
    /**
     * The next reference, or how the store shall make it. A ready reference that turns out to be taken is asked for again, a few
     * times.
     */
    ReferencePlan next(ReferenceContext context);

    /** Whether a reference looks like one of these; such a one is refused when it is set by hand. */
    boolean matches(Reference reference);

    /** The number in a reference that was made by hand, or elsewhere, in this form; empty where numbers are not the store's. */
    default Optional<SeriesNumber> numberIn(Reference reference) {
        return Optional.empty();
    }

    /**
     * Numbers without gaps: {@code T-000001, T-000002, …}. Given inside the commit, one counter per tenant and prefix. Openings of a
     * tenant that come at the same moment wait for each other; {@link SequenceFormat#inBlocksOf} makes them independent, with gaps.
     *
     * @param prefix what stands before the number, at most 64 code points
     * @param padding fewest digits, 1 to 18
     */
    static SequenceFormat sequence(String prefix, int padding) {
        return new SequenceFormat(prefix, padding, false, 0);
    }

    /**
     * Numbers without gaps that begin anew each year of the tenant's zone: {@code T-2026-00001}.
     *
     * @param prefix what stands before the year, at most 64 code points
     * @param padding fewest digits, 1 to 18
     */
    static SequenceFormat yearlySequence(String prefix, int padding) {
        return new SequenceFormat(prefix, padding, true, 0);
    }

    /**
     * Short codes that cannot be guessed, in capitals and digits without look-alikes: {@code 7KQ2MX9WTR}.
     *
     * @param prefix what stands before the code; may be empty
     * @param length letters of the code, 8 to 32; ten letters are about 48 bits
     */
    static ReferenceFormat code(String prefix, int length) {
        return new CodeFormat(prefix, length, UnguessableBits.shared());
    }

    /**
     * The host's own references.
     *
     * @param source makes the next one; called on the caller's thread inside each opening
     * @param recognises whether a reference looks like one of these
     */
    static ReferenceFormat of(Function<ReferenceContext, Reference> source, Predicate<Reference> recognises) {
        return new ReferenceFormat() {
            @Override
            public ReferencePlan next(ReferenceContext context) {
                return ReferencePlan.ready(source.apply(context));
            }

            @Override
            public boolean matches(Reference reference) {
                return recognises.test(reference);
            }
        };
    }
}
