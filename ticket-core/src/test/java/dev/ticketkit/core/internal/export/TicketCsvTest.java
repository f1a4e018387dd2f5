package dev.ticketkit.core.internal.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketkit.core.Tickets;
import dev.ticketkit.core.label.Labels;
import dev.ticketkit.core.query.CsvOptions;
import dev.ticketkit.core.query.CsvOptions.Column;
import dev.ticketkit.core.query.CsvOptions.Separator;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Origin;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.Ticket;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("B15")
class TicketCsvTest {
    private static final long SEED = 20_261_129L;

    @ParameterizedTest
    @EnumSource(Separator.class)
    void anyTextComesBackFromCommonsCsv(Separator separator) throws IOException {
        Random random = new Random(SEED);
        List<Ticket> tickets = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            tickets.add(Tickets.open()
                    .title("t" + CsvTextTest.anyText(random))
                    .description(CsvTextTest.anyText(random))
                    .contact(Contact.of("c", CsvTextTest.anyText(random)))
                    .build());
        }
        CsvOptions options = CsvOptions.builder()
                .separator(separator)
                .columns(Column.TITLE, Column.DESCRIPTION, Column.CONTACT_NAME)
                .build();

        List<CSVRecord> records = read(written(options, tickets), separator);

        assertThat(records).hasSize(501);
        for (int i = 0; i < tickets.size(); i++) {
            Ticket ticket = tickets.get(i);
            assertThat(records.get(i + 1).toList())
                    .as("seed %d, ticket %d", SEED, i)
                    .containsExactly(
                            CsvText.guarded(ticket.title()),
                            CsvText.guarded(String.valueOf(ticket.description())),
                            CsvText.guarded(String.valueOf(ticket.contact().name())));
        }
    }

    @Test
    void writesTheColumnsThatAreAskedForInTheirOrder() throws IOException {
        CsvOptions options = CsvOptions.builder()
                .columns(Column.TITLE, Column.ORIGIN)
                .with(Column.EXTERNAL_ID, Column.OWNER_ID, Column.ATTRIBUTES)
                .attributes("size", "=colour")
                .build();

        assertThat(written(options, List.of(full()))).isEqualTo("""
                "Title","Origin","External id","Owner's id","Attributes","size","'=colour"\r
                "Lamp","HOST","order-7","op-1","'=colour=red\nsize=L","L","red"\r
                """);
        assertThat(written(
                        options,
                        List.of(Tickets.open()
                                .title("bare")
                                .origin(Origin.OPERATOR)
                                .build())))
                .endsWith("\"bare\",\"OPERATOR\",\"\",\"\",\"\",\"\",\"\"\r\n");
    }

    @Test
    void theUsualColumnsAreThoseBeforeTheOrigin() {
        assertThat(CsvOptions.defaults().columns())
                .containsExactly(
                        Column.REFERENCE,
                        Column.TITLE,
                        Column.STATUS,
                        Column.PRIORITY,
                        Column.CATEGORY,
                        Column.CONTACT_ID,
                        Column.CONTACT_NAME,
                        Column.OWNER,
                        Column.OPENED,
                        Column.UPDATED,
                        Column.CLOSED,
                        Column.DESCRIPTION);
    }

    @ParameterizedTest
    @EnumSource(Column.class)
    void everyColumnHasAHeadingInEachLanguage(Column column) throws IOException {
        for (Locale language : List.of(Locale.ENGLISH, Locale.ITALIAN, Locale.forLanguageTag("es"))) {
            StringBuilder csv = new StringBuilder();
            csv(CsvOptions.builder().columns(column).build(), language).write(java.util.stream.Stream.of(), csv);
            assertThat(csv.toString()).doesNotContain("column.", "field.").hasSizeGreaterThan(5);
        }
    }

    @Test
    void beginsWithAMarkWhereItIsAskedFor() throws IOException {
        assertThat(written(CsvOptions.builder().byteOrderMark(true).build(), List.of()))
                .startsWith("\uFEFF\"Reference\"");
        assertThat(written(CsvOptions.defaults(), List.of())).startsWith("\"Reference\"");
    }

    @Test
    void writesTimesAsASpreadsheetReadsThem() throws IOException {
        Ticket ticket = Tickets.open()
                .openedAt(Instant.parse("2026-10-25T00:30:00.999Z"))
                .closedAt(null)
                .build();
        CsvOptions times = CsvOptions.builder()
                .columns(Column.OPENED, Column.CLOSED)
                .spreadsheetTimes(true)
                .build();

        assertThat(written(times, List.of(ticket))).endsWith("\"2026-10-25 02:30:00\",\"\"\r\n");
    }

    @Test
    void refusesAttributesThatNoTicketHas() {
        assertThatThrownBy(() -> CsvOptions.builder().attributes("a\u0000")).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> CsvOptions.builder()
                        .attributes(Collections.nCopies(33, "a").toArray(String[]::new)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 32");
    }

    static Ticket full() {
        return Tickets.open()
                .title("Lamp")
                .origin(Origin.HOST)
                .externalId("order-7")
                .owner(new Party("op-1", "Olga"))
                .attributes(Map.of("size", "L", "=colour", "red"))
                .build();
    }

    static String written(CsvOptions options, List<Ticket> tickets) throws IOException {
        StringBuilder csv = new StringBuilder();
        assertThat(csv(options, Locale.ENGLISH).write(tickets.stream(), csv)).isEqualTo(tickets.size());
        return csv.toString();
    }

    private static TicketCsv csv(CsvOptions options, Locale language) {
        Labels labels = Labels.of(language);
        return new TicketCsv(options, labels, labels::status, labels::priority, ZoneId.of("Europe/Rome"));
    }

    private static List<CSVRecord> read(String csv, Separator separator) throws IOException {
        CSVFormat format =
                CSVFormat.RFC4180.builder().setDelimiter(separator.sign()).get();
        try (CSVParser parser = CSVParser.parse(csv, format)) {
            return parser.getRecords();
        }
    }
}
