package dev.ticketkit.core.internal.text;

import java.util.Locale;

/** Why something failed, in a form that can be stored and logged: at most 1,000 code points, nothing that a terminal would obey. */
public final class CauseText {
    private static final int MOST = 1_000;

    private CauseText() {}

    /** What was thrown: its class and its message. */
    public static String of(Throwable problem) {
        String message = messageOf(problem);
        return of(problem.getClass().getName() + (message.isEmpty() ? "" : ": " + message));
    }

    /** The message alone, of what was thrown to give a reason; its class when there is none. */
    public static String reasonOf(Throwable problem) {
        String message = messageOf(problem);
        return of(message.isEmpty() ? problem.getClass().getName() : message);
    }

    /** A text. */
    public static String of(String text) {
        StringBuilder safe = new StringBuilder();
        int room = MOST;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            String shown = shown(codePoint);
            room -= shown.codePointCount(0, shown.length());
            if (room < 0) {
                break;
            }
            safe.append(shown);
            i += Character.charCount(codePoint);
        }
        return safe.toString();
    }

    private static String shown(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> String.format(Locale.ROOT, "\\u%04X", codePoint);
            default -> Character.toString(codePoint);
        };
    }

    /** A message is code of the host too: it may be null, or throw. */
    private static String messageOf(Throwable problem) {
        try {
            String message = problem.getMessage();
            // What is cut here could not be shown anyway; ten megabytes are not copied once more.
            return message == null ? "" : message.substring(0, Math.min(message.length(), 2 * MOST));
        } catch (Throwable unreadable) {
            return "its message cannot be read: " + unreadable.getClass().getName();
        }
    }
}
