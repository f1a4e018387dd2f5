package dev.ticketkit.webhook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What of an answer decides: its status, and how long to wait. The body never does, so it is never interpreted.
 *
 * @param status the final HTTP status
 * @param retryAfter the header of that name, or null
 */
record ResponseHead(int status, @Nullable String retryAfter) {
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] ([1-9][0-9]{2})( .*)?");
    private static final String RETRY_AFTER = "retry-after:";
    private static final int SWITCHING_PROTOCOLS = 101;

    /** Reads up to the end of the headers, past interim answers. */
    static ResponseHead read(InputStream in) throws IOException {
        while (true) {
            ResponseHead head = readOne(in);
            if (head.status >= 200 || head.status == SWITCHING_PROTOCOLS) {
                return head;
            }
        }
    }

    private static ResponseHead readOne(InputStream in) throws IOException {
        Matcher first = STATUS_LINE.matcher(line(in));
        if (!first.matches()) {
            throw new IOException("the answer is not HTTP/1.1");
        }
        String retryAfter = null;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.toLowerCase(Locale.ROOT).startsWith(RETRY_AFTER)) {
                retryAfter = line.substring(RETRY_AFTER.length()).strip();
            }
        }
        return new ResponseHead(Integer.parseInt(first.group(1)), retryAfter);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the answer ends before its headers do, or they are too long");
            }
            line.write(next);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
