package dev.ticketkit.core.reference;

import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.text.FoldedText;
import dev.ticketkit.spi.text.TextRule;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;

/** Random codes without look-alike letters. */
final class CodeFormat implements ReferenceFormat {
    /** Without 0 and O, 1, I and L, U and V: 29 letters that cannot be misread or spell much. */
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTWXYZ";

    private static final int LETTERS_PER_WORD = 12;

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
        return ReferencePlan.ready(new Reference(prefix + code()));
    }

    /** Five bits a letter; the three numbers that are no letter are passed over, so that all letters are equally likely. */
    private String code() {
        byte[] code = new byte[length];
        long bits = 0;
        int left = 0;
        for (int i = 0; i < length; ) {
            if (left == 0) {
                bits = random.nextLong();
                left = LETTERS_PER_WORD;
            }
            int letter = (int) bits & 31;
            bits >>>= 5;
            left--;
            if (letter < LETTERS.length()) {
                code[i++] = (byte) LETTERS.charAt(letter);
            }
        }
        return new String(code, StandardCharsets.ISO_8859_1);
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
