package dev.ticketkit.acceptance.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.acceptance.DeskFixture;
import dev.ticketkit.acceptance.OnEveryDatabase;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.spi.error.RetryableException;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.TicketQuery;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Two hosts that write in transactions of several commands each and roll every third back: no state is torn. A few lock in another
 * order than the rest, so that some deadlock and are run again.
 */
@OnEveryDatabase
@Tag("B6")
@Tag("F25")
class JoinedBatchesTest extends DeskFixture {
    private static final long SEED = 815;
    private static final int TRANSACTIONS = 40;
    private static final int MOST_TRIES = 1000;

    JoinedBatchesTest(Store store) {
        super(store);
    }

    @BeforeEach
    void createTable() throws SQLException {
        HostTransaction.createTable(store.dataSource());
    }

    private enum End {
        COMMITTED,
        ROLLED_BACK,
        AGAIN
    }

    private End transaction(Ticket shared, String id, boolean commit, boolean sharedFirst) throws SQLException {
        try (HostTransaction host = HostTransaction.begin(store.dataSource(), deskBuilder(), tenant)) {
            host.order(id);
            if (sharedFirst) {
                host.desk().ticket(shared.id()).addInternalNote(id);
            }
            Ticket one = host.desk()
                    .open(command(id + "-1").category("Shared").build())
                    .ticket();
            host.desk().open(command(id + "-2").category("Of " + id).build());
            host.desk().ticket(one.id()).change(change().status("closed").build());
            if (!sharedFirst) {
                host.desk().ticket(shared.id()).addInternalNote(id);
            }
            if (!commit) {
                return End.ROLLED_BACK;
            }
            host.commit();
            return End.COMMITTED;
        } catch (RetryableException e) {
            return End.AGAIN;
        }
    }

    private static OpenTicket.Builder command(String title) {
        return ticket(title).externalId(title);
    }

    private Callable<List<String>> batch(Ticket shared, int host) {
        return () -> {
            Random random = new Random(SEED + host);
            List<String> committed = new ArrayList<>();
            for (int i = 0; i < TRANSACTIONS; i++) {
                String id = "h" + host + "-" + i;
                boolean commit = random.nextInt(3) > 0;
                if (untilEnded(shared, id, commit, host == 2 && i % 20 == 10) == End.COMMITTED) {
                    committed.add(id);
                }
            }
            return committed;
        };
    }

    private End untilEnded(Ticket shared, String id, boolean commit, boolean sharedFirst) throws SQLException {
        for (int i = 0; i < MOST_TRIES; i++) {
            End end = transaction(shared, id, commit, sharedFirst);
            if (end != End.AGAIN) {
                return end;
            }
        }
        throw new AssertionError("transaction " + id + " never ended");
    }

    private List<String> runTwoBatches(Ticket shared) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<List<String>>> batches = threads.invokeAll(List.of(batch(shared, 1), batch(shared, 2)));
            List<String> committed = new ArrayList<>(batches.get(0).get());
            committed.addAll(batches.get(1).get());
            return committed;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void leaveNoTornState() throws Exception {
        Ticket shared = opened("shared");
        List<String> committed = runTwoBatches(shared);
        List<Ticket> tickets = walk(olga(), TicketQuery.builder().limit(200).build());

        assertThat(committed).as("seed %d", SEED).isNotEmpty().hasSizeLessThan(2 * TRANSACTIONS);
        assertThat(HostTransaction.orders(store.dataSource(), tenant)).containsExactlyInAnyOrderElementsOf(committed);
        assertThat(tickets.stream().map(Ticket::title).filter(title -> !title.equals("shared")))
                .containsExactlyInAnyOrderElementsOf(committed.stream()
                        .flatMap(id -> List.of(id + "-1", id + "-2").stream())
                        .toList());
        assertThat(tickets.stream().map(ticket -> ticket.reference().value()))
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 1 + 2 * committed.size())
                        .mapToObj(i -> String.format(Locale.ROOT, "T-%06d", i))
                        .toList());
        assertThat(handle(shared).notes().stream().map(event -> event.note().text()))
                .containsExactlyInAnyOrderElementsOf(committed);
        assertThat(olga().catalogue().categories()).hasSize(1 + committed.size());
        assertThat(olga().statistics().verify().differences()).isEmpty();
        tickets.forEach(this::assertHasItsEvents);
    }

    private void assertHasItsEvents(Ticket ticket) {
        assertThat(handle(ticket).history().stream().map(TicketEvent::version).toList())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, (int) ticket.version())
                        .mapToObj(i -> (long) i)
                        .toList());
    }
}
