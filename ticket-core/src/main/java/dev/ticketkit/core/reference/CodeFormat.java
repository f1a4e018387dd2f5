package dev.ticketkit.core.reference;

import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.text.FoldedText;
import dev.ticketkit.spi.text.TextRule;
import java.util.random.RandomGenerator;

/** Random codes without look-alike letters. */
final class CodeFormat implements ReferenceFormat {
    /** Without 0 and O, 1, I and L, U and V: 29 letters that cannot be misread or spell much. */
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTWXYZ";

    private final String prefix;
    private final String foldedPrefix;
    private final int length;
    private final RandomGenerator random;

    CodeFormat(String prefix, int length, RandomGenerator random) {
        this.prefix = TextRule.LINE.require("prefix", prefix, 0, 64);
        // A trailing blank of the prefix would be lost by folding it alone.
        String folded = FoldedText.of(prefix + "2").value();
        this.foldedPrefix = folded.substring(0, folded.length() - 1);
        this.length = length;
        this.random = random;
        if (length < 8 || length > 32) {
            throw new IllegalArgumentException("length: must be 8 to 32");
        }
    }

    @Override
    public ReferencePlan next(ReferenceContext context) {
        StringBuilder code = new StringBuilder(prefix.length() + length).append(prefix);
        for (int i = 0; i < length; i++) {
            code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return ReferencePlan.ready(new Reference(code.toString()));
    }

    @Override
    public boolean matches(Reference reference) {
        String text = reference.folded().value();
        return text.length() == foldedPrefix.length() + length
                && text.startsWith(foldedPrefix)
                && text.substring(foldedPrefix.length())
                        .chars()
                        .allMatch(c -> LETTERS.indexOf(Character.toUpperCase(c)) >= 0);
    }
}
