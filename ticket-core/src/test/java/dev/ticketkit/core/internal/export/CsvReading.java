package dev.ticketkit.core.internal.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Ways in which a program may read a file that it knows nothing of, with any separator it likes. */
enum CsvReading {
    /** Quotes hold a cell together; what follows them belongs to it. */
    QUOTES,
    /** So too, and blanks around a cell are left out. */
    QUOTES_WITHOUT_BLANKS,
    /** Quotes are letters like others. */
    NO_QUOTES;

    private static final Pattern ANYWHERE = Pattern.compile("[,;\t|\n\u000B\f\r\u0085\u2028\u2029]");

    Stream<String> cells(String csv, char separator) {
        CSVFormat.Builder lenient = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setTrailingData(true)
                .setLenientEof(true)
                .setIgnoreSurroundingSpaces(this == QUOTES_WITHOUT_BLANKS)
                .setQuote(this == NO_QUOTES ? null : '"');
        return records(csv, lenient.get()).stream().flatMap(CSVRecord::stream);
    }

    /** Exactly as the file is meant. */
    static List<CSVRecord> meant(String csv, char separator) {
        return records(csv, CSVFormat.RFC4180.builder().setDelimiter(separator).get());
    }

    /** By a program that splits wherever any other does. */
    static Stream<String> splitAnywhere(String csv) {
        return ANYWHERE.splitAsStream(csv);
    }

    private static List<CSVRecord> records(String csv, CSVFormat format) {
        try (CSVParser parser = CSVParser.parse(csv, format)) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
