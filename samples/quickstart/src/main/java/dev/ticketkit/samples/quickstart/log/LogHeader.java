package dev.ticketkit.samples.quickstart.log;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/** Where the columns stand. */
final class LogHeader {
    private final Path file;
    private final Map<LogColumn, Integer> places = new EnumMap<>(LogColumn.class);

    LogHeader(Path file, CSVRecord titles) {
        this.file = file;
        List<String> found = titles.stream().map(String::strip).toList();
        for (LogColumn column : LogColumn.values()) {
            int place = found.indexOf(column.title);
            if (place < 0) {
                throw new LogException(file, 1, "the column \"" + column.title + "\" is missing; a log has " + all());
            }
            if (place != found.lastIndexOf(column.title)) {
                throw new LogException(file, 1, "the column \"" + column.title + "\" is there twice; keep one");
            }
            places.put(column, place);
        }
    }

    /** A field, without outer blanks; may be empty. */
    String optional(LogColumn column, CSVRecord row, long line) {
        int place = places.getOrDefault(column, 0);
        if (place >= row.size()) {
            throw new LogException(
                    file, line, "has " + row.size() + " fields; " + column.title + " is field " + (place + 1));
        }
        return row.get(place).strip();
    }

    /** A field that must not be empty, without outer blanks. */
    String required(LogColumn column, CSVRecord row, long line) {
        String value = optional(column, row, line);
        if (value.isEmpty()) {
            throw new LogException(file, line, column.title + " is empty; every event needs one");
        }
        return value;
    }

    private static String all() {
        return String.join(
                ", ", Arrays.stream(LogColumn.values()).map(each -> each.title).toList());
    }
}
