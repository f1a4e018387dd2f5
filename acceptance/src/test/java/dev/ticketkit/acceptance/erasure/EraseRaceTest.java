package dev.ticketkit.acceptance.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.acceptance.DeskFixture;
import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spi.error.TicketErrorCode;
import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.storage.TicketChange;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.spi.storage.TicketStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mockito.AdditionalAnswers;
import org.mockito.Mockito;

/** An erasure among others who work on the same tickets, and one that is cut off. */
@OnEveryStore
@Tag("B7")
@Tag("F61")
class EraseRaceTest extends DeskFixture {
    private static final int TICKETS = 8;
    private static final int WRITERS = 8;
    private static final int NOTES = 15;

    EraseRaceTest(Store store) {
        super(store);
    }

    @Test
    void nothingWrittenBeforeStaysWhoeverWritesAtTheSameTime() throws Exception {
        List<Ticket> tickets = new ArrayList<>();
        for (int i = 0; i < TICKETS; i++) {
            tickets.add(opened(ticket("zq " + i)));
        }
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 2);
        try {
            List<Callable<Object>> work = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                work.add(() -> {
                    for (int note = 0; note < NOTES; note++) {
                        noteUnlessErased(tickets.get(note % TICKETS));
                    }
                    return "written";
                });
            }
            work.add(() -> olga().erase(ADA.id()));
            work.add(() -> olga().erase(ADA.id()));
            for (Future<Object> each : threads.invokeAll(work)) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }

        for (Ticket ticket : tickets) {
            List<TicketEvent> history = handle(ticket).history();
            assertThat(history).extracting(TicketEvent::kind).endsWith(EventKind.ERASED);
            assertThat(history.stream().filter(event -> event.kind() == EventKind.ERASED))
                    .hasSize(1);
            assertThat(history.toString()).doesNotContain("zq");
            assertThat(history).allSatisfy(event -> assertThat(String.valueOf(event.note()))
                    .doesNotContain("zq"));
            assertThat(history).extracting(TicketEvent::version).isSorted().doesNotHaveDuplicates();
        }
        assertThat(olga().list(TicketQuery.builder().contacts(ADA.id()).build()).items())
                .isEmpty();
        assertThat(olga().statistics().verify().holds()).isTrue();
    }

    /** A note is refused once the ticket is erased, also when it was decided before and lost the race. */
    private void noteUnlessErased(Ticket ticket) {
        try {
            handle(ticket).addInternalNote("zq");
        } catch (RefusedException e) {
            assertThat(e.field()).isEqualTo("ticket");
        }
    }

    @Test
    void findsWhatIsLeftAfterACrash() {
        for (int i = 0; i < 5; i++) {
            opened("zq " + i);
        }
        TicketStorage dying = Mockito.mock(TicketStorage.class, AdditionalAnswers.delegatesTo(store.storage()));
        TicketStore tickets = Mockito.mock(
                TicketStore.class, AdditionalAnswers.delegatesTo(store.storage().tickets()));
        AtomicInteger left = new AtomicInteger(2);
        Mockito.doAnswer(call -> {
                    if (left.getAndDecrement() == 0) {
                        throw new StorageException(TicketErrorCode.STORAGE_UNAVAILABLE, "gone", null);
                    }
                    TicketChange change = call.getArgument(0);
                    return store.storage().tickets().commit(change);
                })
                .when(tickets)
                .commit(Mockito.any());
        Mockito.doReturn(tickets).when(dying).tickets();

        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> deskBuilder()
                        .storage(dying)
                        .build()
                        .as(tenant, olgaActor())
                        .erase(ADA.id())))
                .isInstanceOf(StorageException.class);
        assertThat(allTitles()).filteredOn(title -> title.startsWith("zq")).hasSize(3);
        assertThat(olga().erase(ADA.id())).isEqualTo(3);
        assertThat(allTitles()).containsOnly("Data erased").hasSize(5);
    }

    private static dev.ticketkit.spi.model.Actor olgaActor() {
        return dev.ticketkit.spi.model.Actor.operator("olga", "Olga");
    }
}
