package dev.ticketkit.acceptance.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.acceptance.DeskFixture;
import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.query.CsvOptions;
import dev.ticketkit.core.tenant.TenantSettings;
import dev.ticketkit.spi.host.AccessPolicy;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.host.Action;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.SortDirection;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.TicketSort;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("B15")
@OnEveryStore
class ExportTest extends DeskFixture {
    ExportTest(Store store) {
        super(store);
    }

    @Test
    void streamsEveryTicketOnceInOrder() {
        IntStream.range(0, 450).forEach(i -> opened(ticket("t" + i % 9)));
        TicketQuery byTitle = TicketQuery.builder()
                .sort(TicketSort.TITLE, SortDirection.ASCENDING)
                .limit(7)
                .build();

        List<Ticket> streamed = olga().stream(byTitle).toList();

        assertThat(streamed).hasSize(450).doesNotHaveDuplicates();
        assertThat(streamed).isEqualTo(walk(olga(), byTitle));
        assertThat(olga().stream(byTitle).findFirst()).contains(streamed.get(0));
    }

    @Test
    @Tag("B13")
    void streamsOnlyWhatTheActorMayRead() {
        opened(ticket("his").owner(PIO));
        opened(ticket("hers").owner(OLGA));
        AccessPolicy own = new AccessPolicy() {
            @Override
            public AccessScope visibleTo(TenantId tenant, Actor actor) {
                return AccessScope.owners(Set.of(actor.id()));
            }

            @Override
            public boolean allows(TenantId tenant, Actor actor, Action action, Ticket ticket) {
                return true;
            }
        };
        ActorDesk pio = deskBuilder().access(own).build().as(tenant, Actor.operator("pio", "Pio"));

        assertThat(pio.stream(TicketQuery.all())).extracting(Ticket::title).containsExactly("his");
    }

    @Test
    void csvHasHeadingsLabelsAndTimesOfTheTenant() throws IOException {
        ActorDesk desk = deskBuilder()
                .tenants(any ->
                        TenantSettings.defaults().withLanguage(Locale.ITALIAN).withZone(ZoneId.of("Europe/Rome")))
                .build()
                .as(tenant, Actor.operator("olga", "Olga"));
        desk.catalogue().setPriority(Priority.URGENT, "Rosso", true);
        desk.open(ticket("Stampante \"rotta\"")
                .reference("A-1")
                .priority(Priority.URGENT)
                .category("Hardware")
                .owner(PIO)
                .description("prima\nseconda")
                .build());

        StringBuilder csv = new StringBuilder();
        assertThat(desk.writeCsv(TicketQuery.all(), csv)).isEqualTo(1);

        assertThat(csv.toString()).isEqualTo("""
                "Riferimento","Titolo","Stato","Priorità","Categoria","Codice del contatto","Nome del contatto",\
                "Assegnatario","Aperto il","Ultima modifica","Chiuso il","Descrizione"\r
                "A-1","Stampante ""rotta""\","Aperto","Rosso","Hardware","c-ada","Ada","Pio",\
                "2026-03-10T10:00:00+01:00","2026-03-10T10:00:00+01:00","","prima\nseconda"\r
                """);
    }

    @Test
    @Tag("F51")
    void noCellIsAFormula() throws IOException {
        opened(ticket("=HYPERLINK(1)").reference("@A").description("first\n  +cmd|calc\n-1\r\u00a0=2\nno = formula"));

        StringBuilder csv = new StringBuilder();
        olga().writeCsv(TicketQuery.all(), csv);

        assertThat(csv.toString())
                .contains("\"'@A\"", "\"'=HYPERLINK(1)\"", "\"first\n'  +cmd|calc\n'-1\r'\u00a0=2\nno = formula\"");
    }

    @Test
    @Tag("F51")
    void writesWhatASpreadsheetOfTheCountryReads() throws IOException {
        ActorDesk desk = deskBuilder()
                .tenants(any ->
                        TenantSettings.defaults().withLanguage(Locale.ITALIAN).withZone(ZoneId.of("Europe/Rome")))
                .build()
                .as(tenant, Actor.operator("olga", "Olga"));
        desk.open(ticket("late;=1+1;please")
                .reference("A-1")
                .owner(PIO)
                .externalId("order-1")
                .attributes(Map.of("colour", "red"))
                .build());
        CsvOptions options = CsvOptions.builder()
                .separator(CsvOptions.Separator.SEMICOLON)
                .byteOrderMark(true)
                .spreadsheetTimes(true)
                .columns(CsvOptions.Column.TITLE, CsvOptions.Column.OPENED)
                .with(CsvOptions.Column.ORIGIN, CsvOptions.Column.EXTERNAL_ID, CsvOptions.Column.OWNER_ID)
                .attributes("colour")
                .build();

        StringBuilder csv = new StringBuilder();
        assertThat(desk.writeCsv(TicketQuery.all(), options, csv)).isEqualTo(1);

        assertThat(csv.toString()).isEqualTo("""
                \uFEFF"Titolo";"Aperto il";"Origine";"Codice esterno";"Codice dell'assegnatario";"colour"\r
                "late;'=1+1;please";"2026-03-10 10:00:00";"OPERATOR";"order-1";"pio";"red"\r
                """);
    }
}
