package dev.ticketkit.testkit.internal.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/** The order of texts by code point; {@link String#compareTo} has another one beyond U+FFFF. */
final class CodePointOrder {
    static final Comparator<String> OF_TEXTS =
            Comparator.comparing(text -> text.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private CodePointOrder() {}
}
