package dev.ticketkit.core.internal.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.ticketkit.core.Tickets;
import dev.ticketkit.core.query.CsvOptions;
import dev.ticketkit.core.query.CsvOptions.Column;
import dev.ticketkit.core.query.CsvOptions.Separator;
import dev.ticketkit.spi.model.Ticket;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What LibreOffice makes of the files, told to take formulas for what they are; skipped where it is not installed. Each separator of a file is read
 * with each that a user may tick.
 */
@Tag("F51")
class LibreOfficeTest {
    private static final long SEED = 20_261_129L;
    private static final String UNGUARDED = "x,=1+1,y\n";
    private static final Pattern CELL =
            Pattern.compile("<table:table-cell([^>]*)>(.*?)</table:table-cell>", Pattern.DOTALL);

    @TempDir
    private static Path folder;

    private static final List<Ticket> TICKETS = new ArrayList<>();

    @BeforeAll
    static void write() throws IOException {
        assumeThat(isInstalled())
                .as("LibreOffice (soffice) is not on the path: what it makes of CSV files is not looked at")
                .isTrue();
        Random random = new Random(SEED);
        for (int i = 0; i < 200; i++) {
            TICKETS.add(Tickets.open()
                    .title("late;=1+1;please" + CsvTextTest.anyText(random))
                    .description(CsvTextTest.anyText(random) + ",=1+1")
                    .openedAt(Instant.parse("2026-03-10T09:00:00Z"))
                    .build());
        }
        for (Separator each : Separator.values()) {
            CsvOptions options = CsvOptions.builder()
                    .separator(each)
                    .byteOrderMark(true)
                    .spreadsheetTimes(true)
                    .columns(Column.REFERENCE, Column.TITLE, Column.DESCRIPTION, Column.OPENED)
                    .build();
            Files.writeString(folder.resolve(each + ".csv"), TicketCsvTest.written(options, TICKETS));
        }
        Files.writeString(folder.resolve("UNGUARDED.csv"), UNGUARDED);
    }

    @ParameterizedTest
    @EnumSource(Separator.class)
    void noCellIsAFormulaAndEachTicketIsARow(Separator taken) throws Exception {
        convert(taken.sign());
        for (Separator each : Separator.values()) {
            List<MatchResult> cells = cells(each.name());
            assertThat(cells).noneMatch(cell -> cell.group(1).contains("table:formula"));
            if (each == taken) {
                assertThat(cells)
                        .filteredOn(cell -> cell.group(1).contains("office:date-value=\"2026-03-10T10:00:00\""))
                        .hasSize(TICKETS.size());
                assertThat(cells.get(0).group(2)).contains("Reference").doesNotContain("\uFEFF");
            }
        }
        // It would have seen one.
        assertThat(cells("UNGUARDED").stream().filter(cell -> cell.group(1).contains("table:formula")))
                .hasSize(taken == Separator.COMMA ? 1 : 0);
    }

    private static boolean isInstalled() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(each -> Files.isExecutable(Path.of(each, "soffice")));
    }

    private static void convert(char separator) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "soffice",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                "fods",
                // Separator, quotes, UTF-8, from the first line; times are recognised, formulas evaluated.
                "--infilter=Text - txt - csv (StarCalc):" + (int) separator
                        + ",34,76,1,,0,false,true,false,false,false,0,true",
                "--outdir",
                folder.toString()));
        for (Separator each : Separator.values()) {
            command.add(folder.resolve(each + ".csv").toString());
        }
        command.add(folder.resolve("UNGUARDED.csv").toString());
        Process office = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("office.log").toFile())
                .start();
        assertThat(office.waitFor(2, TimeUnit.MINUTES)).isTrue();
    }

    private static List<MatchResult> cells(String name) throws IOException {
        return CELL.matcher(Files.readString(folder.resolve(name + ".fods")))
                .results()
                .toList();
    }
}
