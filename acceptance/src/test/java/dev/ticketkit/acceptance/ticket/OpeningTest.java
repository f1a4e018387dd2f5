package dev.ticketkit.acceptance.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.acceptance.DeskFixture;
import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.result.CommandResult;
import dev.ticketkit.core.statistics.StatisticsReport;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.SortDirection;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.TicketSort;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@OnEveryStore
@Tag("R11")
class OpeningTest extends DeskFixture {
    OpeningTest(Store store) {
        super(store);
    }

    @Test
    void fromTheChatImpliesTheContact() {
        Ticket ticket = olga().contact(BRUNO)
                .open(OpenTicket.builder().title("a").build())
                .ticket();

        assertThat(ticket.contact()).isEqualTo(BRUNO);
        assertThat(olga().contact(BRUNO).open(ticket("b").build()).ticket().contact())
                .isEqualTo(BRUNO);
    }

    @Test
    void fromTheListRequiresTheContact() {
        assertRefused(
                "contact", () -> olga().open(OpenTicket.builder().title("a").build()));
        assertThat(allTitles()).isEmpty();
    }

    @Test
    void keepsEverythingItIsGiven() {
        OpenTicket command = ticket("Printer on fire")
                .description("since 9")
                .reference("P-1")
                .status("pending")
                .priority(Priority.HIGHEST)
                .category("Hardware")
                .contact(BRUNO)
                .owner(PIO)
                .externalId("e-1")
                .attributes(Map.of("floor", "3"))
                .build();
        CommandResult written = olga().open(command);
        Ticket ticket = now(written.ticket());

        assertThat(ticket).isEqualTo(written.ticket());
        assertThat(ticket.title()).isEqualTo("Printer on fire");
        assertThat(ticket.description()).isEqualTo("since 9");
        assertThat(ticket.reference()).isEqualTo(new Reference("P-1"));
        assertThat(ticket.status().key()).isEqualTo("pending");
        assertThat(ticket.priority()).isEqualTo(Priority.HIGHEST);
        assertThat(ticket.category().name()).isEqualTo("Hardware");
        assertThat(ticket.contact()).isEqualTo(BRUNO);
        assertThat(ticket.owner()).isEqualTo(PIO);
        assertThat(ticket.externalId()).isEqualTo("e-1");
        assertThat(ticket.attributes()).containsExactly(Map.entry("floor", "3"));
        assertThat(ticket.version()).isEqualTo(1);
        assertThat(ticket.deletedAt()).isNull();
        assertThat(written.recorded()).isTrue();
        assertThat(written.replayed()).isFalse();
        assertThat(written.receipt().ticketId()).isEqualTo(ticket.id());
        assertThat(written.receipt().version()).isEqualTo(1);
    }

    @Test
    @Tag("R15")
    void showsAtOnceEverywhere() {
        Ticket ticket = opened(ticket("Printer").category("Hardware").owner(PIO));

        for (TicketSort sort : TicketSort.values()) {
            assertThat(titles(TicketQuery.builder()
                            .sort(sort, SortDirection.ASCENDING)
                            .build()))
                    .containsExactly("Printer");
        }
        assertThat(olga().contact(ADA).list(TicketQuery.all()).items()).containsExactly(ticket);
        assertThat(ada().list(TicketQuery.all()).items())
                .containsExactly(ticket.toBuilder().owner(null).build());
        assertThat(olga().contact(BRUNO).list(TicketQuery.all()).items()).isEmpty();
        assertThat(titles(TicketQuery.builder()
                        .text("print*")
                        .owners("pio")
                        .categories("hardware")
                        .build()))
                .containsExactly("Printer");
        StatisticsReport report = as(Actor.operator("pio")).statistics().report();
        assertThat(report.tickets()).isEqualTo(1);

        changed(ticket, change().title("Scanner"));
        assertThat(titles(TicketQuery.builder().text("scan*").build())).containsExactly("Scanner");
        assertThat(titles(TicketQuery.builder().text("print*").build())).isEmpty();
        handle(ticket).delete();
        assertThat(allTitles()).isEmpty();
        assertThat(titles(TicketQuery.builder().text("scan*").build())).isEmpty();
    }
}
