package dev.ticketkit.samples.quickstart;

import static dev.ticketkit.samples.quickstart.log.LogFiles.log;
import static dev.ticketkit.samples.quickstart.log.LogFiles.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DemoTest {
    private static final String REAL_LOG = "shared/data/italian-helpdesk.csv";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void countsTheInventedLogRightAndPrintsTheSameOnEachStore() throws IOException {
        assertThat(run("store", "memory", "format", "json")).as(text(err)).isZero();
        assertFigures(NaiveFigures.of(inventedLog()));
        String memory = text(out);
        out.reset();
        assertThat(run("store", "h2", "format", "json")).as(text(err)).isZero();
        assertThat(text(out)).isEqualTo(memory);
    }

    @Test
    void countsTheRealLogRight() throws IOException {
        Path log = realLog();
        assertThat(run("store", "memory", "format", "json", "log", log.toString()))
                .as(text(err))
                .isZero();
        assertFigures(NaiveFigures.of(log));
        assertThat(json().path("tickets").asLong()).isEqualTo(4580);
        assertThat(json().path("resolutions").asLong()).isEqualTo(4727);
        assertThat(json().path("messages").asLong()).isEqualTo(4727);
    }

    @Test
    void printsNothingButJsonInTheOrderPromised() {
        run("store", "memory", "format", "json");
        assertThat(text(out)).hasLineCount(1).startsWith("{\"tickets\":400,").endsWith("}\n");
        assertThat(text(err)).isEmpty();
        assertThat(names(json()))
                .containsExactly(
                        "tickets",
                        "stillOpen",
                        "reopenings",
                        "resolutions",
                        "messages",
                        "meanClosingHours",
                        "byCategory",
                        "byStatus",
                        "byPriority",
                        "stillOpenByPriority");
        assertThat(names(json().path("byCategory").path("Magazzino")))
                .containsExactly("opened", "percent", "closed", "meanClosingHours");
    }

    @Test
    void writesNullWhereNothingIsClosed() {
        Path log = log(folder, row("Case 1", "Wait", "Anna", "2012/10/09 14:00:00.000"));
        run("store", "memory", "format", "json", "log", log.toString());
        assertThat(text(out))
                .isEqualTo("{\"tickets\":1,\"stillOpen\":1,\"reopenings\":0,\"resolutions\":0,\"messages\":0,"
                        + "\"meanClosingHours\":null,\"byCategory\":{\"Printers\":{\"opened\":1,\"percent\":100.0,\"closed\":0,"
                        + "\"meanClosingHours\":null}},\"byStatus\":{\"Wait\":1},\"byPriority\":{\"MEDIUM\":1},"
                        + "\"stillOpenByPriority\":{\"MEDIUM\":1}}\n");
    }

    @Test
    void printsTablesAndSaysWhereTheReportIs() {
        assertThat(run("store", "memory")).isZero();
        assertThat(text(out))
                .contains("Category", "Status", "Priority", "Mean closing time", "Magazzino", "Closed", "Urgent")
                .contains("Store      memory")
                .contains("Checked    the figures agree")
                .contains("Report     " + folder.resolve("report.html"))
                .doesNotContain("\r", "\u001b");
        assertThat(folder.resolve("report.html")).isNotEmptyFile();
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "h2"})
    void tellsEveryOperatorOfEveryEventAndContactsOfTheirResolutions(String store) throws IOException {
        Path log = beginningOfTheInventedLog();
        assertThat(run("store", store, "log", log.toString())).as(text(err)).isZero();
        NaiveFigures naive = NaiveFigures.of(log);
        assertThat(text(out))
                .contains(String.format(Locale.ROOT, "Told       %,d mails to 3 operators, ", 3 * naive.recorded))
                .contains(String.format(Locale.ROOT, ", %,d messages to ", naive.resolutions));
    }

    @Test
    void startsH2EmptyEachTime() {
        String log = log(folder, row("Case 1", "Wait", "Anna", "2012/10/09 14:00:00.000"))
                .toString();
        run("format", "json", "log", log);
        String first = text(out);
        out.reset();
        run("format", "json", "log", log);
        assertThat(text(out)).isEqualTo(first).contains("\"tickets\":1,");
    }

    @Test
    void saysInOneLineWhatIsWrongWithTheLog() {
        Path log = log(
                folder,
                row("Case 1", "Wait", "Anna", "2012/10/09 14:00:00.000"),
                row("Case 1", "Wait", "Anna", "some day"));
        assertThat(run("log", log.toString())).isEqualTo(2);
        assertThat(text(err)).startsWith("ticketkit: " + log + ":3: ").hasLineCount(1);
        assertThat(text(out)).isEmpty();
    }

    @Test
    void saysInOneLineThatTheLogIsMissing() {
        assertThat(run("log", "no/such.csv")).isEqualTo(2);
        assertThat(text(err)).startsWith("ticketkit: no/such.csv: ").hasLineCount(1);
    }

    @Test
    void saysInOneLineThatNoDatabaseAnswers() {
        assertThat(run("jdbc", "jdbc:postgresql://127.0.0.1:1/none?password=hidden", "user", "u", "password", "secret"))
                .isEqualTo(2);
        assertThat(text(err)).contains("cannot connect to jdbc:postgresql://127.0.0.1:1/none: ");
        assertThat(text(err).lines().filter(line -> line.startsWith("ticketkit: ")))
                .hasSize(1);
        assertThat(text(err)).doesNotContain("secret", "hidden", "\tat ");
    }

    private void assertFigures(NaiveFigures naive) {
        JsonNode json = json();
        assertThat(json.path("tickets").asLong()).isEqualTo(naive.tickets);
        assertThat(json.path("stillOpen").asLong()).isEqualTo(naive.stillOpen);
        assertThat(json.path("reopenings").asLong()).isEqualTo(naive.reopenings);
        assertThat(json.path("resolutions").asLong()).isEqualTo(naive.resolutions);
        assertThat(json.path("messages").asLong()).isEqualTo(naive.resolutions);
        assertThat(json.path("meanClosingHours").asDouble()).isCloseTo(naive.meanHours(), within(1e-6));
        assertCounts(json.path("byStatus"), naive.statuses);
        assertCounts(json.path("byPriority"), naive.priorities);
        assertCounts(json.path("stillOpenByPriority"), naive.openPriorities);
        assertThat(names(json.path("byCategory"))).containsExactlyInAnyOrderElementsOf(naive.opened.keySet());
        naive.opened.forEach((category, opened) -> assertCategory(category, opened, naive));
    }

    private void assertCategory(String category, long opened, NaiveFigures naive) {
        JsonNode row = json().path("byCategory").path(category);
        long closed = naive.closed.getOrDefault(category, 0L);
        assertThat(row.path("opened").asLong()).as(category).isEqualTo(opened);
        assertThat(row.path("closed").asLong()).as(category).isEqualTo(closed);
        assertThat(row.path("percent").asDouble()).as(category).isCloseTo(100.0 * opened / naive.tickets, within(1e-9));
        if (closed == 0) {
            assertThat(row.path("meanClosingHours").isNull()).as(category).isTrue();
        } else {
            assertThat(row.path("meanClosingHours").asDouble())
                    .as(category)
                    .isCloseTo(naive.hours.get(category) / closed, within(1e-6));
        }
    }

    private static void assertCounts(JsonNode counts, Map<String, Long> expected) {
        assertThat(names(counts)).containsExactlyInAnyOrderElementsOf(expected.keySet());
        expected.forEach(
                (name, count) -> assertThat(counts.path(name).asLong()).as(name).isEqualTo(count));
    }

    private int run(String... pairs) {
        Properties properties = new Properties();
        properties.setProperty("demo.target", folder.toString());
        for (int i = 0; i < pairs.length; i += 2) {
            properties.setProperty(pairs[i], pairs[i + 1]);
        }
        return new Demo(properties, utf8(out), utf8(err)).run();
    }

    private JsonNode json() {
        return JsonMapper.shared().readTree(text(out));
    }

    private static List<String> names(JsonNode node) {
        return new ArrayList<>(node.propertyNames());
    }

    private Path inventedLog() {
        return folder.resolve("invented-log.csv");
    }

    /** Tickets of all kinds; the whole log is in the figures. */
    private Path beginningOfTheInventedLog() throws IOException {
        assertThat(run("store", "memory", "format", "json")).as(text(err)).isZero();
        out.reset();
        List<String> lines = Files.readAllLines(inventedLog());
        return Files.write(folder.resolve("beginning.csv"), lines.subList(0, lines.size() / 4));
    }

    private static Path realLog() {
        Path found = Stream.iterate(Path.of("").toAbsolutePath(), each -> each != null, Path::getParent)
                .map(each -> each.resolve(REAL_LOG))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElse(null);
        assumeTrue(found != null, "the real log is not here: looked for " + REAL_LOG + " beside every folder above");
        return found;
    }

    private static PrintStream utf8(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
