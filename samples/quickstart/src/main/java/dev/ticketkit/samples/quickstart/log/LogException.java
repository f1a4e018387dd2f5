package dev.ticketkit.samples.quickstart.log;

import java.nio.file.Path;

/** Something in a log that whoever made it must put right. The message is one line for him. */
public final class LogException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_QUOTE = 60;

    /** A problem of the whole file. */
    public LogException(Path file, String problem) {
        super(file + ": " + problem);
    }

    /** A problem of one line, the first being 1. */
    public LogException(Path file, long line, String problem) {
        super(file + ":" + line + ": " + problem);
    }

    /** A text of the log, short and on one line whatever it holds. */
    public static String quote(String text) {
        String printable = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
        int length = printable.codePointCount(0, printable.length());
        return length <= LONGEST_QUOTE
                ? '"' + printable + '"'
                : '"' + printable.substring(0, printable.offsetByCodePoints(0, LONGEST_QUOTE)) + "…\"";
    }
}
