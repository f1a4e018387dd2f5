package dev.ticketkit.core.internal.json;

import java.util.List;

/**
 * How strict reading is. Whatever they say, no text names a class, nothing stands behind the value, nothing is in it twice, and numbers,
 * texts and truth values are not taken for each other.
 *
 * @param refusesUnknown whether properties that a type does not have are refused, or left out
 * @param maxDepth most objects and lists inside each other
 * @param maxNumberLength most characters of a number
 * @param maxNameLength most characters of a property's name
 * @param typed types that say what they are by a property, and are read from an object alone
 */
public record JsonRules(
        boolean refusesUnknown, int maxDepth, int maxNumberLength, int maxNameLength, List<Class<?>> typed) {
    /** Copies the list. */
    public JsonRules {
        typed = List.copyOf(typed);
    }
}
