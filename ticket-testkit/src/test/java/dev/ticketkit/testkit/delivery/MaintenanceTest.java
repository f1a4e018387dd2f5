package dev.ticketkit.testkit.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.delivery.DeliveryOptions;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.storage.Maintenance;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.testkit.MemoryStorage;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A pump that runs does the store's chores; latches only. */
@Timeout(120)
class MaintenanceTest {
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Duration SHORT = Duration.ofMillis(1);

    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void choresAreDoneAsLongAsThereIsMuch() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(3);
        TicketDesk pump = pump(LONG, most -> {
            done.countDown();
            return runs.incrementAndGet() < 3 ? most : 0;
        });
        pump.start();

        done.await();
        assertThat(pump.stop(LONG)).isTrue();
        assertThat(runs).hasValue(3);
    }

    @Test
    void choresAreDueAfterManyDeliveriesToo() throws InterruptedException {
        MemoryStorage memory = new MemoryStorage();
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(2);
        TicketDesk pump = pump(memory, LONG, most -> {
            first.countDown();
            second.countDown();
            return 0;
        });
        pump.start();
        first.await();
        openMany(memory, pump);

        second.await();
        assertThat(pump.stop(LONG)).isTrue();
    }

    @Test
    void choreThatFailsIsTriedAgainAtTheNextPoll() throws InterruptedException {
        CountDownLatch again = new CountDownLatch(1);
        TicketDesk pump = pump(SHORT, most -> {
            if (runs.incrementAndGet() == 1) {
                throw new StackOverflowError("not now");
            }
            again.countDown();
            return 0;
        });
        pump.start();

        again.await();
        assertThat(pump.stop(LONG)).isTrue();
    }

    @Test
    void stopWaitsForTheChoreUnderWay() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        TicketDesk pump = pump(LONG, most -> {
            begun.countDown();
            mayEnd.await();
            return runs.incrementAndGet();
        });
        pump.start();
        begun.await();

        assertThat(pump.stop(Duration.ZERO)).isFalse();
        mayEnd.countDown();
        assertThat(pump.stop(LONG)).isTrue();
        assertThat(runs).hasValue(1);
    }

    private interface Chore {
        int run(int most) throws InterruptedException;
    }

    private static void openMany(MemoryStorage memory, TicketDesk pump) {
        TicketDesk desk =
                TicketDesk.builder().storage(memory).afterCommit(pump::wakeUp).build();
        OpenTicket command = OpenTicket.builder()
                .title("One of many")
                .contact(Contact.of("c-1", "Carla"))
                .build();
        for (int i = 0; i < 500; i++) {
            desk.as("acme", Actor.operator("olga")).open(command);
        }
    }

    private static TicketDesk pump(Duration poll, Chore chore) {
        return pump(new MemoryStorage(), poll, chore);
    }

    private static TicketDesk pump(MemoryStorage memory, Duration poll, Chore chore) {
        TicketStorage storage = mock(TicketStorage.class, delegatesTo(memory));
        doReturn((Maintenance) most -> during(chore, most)).when(storage).maintenance();
        return TicketDesk.builder()
                .storage(storage)
                .consumer(new Recorder("nobody", context -> DeliveryResult.DELIVERED))
                .delivery(DeliveryOptions.builder().pollInterval(poll).build())
                .automations(false)
                .build();
    }

    private static int during(Chore chore, int most) {
        try {
            return chore.run(most);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }
}
