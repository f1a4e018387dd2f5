package dev.ticketkit.samples.quickstart.log;

import static dev.ticketkit.samples.quickstart.log.LogFiles.HEADER;
import static dev.ticketkit.samples.quickstart.log.LogFiles.file;
import static dev.ticketkit.samples.quickstart.log.LogFiles.log;
import static dev.ticketkit.samples.quickstart.log.LogFiles.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketkit.spi.model.Priority;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogReaderTest {
    private static final String GOOD = row("Case 1", "Wait", "Anna", "2012/10/09 14:50:17.250");

    @TempDir
    Path folder;

    @Test
    void readsEveryFieldAndTimesAsUtc() {
        List<LogEvent> events = read(log(folder, GOOD));
        assertThat(events)
                .containsExactly(new LogEvent(
                        2,
                        "Case 1",
                        "Wait",
                        "Anna",
                        Instant.parse("2012-10-09T14:50:17.250Z"),
                        "Acme",
                        "Printers",
                        Priority.MEDIUM));
    }

    @ParameterizedTest
    @CsvSource({"Value 1,LOW", "Value 2,MEDIUM", "Value 3,HIGH", "Value 4,URGENT"})
    void mapsSeriousnessToPriority(String seriousness, Priority priority) {
        String row = row("C", "Wait", "Anna", "2012/10/09 14:50:17.000", "Acme", "Printers", seriousness);
        assertThat(read(log(folder, row))).extracting(LogEvent::priority).containsExactly(priority);
    }

    @Test
    void passesOverByteOrderMarkAndBlankLines() {
        assertThat(read(file(folder, "\uFEFF" + HEADER + GOOD + "\n" + GOOD)))
                .extracting(LogEvent::line)
                .containsExactly(2L, 4L);
    }

    @Test
    void countsLinesWithinQuotedFields() {
        String twoLines = row("Case 1", "Wait", "Anna", "2012/10/09 14:50:17.000", "\"Ac\nme\"", "Printers", "Value 1");
        String bad = row("Case 1", "Wait", "Anna", "yesterday");
        assertRefused(log(folder, twoLines, bad), "log.csv:4: ", "yesterday");
    }

    @Test
    void readsLastLineWithoutLineEnd() {
        String bad = row("Case 1", "Wait", "Anna", "tomorrow").strip();
        assertRefused(log(folder, GOOD, bad), "log.csv:3: ", "tomorrow");
    }

    @Test
    void refusesMissingFile() {
        assertRefused(folder.resolve("no.csv"), "no.csv: ", "no such file");
    }

    @Test
    void refusesEmptyFile() {
        assertRefused(file(folder, ""), "log.csv:1: ", "empty");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Case ID", "Activity", "Resource", "Complete Timestamp", "customer", "product", "seriousness_2"})
    void refusesMissingColumnByName(String column) {
        assertRefused(file(folder, HEADER.replace(column, "other") + GOOD), "log.csv:1: ", "\"" + column + "\"");
    }

    @Test
    void refusesColumnThatIsThereTwice() {
        assertRefused(file(folder, HEADER.replace("Variant", "product") + GOOD), "log.csv:1: ", "\"product\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2012-10-09 14:50:17", "2012/02/30 14:50:17.000", "2012/10/09 24:00:00.000", "soon"})
    void refusesUnreadableTime(String time) {
        assertRefused(
                log(folder, GOOD, row("Case 1", "Wait", "Anna", time)), "log.csv:3: ", "Complete Timestamp", time);
    }

    @Test
    void refusesUnknownSeriousness() {
        String row = row("C", "Wait", "Anna", "2012/10/09 14:50:17.000", "Acme", "Printers", "Value 5");
        assertRefused(log(folder, row), "log.csv:2: ", "seriousness_2", "Value 5");
    }

    @Test
    void refusesEmptyCaseId() {
        assertRefused(log(folder, row(" ", "Wait", "Anna", "2012/10/09 14:50:17.000")), "log.csv:2: ", "Case ID");
    }

    @Test
    void refusesShortRow() {
        assertRefused(log(folder, "Case 1,Wait\n"), "log.csv:2: ", "2 fields");
    }

    @Test
    void refusesQuoteThatNeverEnds() {
        assertRefused(log(folder, GOOD, "\"Case 1,Wait\n"), "log.csv:", "cannot be read");
    }

    @Test
    void refusesTextThatIsNotUtf8() throws IOException {
        Path latin = folder.resolve("latin.csv");
        Files.write(latin, (HEADER + GOOD.replace("Acme", "Caffè")).getBytes(StandardCharsets.ISO_8859_1));
        assertRefused(latin, "latin.csv", "UTF-8");
    }

    @Test
    void quotesTextsOnOneShortLine() {
        assertThat(LogException.quote("a\nb\u202e" + "x".repeat(100)))
                .doesNotContain("\n")
                .doesNotContain("\u202e")
                .startsWith("\"a?b?x")
                .endsWith("…\"")
                .hasSizeLessThan(70);
    }

    private static List<LogEvent> read(Path file) {
        List<LogEvent> events = new ArrayList<>();
        new LogReader(file).forEach(events::add);
        return events;
    }

    private static void assertRefused(Path file, String... parts) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(LogException.class)
                .hasMessageContainingAll(parts)
                .message()
                .hasLineCount(1);
    }
}
