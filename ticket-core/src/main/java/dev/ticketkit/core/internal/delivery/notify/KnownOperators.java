package dev.ticketkit.core.internal.delivery.notify;

import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.host.Operator;
import dev.ticketkit.spi.text.TextRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The operators of a directory. One it describes so that none could be notified as that one is named apart, or none at all could be notified.
 *
 * @param known each once, in the directory's order
 * @param unnamed in place of those without a usable id: what is left of the id, else the place in the directory
 */
record KnownOperators(List<Operator> known, List<String> unnamed) {
    private static final int LONGEST_ID = 128;

    static KnownOperators of(List<Operator> directory) {
        Map<String, Operator> byId = new LinkedHashMap<>();
        List<String> unnamed = new ArrayList<>();
        int place = 0;
        for (@Nullable Operator operator : directory) {
            place++;
            if (operator == null || !isNamed(operator)) {
                String id = operator == null ? null : operator.id();
                unnamed.add(TextRule.LINE.cleaned(id, LONGEST_ID, "entry " + place));
            } else {
                byId.putIfAbsent(operator.id(), operator);
            }
        }
        return new KnownOperators(List.copyOf(byId.values()), List.copyOf(unnamed));
    }

    private static boolean isNamed(Operator operator) {
        try {
            operator.asActor();
            return true;
        } catch (RefusedException e) {
            return false;
        }
    }
}
