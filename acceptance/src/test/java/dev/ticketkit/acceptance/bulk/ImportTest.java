package dev.ticketkit.acceptance.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.ticketkit.acceptance.DeskFixture;
import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.command.ImportTicket;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.reference.ReferenceFormat;
import dev.ticketkit.core.result.ImportProblem;
import dev.ticketkit.core.result.ImportReport;
import dev.ticketkit.core.tenant.TenantSettings;
import dev.ticketkit.spi.error.ForbiddenException;
import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Origin;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.TicketQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("B8")
@OnEveryStore
class ImportTest extends DeskFixture {
    private static final Instant OPENED = Instant.parse("2024-05-06T07:08:09.123456Z");
    private static final Instant CLOSED = Instant.parse("2024-05-08T07:08:09.123456Z");

    ImportTest(Store store) {
        super(store);
    }

    private static ImportTicket row(OpenTicket.Builder ticket) {
        return new ImportTicket(ticket.build(), OPENED, null);
    }

    private static ImportTicket closed(OpenTicket.Builder ticket) {
        return new ImportTicket(ticket.status("resolved").build(), OPENED, CLOSED);
    }

    private ImportReport imported(ImportTicket... rows) {
        return olga().importTickets(List.of(rows).iterator());
    }

    private Ticket found(String reference) {
        return olga().find(new Reference(reference)).orElseThrow();
    }

    @Test
    void ticketsComeInAsTheyStandWithTheirOwnTimes() {
        ImportReport report = imported(
                closed(ticket("a").reference("OLD-1").category("Hardware")),
                row(ticket("b").externalId("order-7").owner(PIO)));

        assertThat(report).isEqualTo(new ImportReport(2, 2, 0, 0, List.of()));
        Ticket closed = found("old-1");
        assertThat(closed.openedAt()).isEqualTo(OPENED);
        assertThat(closed.closedAt()).isEqualTo(CLOSED);
        assertThat(closed.updatedAt()).isEqualTo(CLOSED);
        assertThat(closed.origin()).isEqualTo(Origin.IMPORT);
        assertThat(closed.category().name()).isEqualTo("Hardware");
        Ticket open = olga().findByExternalId("order-7").orElseThrow();
        assertThat(open.closedAt()).isNull();
        assertThat(open.owner()).isEqualTo(PIO);
        assertThat(handle(closed).history()).singleElement().satisfies(event -> {
            assertThat(event.kind()).isEqualTo(EventKind.OPENED);
            assertThat(event.at()).isEqualTo(OPENED);
            assertThat(event.actor().id()).isEqualTo("olga");
        });
    }

    @Test
    @Tag("R34")
    void statisticsCountThem() {
        imported(closed(ticket("a").reference("OLD-1")), row(ticket("b").reference("OLD-2")));
        opened("c");

        assertThat(olga().statistics().verify().differences()).isEmpty();
        assertThat(found("OLD-1").closingTime()).isEqualTo(Duration.between(OPENED, CLOSED));
    }

    @Test
    @Tag("R28")
    void nobodyIsTold() {
        imported(row(ticket("a").reference("OLD-1")));
        assertThat(store.storage().deliveries().kept().pending(tenant)).isZero();

        opened("b");
        assertThat(store.storage().deliveries().kept().pending(tenant)).isEqualTo(1);
    }

    @Test
    void whatIsKnownIsSkippedSoThatARerunIsSafe() {
        opened(ticket("by hand").reference("OLD-3"));
        ImportTicket[] rows = {
            row(ticket("a").reference("OLD-1")),
            row(ticket("b").externalId("order-7")),
            row(ticket("c").reference("old-1")),
            row(ticket("d").reference("OLD-3")),
        };

        assertThat(imported(rows)).isEqualTo(new ImportReport(4, 2, 2, 0, List.of()));
        assertThat(imported(rows)).isEqualTo(new ImportReport(4, 0, 4, 0, List.of()));
        assertThat(allTitles()).containsExactlyInAnyOrder("by hand", "a", "b");
    }

    @Test
    @Tag("R7")
    void whatWasErasedDoesNotComeBack() {
        imported(row(ticket("a").reference("OLD-1")));
        olga().erase(ADA.id());

        assertThat(imported(row(ticket("a").reference("OLD-1"))).skipped()).isEqualTo(1);
        assertThat(olga().find(new Reference("OLD-1"))).isEmpty();
    }

