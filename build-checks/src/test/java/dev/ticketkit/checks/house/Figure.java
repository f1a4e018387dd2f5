package dev.ticketkit.checks.house;

import java.util.Collection;

/**
 * One figure of the house.
 *
 * @param name what is counted; its aim has the same name
 * @param value how many there are
 * @param detail where, as far as one line says it
 */
record Figure(String name, int value, String detail) {
    private static final int NAMED = 3;

    /** How many, and the first of them. */
    static Figure of(String name, Collection<String> found) {
        String first = String.join(", ", found.stream().limit(NAMED).toList());
        return new Figure(name, found.size(), found.size() > NAMED ? first + ", …" : first);
    }
}
