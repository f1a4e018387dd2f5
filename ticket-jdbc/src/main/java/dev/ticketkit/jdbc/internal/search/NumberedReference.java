package dev.ticketkit.jdbc.internal.search;

import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.KeyedHashes;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.storage.ReferenceRequest;
import dev.ticketkit.spi.storage.TicketChange;
import dev.ticketkit.spi.text.FoldedText;

/**
 * The texts around a number, so that SQL can make the reference and its fold. Digits neither fold nor compose, so the fold of the
 * whole is the fold of prefix and first digit, and more digits.
 *
 * @param prefix what stands before the digits
 * @param foldedPrefix the same, folded
 */
public record NumberedReference(String prefix, String foldedPrefix) {
    private static final int LONGEST_FOLD_BYTES = FoldedText.SORT_KEY_BYTES - 24;

    static NumberedReference of(ReferenceRequest request) {
        Reference sample = new Reference(request.prefix() + "0");
        FoldedText folded = sample.folded();
        if (folded.sortKey().length > LONGEST_FOLD_BYTES) {
            throw new RefusedException(
                    "reference", "the series' prefix is too long, at most 64 code points are allowed");
        }
        return new NumberedReference(withoutLast(sample.value()), withoutLast(folded.value()));
    }

    /** What SQL needs to make the reference of a change; nulls for one that has its reference. */
    public static Bindings bind(Bindings bindings, TicketChange change, KeyedHashes hashes) {
        ReferenceRequest request = change.referenceRequest();
        if (request == null) {
            return bindings.text("series", null)
                    .number("padding", null)
                    .text("prefix", null)
                    .text("folded_prefix", null)
                    .text("number_word", null)
                    .bytes("inner_pad", null);
        }
        NumberedReference reference = of(request);
        return bindings.text("series", request.series())
                .number("padding", request.padding())
                .text("prefix", reference.prefix())
                .text("folded_prefix", reference.foldedPrefix())
                .text("number_word", SearchText.numberWord(request))
                .bytes("inner_pad", hashes.innerPad(change.tenant()));
    }

    private static String withoutLast(String text) {
        return text.substring(0, text.length() - 1);
    }
}