    @Test
    void aBadRowIsReportedAndTheRestComesIn() {
        ImportReport report = imported(
                row(ticket("a").reference("OLD-1")),
                row(OpenTicket.builder().title(" ").reference("OLD-2").contact(ADA)),
                row(OpenTicket.builder().title("no contact").reference("OLD-3")),
                row(ticket("unknown by anything")),
                row(ticket("bad status").reference("OLD-4").status("none")),
                new ImportTicket(ticket("open").reference("OLD-5").build(), OPENED, CLOSED),
                new ImportTicket(ticket("x").reference("OLD-6").status("closed").build(), CLOSED, OPENED),
                new ImportTicket(
                        ticket("future").reference("OLD-7").build(),
                        clock.instant().plusSeconds(1),
                        null),
                new ImportTicket(null, null, null),
                row(ticket("keyed").reference("OLD-8").idempotencyKey("k")),
                row(ticket("b").reference("OLD-9")));

        assertThat(report.rows()).isEqualTo(11);
        assertThat(report.imported()).isEqualTo(2);
        assertThat(report.failed()).isEqualTo(9);
        assertThat(report.problems())
                .extracting(ImportProblem::row, ImportProblem::field)
                .containsExactly(
                        tuple(2L, "ticket.title"),
                        tuple(3L, "ticket.contact"),
                        tuple(4L, "ticket.reference"),
                        tuple(5L, "status"),
                        tuple(6L, "closedAt"),
                        tuple(7L, "closedAt"),
                        tuple(8L, "openedAt"),
                        tuple(9L, "openedAt"),
                        tuple(9L, "ticket"),
                        tuple(10L, "ticket.idempotencyKey"));
        assertThat(allTitles()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    @Tag("R7")
    void generatedNumbersGoOnAfterTheImportedOnes() {
        ActorDesk numbered = deskBuilder()
                .tenants(any -> TenantSettings.defaults().withReferences(ReferenceFormat.yearlySequence("T-", 4)))
                .build()
                .as(tenant, Actor.operator("olga", "Olga"));
        List<ImportTicket> rows = new ArrayList<>();
        rows.add(row(ticket("a").reference("T-2026-0007")));
        rows.add(row(ticket("b").reference("t-2025-0123")));
        rows.add(row(ticket("c").reference("T-2026-0003")));
        numbered.importTickets(rows.iterator());

        assertThat(numbered.open(ticket("next").build()).ticket().reference().value())
                .isEqualTo("T-2026-0008");
        assertThat(numbered.at(Instant.parse("2025-06-01T00:00:00Z"))
                        .open(ticket("earlier").build())
                        .ticket()
                        .reference()
                        .value())
                .isEqualTo("T-2025-0124");
    }

    @Test
    void manyRowsComeInBatchesAndProgressIsTold() {
        List<ImportTicket> rows = IntStream.rangeClosed(1, 2_500)
                .mapToObj(i -> row(ticket("old " + i).reference("OLD-" + i).category("Category " + i % 7)))
                .toList();
        List<Long> told = new ArrayList<>();

        ImportReport report = olga().importTickets(rows.iterator(), each -> told.add(each.imported()));

        assertThat(report).isEqualTo(new ImportReport(2_500, 2_500, 0, 0, List.of()));
        assertThat(told).containsExactly(1_000L, 2_000L, 2_500L);
        assertThat(olga().stream(TicketQuery.all())).hasSize(2_500);
        assertThat(olga().statistics().verify().differences()).isEmpty();
        assertThat(olga().catalogue().categories()).hasSize(7);
    }

    @Test
    void importedTicketsAreWorkedOnLikeOthers() {
        imported(row(ticket("a").reference("OLD-1")));
        changed(found("OLD-1"), change().status("resolved"));

        List<TicketEvent> history = handle(found("OLD-1")).history();
        assertThat(history).hasSize(2);
        assertThat(found("OLD-1").closedAt()).isEqualTo(clock.instant());
    }

    @Test
    @Tag("R22")
    void contactsDoNotImport() {
        assertThatThrownBy(() -> ada().importTickets(
                                List.of(row(ticket("a").reference("OLD-1"))).iterator()))
                .isInstanceOf(ForbiddenException.class);
        assertThat(allTitles()).isEmpty();
    }
}
