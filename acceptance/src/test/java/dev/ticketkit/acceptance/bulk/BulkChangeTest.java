package dev.ticketkit.acceptance.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.acceptance.DeskFixture;
import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.core.result.BulkResult;
import dev.ticketkit.spi.error.NotFoundException;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("B14")
@OnEveryStore
class BulkChangeTest extends DeskFixture {
    BulkChangeTest(Store store) {
        super(store);
    }

    private static ChangeTicket resolve() {
        return change().status("resolved").build();
    }

    @Test
    void everyTicketHasAResultOfItsOwn() {
        Ticket first = opened("a");
        Ticket gone = opened("b");
        handle(gone).delete();
        Ticket already = opened(ticket("c").status("resolved"));
        TicketId unknown = new TicketId(UUID.randomUUID());

        List<BulkResult> results = olga().changeAll(List.of(first.id(), gone.id(), already.id(), unknown), resolve());

        assertThat(results)
                .extracting(BulkResult::ticket)
                .containsExactly(first.id(), gone.id(), already.id(), unknown);
        assertThat(results.get(0).written().recorded()).isTrue();
        assertThat(results.get(0).problem()).isNull();
        assertThat(results.get(1).problem()).isInstanceOf(NotFoundException.class);
        assertThat(results.get(1).written()).isNull();
        assertThat(results.get(2).written().recorded()).isFalse();
        assertThat(results.get(3).problem()).isInstanceOf(NotFoundException.class);
        assertThat(now(first).status()).isEqualTo(Status.RESOLVED);
    }

    @Test
    void whatIsRefusedForOneIsDoneForTheOthers() {
        Ticket first = opened("a");
        Ticket second = opened("b");

        List<BulkResult> results = olga().changeAll(
                        List.of(first.id(), second.id()),
                        change().status("no-such").build());

        assertThat(results).allSatisfy(result -> assertThat(result.problem()).isInstanceOf(RefusedException.class));
        assertThat(now(first).version()).isEqualTo(1);
    }

    @Test
    @Tag("B3")
    void theWholeIsRepeatedByItsKey() {
        Ticket first = opened("a");
        Ticket second = opened("b");
        ChangeTicket command =
                change().status("resolved").idempotencyKey("night").build();
        List<BulkResult> results = olga().changeAll(List.of(first.id()), command);
        List<BulkResult> again = olga().changeAll(List.of(first.id(), second.id()), command);

        assertThat(again.get(0).written().replayed()).isTrue();
        assertThat(again.get(0).written().receipt())
                .isEqualTo(results.get(0).written().receipt());
        assertThat(again.get(1).written().replayed()).isFalse();
        assertThat(handle(first).history()).hasSize(2);
        assertThat(handle(second).history()).hasSize(2);
    }

    @Test
    void tooManyATicketTwiceAndAVersionAreRefused() {
        Ticket ticket = opened("a");
        List<TicketId> many = Stream.generate(() -> new TicketId(UUID.randomUUID()))
                .limit(1_001)
                .toList();

        assertRefused("tickets", () -> olga().changeAll(many, resolve()));
        assertRefused("tickets", () -> olga().changeAll(Collections.nCopies(2, ticket.id()), resolve()));
        assertRefused("version", () -> olga().changeAll(
                        List.of(ticket.id()), change().title("b").onVersion(1).build()));
        assertRefused("title", () -> olga().changeAll(
                        List.of(ticket.id()), change().title(" ").build()));
        assertThat(now(ticket).version()).isEqualTo(1);
    }

    @Test
    void noTicketsIsNoResult() {
        assertThat(olga().changeAll(List.of(), resolve())).isEmpty();
    }
}
