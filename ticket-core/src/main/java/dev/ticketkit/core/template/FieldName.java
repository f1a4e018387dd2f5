package dev.ticketkit.core.template;

import dev.ticketkit.spi.error.RefusedException;

/** What a field may be called. */
final class FieldName {
    static final int MAX_LENGTH = 100;

    private static final int SHOWN_LENGTH = 40;

    private FieldName() {}

    /** Whether a character may stand in a name. */
    static boolean allows(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }

    static boolean isReserved(String name) {
        return name.startsWith(TicketFields.PREFIX);
    }

    /** Refuses what cannot be a name, and the names of the ticket's own fields. */
    static String requireFromOutside(String name) {
        if (name.isEmpty() || name.length() > MAX_LENGTH || !name.chars().allMatch(c -> allows((char) c))) {
            throw new RefusedException(
                    "fields", "\"" + shown(name) + "\" is no name; use 1 to " + MAX_LENGTH + " of A-Z, 0-9 and _");
        }
        if (isReserved(name)) {
            throw new RefusedException(
                    name, "is the ticket's own; names starting with " + TicketFields.PREFIX + " are never given");
        }
        return name;
    }

    // Whoever typed the name may have typed anything; the message ends up in logs and on pages.
    private static String shown(String name) {
        StringBuilder shown = new StringBuilder();
        name.chars().limit(SHOWN_LENGTH).forEach(c -> shown.append(isHarmless((char) c) ? (char) c : '?'));
        return shown.append(name.length() > SHOWN_LENGTH ? "..." : "").toString();
    }

    private static boolean isHarmless(char c) {
        return allows(c) || (c >= 'a' && c <= 'z') || c == '-' || c == ' ' || c == '.';
    }
}
