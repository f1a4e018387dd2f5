package dev.ticketkit.samples.quickstart.log;

import dev.ticketkit.spi.model.Priority;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a log row by row; no more than one row is in memory. Times are UTC. */
public final class LogReader {
    /** How times are written. */
    static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm:ss.SSS", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final Map<String, Priority> SERIOUSNESS = Map.of(
            "Value 1", Priority.LOW,
            "Value 2", Priority.MEDIUM,
            "Value 3", Priority.HIGH,
            "Value 4", Priority.URGENT);

    private final Path file;

    /** A reader of a file, which is opened only when it is read. */
    public LogReader(Path file) {
        this.file = file;
    }

    /** Which file this reads. */
    public Path file() {
        return file;
    }

    /**
     * Hands over every event in the order of the file.
     *
     * @throws LogException at the first thing that is wrong
     */
    public void forEach(Consumer<LogEvent> events) {
        if (Files.isDirectory(file)) {
            throw new LogException(file, "is a folder; -Dlog takes the path of a CSV file");
        }
        if (!Files.isRegularFile(file)) {
            throw new LogException(file, "there is no such file; -Dlog takes the path of a CSV file");
        }
        try (Reader text = open();
                CSVParser rows = CSVFormat.RFC4180
                        .builder()
                        .setIgnoreEmptyLines(true)
                        .get()
                        .parse(text)) {
            read(rows, events);
        } catch (IOException e) {
            throw unreadable(e, 0);
        }
    }

    /** A decoder that reports what is not UTF-8: guessed letters would become names of customers. */
    private Reader open() throws IOException {
        Reader text = new BufferedReader(
                new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8.newDecoder()));
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }

    private void read(CSVParser rows, Consumer<LogEvent> events) {
        Iterator<CSVRecord> each = rows.iterator();
        if (!hasNext(each, rows)) {
            throw new LogException(file, 1, "the file is empty; the first line names the columns");
        }
        LogHeader header = new LogHeader(file, each.next());
        while (hasNext(each, rows)) {
            CSVRecord row = each.next();
            events.accept(event(header, row, rows.getCurrentLineNumber()));
        }
    }

    private boolean hasNext(Iterator<CSVRecord> each, CSVParser rows) {
        try {
            return each.hasNext();
        } catch (UncheckedIOException e) {
            IOException cause = Objects.requireNonNullElseGet(e.getCause(), () -> new IOException(e));
            throw unreadable(cause, rows.getCurrentLineNumber() + 1);
        }
    }

    private LogEvent event(LogHeader header, CSVRecord row, long line) {
        return new LogEvent(
                line,
                header.required(LogColumn.CASE_ID, row, line),
                header.required(LogColumn.ACTIVITY, row, line),
                header.required(LogColumn.RESOURCE, row, line),
                time(header.required(LogColumn.TIME, row, line), line),
                header.required(LogColumn.CUSTOMER, row, line),
                header.optional(LogColumn.PRODUCT, row, line),
                priority(header.required(LogColumn.SERIOUSNESS, row, line), line));
    }

    private Instant time(String text, long line) {
        try {
            return LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw new LogException(
                    file,
                    line,
                    LogColumn.TIME.title + " " + LogException.quote(text)
                            + " is not a time; write it like 2012/10/09 14:50:17.000");
        }
    }

    private Priority priority(String text, long line) {
        Priority priority = SERIOUSNESS.get(text);
        if (priority == null) {
            throw new LogException(
                    file,
                    line,
                    LogColumn.SERIOUSNESS.title + " " + LogException.quote(text)
                            + " is unknown; use Value 1, Value 2, Value 3 or Value 4");
        }
        return priority;
    }

    private LogException unreadable(IOException cause, long line) {
        String problem = cause instanceof CharacterCodingException
                ? "the text is not UTF-8; save the file in that encoding"
                : "cannot be read: " + cause.getMessage();
        return line > 0 ? new LogException(file, line, problem) : new LogException(file, problem);
    }
}
