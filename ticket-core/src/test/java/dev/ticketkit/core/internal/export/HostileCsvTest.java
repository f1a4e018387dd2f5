package dev.ticketkit.core.internal.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.core.label.Labels;
import dev.ticketkit.core.query.CsvOptions;
import dev.ticketkit.core.query.CsvOptions.Column;
import dev.ticketkit.core.query.CsvOptions.Separator;
import dev.ticketkit.spi.model.Ticket;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The kind of all texts that a cell may hold, in every column, in every form of the file. */
@Tag("B15")
@Tag("F51")
class HostileCsvTest {
    private static final long SEED = 20_261_211L;
    private static final int TICKETS = 120;
    private static final String STATUS = "\u00A0=open;+1";
    private static final String PRIORITY = "high|\u2066@x";

    /** Said here once more, in the words of the options' Javadoc rather than of the code. */
    private static final Pattern FORMULA = Pattern.compile(
            "^[\\s\\p{Z}\\p{Cc}\\p{Cf}\u115F\u1160\u3164\uFFA0\"]*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B\u2212]");

    static Stream<CsvOptions> forms() {
        return Stream.of(Separator.values()).flatMap(separator -> Stream.of(true, false)
                .flatMap(mark -> Stream.of(true, false).map(times -> CsvOptions.builder()
                        .separator(separator)
                        .byteOrderMark(mark)
                        .spreadsheetTimes(times)
                        .columns(Column.values())
                        .attributes(HostileCells.ATTRIBUTE)
                        .build())));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void eachCellComesBackWithItsGuardsAndNothingElse(CsvOptions form) throws IOException {
        List<Ticket> tickets = tickets(form);
        String csv = written(form, tickets);

        assertThat(csv.startsWith("\uFEFF")).isEqualTo(form.byteOrderMark());
        List<CSVRecord> rows = CsvReading.meant(csv, form.separator().sign());
        assertThat(rows).hasSize(TICKETS + 1);
        for (int i = 0; i < TICKETS; i++) {
            List<String> meant = cells(tickets.get(i), form.spreadsheetTimes());
            List<String> read = rows.get(i + 1).toList();
            assertThat(read).as("seed %d, ticket %d", SEED, i).hasSameSizeAs(meant);
            for (int column = 0; column < meant.size(); column++) {
                assertThat(Guarded.problem(meant.get(column), read.get(column)))
                        .as("seed %d, ticket %d, column %d, %s", SEED, i, column, meant.get(column))
                        .isNull();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void noCellIsAFormulaWithWhateverSeparatorItIsRead(CsvOptions form) throws IOException {
        String csv = written(form, tickets(form));

        for (char separator : new char[] {',', ';', '\t', '|'}) {
            for (CsvReading reading : CsvReading.values()) {
                assertThat(formulas(reading.cells(csv, separator)))
                        .as("seed %d, %s by %s", SEED, reading, separator)
                        .isEmpty();
            }
        }
        assertThat(formulas(CsvReading.splitAnywhere(csv))).as("seed %d", SEED).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void isTheSameWhateverTheLanguageOfTheMachine(CsvOptions form) throws IOException {
        List<Ticket> tickets = tickets(form);
        String csv = written(form, tickets);
        Locale before = Locale.getDefault();
        try {
            for (String machine : List.of("ar-EG-u-nu-arab", "ar-EG", "tr-TR", "th-TH-u-ca-buddhist-nu-thai")) {
                Locale.setDefault(Locale.forLanguageTag(machine));
                assertThat(written(form, tickets)).as(machine).isEqualTo(csv);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    private static List<Ticket> tickets(CsvOptions form) {
        // Others for each separator.
        Random random = new Random(SEED + form.separator().sign());
        return Stream.generate(() -> HostileCells.ticket(random)).limit(TICKETS).toList();
    }

    private static String written(CsvOptions form, List<Ticket> tickets) throws IOException {
        StringBuilder csv = new StringBuilder();
        new TicketCsv(form, Labels.of(Locale.ITALIAN), any -> STATUS, any -> PRIORITY, ZoneId.of("Europe/Rome"))
                .write(tickets.stream(), csv);
        return csv.toString();
    }

    private static List<String> cells(Ticket ticket, boolean spreadsheet) {
        String opened = spreadsheet ? "2026-03-10 10:00:00" : "2026-03-10T10:00:00+01:00";
        String attributes = String.join(
                "\n",
                ticket.attributes().entrySet().stream().map(String::valueOf).toList());
        return List.of(
                ticket.reference().value(),
                ticket.title(),
                STATUS,
                PRIORITY,
                ticket.category().name(),
                ticket.contact().id(),
                ticket.contact().name(),
                ticket.owner().label(),
                opened,
                opened,
                spreadsheet ? "2026-07-02 00:30:00" : "2026-07-02T00:30:00+02:00",
                ticket.description(),
                "OPERATOR",
                ticket.externalId(),
                ticket.owner().id(),
                attributes,
                ticket.attributes().get(HostileCells.ATTRIBUTE));
    }

    private static List<String> formulas(Stream<String> cells) {
        return cells.filter(cell -> FORMULA.matcher(cell).find()).toList();
    }
}
