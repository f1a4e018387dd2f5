package dev.ticketkit.acceptance.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.acceptance.DeskFixture;
import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.desk.TicketHandle;
import dev.ticketkit.core.result.CommandResult;
import dev.ticketkit.spi.error.ForbiddenException;
import dev.ticketkit.spi.error.NotFoundException;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.query.Page;
import dev.ticketkit.spi.query.TicketQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Short names for what the commands do. */
@OnEveryStore
class ShortcutTest extends DeskFixture {
    private static final Map<String, Function<TicketHandle, CommandResult>> WRITING = new LinkedHashMap<>();

    static {
        WRITING.put("assign", handle -> handle.assign(PIO));
        WRITING.put("unassign", TicketHandle::unassign);
        WRITING.put("status", handle -> handle.status(Status.WAITING));
        WRITING.put("resolve", TicketHandle::resolve);
        WRITING.put("reopen", TicketHandle::reopen);
    }

    ShortcutTest(Store store) {
        super(store);
    }

    @Test
    void assignsAndTakesBack() {
        Ticket ticket = opened("Printer");

        assertThat(handle(ticket).assign(PIO).ticket().owner()).isEqualTo(PIO);
        assertThat(handle(ticket).assign(PIO).recorded()).isFalse();
        assertThat(handle(ticket).unassign().ticket().owner()).isNull();
        assertThat(handle(ticket).unassign().recorded()).isFalse();
        assertThat(handle(ticket).history()).hasSize(3);
    }

    @Test
    void resolvesAndReopens() {
        Ticket ticket = opened("Printer");

        assertThat(handle(ticket).resolve().ticket().status()).isEqualTo(Status.RESOLVED);
        assertThat(now(ticket).closedAt()).isNotNull();
        Ticket again = handle(ticket).reopen().ticket();
        assertThat(again.status()).isEqualTo(Status.OPEN);
        assertThat(again.reopenings()).isEqualTo(1);
        assertThat(again.closedAt()).isNull();
    }

    @Test
    void reopensWhateverIsDoneAndLeavesWhatIsNot() {
        for (Status status : Status.predefined()) {
            Ticket ticket = opened(ticket("as " + status.key()).status(status));
            CommandResult result = handle(ticket).reopen();

            boolean done = ticket.closedAt() != null;
            assertThat(result.recorded()).as(status.key()).isEqualTo(done);
            assertThat(result.ticket().status()).isEqualTo(done ? Status.OPEN : status);
        }
    }

    @Test
    void takesAStatusWhereverItTakesAKey() {
        Ticket ticket = opened(ticket("Printer").status(Status.WAITING));

        assertThat(ticket.status()).isEqualTo(Status.WAITING);
        assertThat(changed(ticket, change().status(Status.PENDING)).ticket().status())
                .isEqualTo(Status.PENDING);
        assertThat(handle(ticket).status(Status.CLOSED).ticket().status()).isEqualTo(Status.CLOSED);
        opened("another");
        assertThat(titles(TicketQuery.builder().statuses(Status.CLOSED).build()))
                .containsExactly("Printer");
        assertThat(titles(TicketQuery.builder()
                        .statuses(Status.CLOSED, Status.OPEN)
                        .build()))
                .hasSize(2);
    }

    @Test
    void findsByAReferenceAsItWasTyped() {
        Ticket ticket = opened(ticket("Printer").reference("Order-7"));

        assertThat(olga().find("order-7")).contains(ticket);
        assertThat(olga().find("  ORDER-7 ")).contains(ticket);
        for (String none : List.of("order-8", "", "  ", "order\n7", "\u202eorder-7", "x".repeat(257))) {
            assertThat(olga().find(none)).isEmpty();
        }
    }

    @Test
    void askThePolicyAndFindNothingElseThanTheCommandsDo() {
        Ticket ticket = opened("Printer");
        handle(ticket).resolve();
        TicketHandle nothing = olga().ticket(new TicketId(UUID.randomUUID()));
        WRITING.forEach((name, write) -> {
            Assertions.assertThatThrownBy(() -> write.apply(ada().ticket(ticket.id())))
                    .as(name)
                    .isInstanceOf(ForbiddenException.class);
            Assertions.assertThatThrownBy(() -> write.apply(nothing)).as(name).isInstanceOf(NotFoundException.class);
        });
        assertThat(handle(ticket).history()).hasSize(2);
    }

    @Test
    void aPageIsOfWhatAHostShows() {
        opened("one");
        opened("two");
        opened("three");
        TicketQuery query = TicketQuery.builder().limit(2).build();

        Page<Ticket> page = olga().list(query);
        Page<String> titles = page.map(Ticket::title);
        assertThat(titles.items())
                .isEqualTo(page.items().stream().map(Ticket::title).toList());
        assertThat(titles.cursor()).isEqualTo(page.cursor());
        assertThat(titles.total()).isEqualTo(page.total());
        assertThat(titles.hasNext()).isTrue();
        Page<Ticket> last = olga().list(query.toBuilder().cursor(page.cursor()).build());
        assertThat(last.hasNext()).isFalse();
        assertThat(last.items()).hasSize(1);
    }
}
