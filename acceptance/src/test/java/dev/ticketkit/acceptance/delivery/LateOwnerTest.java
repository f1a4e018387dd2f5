package dev.ticketkit.acceptance.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.delivery.DeliveryOptions;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.spi.storage.delivery.Delivery;
import dev.ticketkit.spi.storage.delivery.DeliveryFailure;
import dev.ticketkit.spi.storage.delivery.DeliveryQueue;
import dev.ticketkit.spi.storage.delivery.ParkedDelivery;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A node whose lease ended while it worked. Nobody extends here: a pump that drains without being started does not. */
@Tag("B4")
@Tag("F18")
class LateOwnerTest {
    private static final TenantId TENANT = new TenantId("tenant");
    private static final Duration LONG = Duration.ofHours(1);
    private static final long BETWEEN_LOOKS_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final Duration SHORT = Duration.ofMillis(1);

    private final CountDownLatch lateBegun = new CountDownLatch(1);
    private final CountDownLatch lateMayEnd = new CountDownLatch(1);
    private final CountDownLatch secondBegun = new CountDownLatch(1);
    private final CountDownLatch secondMayEnd = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private DeliveryStore database;
    private TicketStorage storage;

    @BeforeEach
    void openOne() throws Exception {
        database = new DeliveryStore();
        storage = database.node();
        TicketDesk.builder()
                .storage(storage)
                .build()
                .as(TENANT, Actor.operator("olga", "Olga"))
                .open(OpenTicket.builder()
                        .title("Ticket")
                        .contact(Contact.of("c-ada", "Ada"))
                        .build());
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        database.close();
    }

    @Test
    void lateSuccessIsRefusedAndTheSecondOwnersFailureCounts() throws Exception {
        Future<Integer> late = threads.submit(pump(SHORT, () -> await(lateBegun, lateMayEnd))::drain);
        lateBegun.await();
        Future<?> second = drainUntilTakenOver(pump(LONG, () -> {
            await(secondBegun, secondMayEnd);
            throw new IllegalStateException("the second owner's");
        }));
        secondBegun.await();

        lateMayEnd.countDown();
        late.get();
        assertThat(storage.deliveries().kept().pending(TENANT)).isEqualTo(1);

        secondMayEnd.countDown();
        second.get();
        assertThat(storage.deliveries().kept().pending(TENANT)).isZero();
        assertThat(storage.deliveries().kept().parked(TENANT, 10))
                .extracting(ParkedDelivery::attempts, ParkedDelivery::cause)
                .containsExactly(tuple(1, "java.lang.IllegalStateException: the second owner's"));
    }

    @Test
    void lateFailureIsRefusedOnceTheSecondOwnerIsDone() throws Exception {
        Future<Integer> late = threads.submit(pump(SHORT, () -> {
            await(lateBegun, lateMayEnd);
            throw new IllegalStateException("the late owner's");
        })::drain);
        lateBegun.await();
        drainUntilTakenOver(pump(LONG, secondBegun::countDown)).get();

        lateMayEnd.countDown();
        late.get();
        assertThat(storage.deliveries().kept().pending(TENANT)).isZero();
        assertThat(storage.deliveries().kept().parked(TENANT, 10)).isEmpty();
        assertThat(storage.deliveries().claim("third", 10, LONG)).isEmpty();
    }

    @Test
    void ownerWhoWasTakenOverCanNeitherExtendNorMark() {
        DeliveryQueue queue = storage.deliveries();
        Delivery late = queue.claim("late", 1, Duration.ZERO).get(0);
        Delivery second = takeOver("second");
        DeliveryFailure again = new DeliveryFailure("*", false, Duration.ZERO, "late");
        DeliveryFailure split = new DeliveryFailure("one", true, null, "late");

        assertThat(second.eventId()).isEqualTo(late.eventId());
        assertThat(queue.extend(late, LONG)).isFalse();
        assertThat(queue.complete(late, List.of())).isFalse();
        assertThat(queue.complete(late, List.of(again))).isFalse();
        assertThat(queue.complete(late, List.of(split))).isFalse();
        assertThat(queue.kept().parked(TENANT, 10)).isEmpty();
        assertThat(queue.extend(second, LONG)).isTrue();
        assertThat(queue.complete(second, List.of())).isTrue();
        assertThat(queue.complete(second, List.of())).isFalse();
        assertThat(queue.kept().pending(TENANT)).isZero();
    }

    @Test
    void sameOwnerWhoClaimsAgainCannotUseHisFirstLease() {
        DeliveryQueue queue = storage.deliveries();
        Delivery first = queue.claim("one", 1, Duration.ZERO).get(0);
        Delivery again = takeOver("one");

        assertThat(queue.extend(first, LONG)).isFalse();
        assertThat(queue.complete(first, List.of())).isFalse();
        assertThat(queue.complete(again, List.of())).isTrue();
    }

    private Delivery takeOver(String owner) {
        assertThat(storage.deliveries().claim(owner, 1, LONG)).isEmpty();
        return storage.deliveries().claimAbandoned(owner, LONG).orElseThrow();
    }

    private Future<?> drainUntilTakenOver(TicketDesk pump) {
        return threads.submit(() -> {
            while (pump.drain() == 0 && !Thread.currentThread().isInterrupted()) {
                LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
            }
        });
    }

    private TicketDesk pump(Duration lease, Runnable work) {
        return TicketDesk.builder()
                .storage(storage)
                .consumer(new Listener("listener", context -> work.run()))
                .delivery(DeliveryOptions.builder().lease(lease).maxAttempts(1).build())
                .automations(false)
                .build();
    }

    private static void await(CountDownLatch begun, CountDownLatch mayEnd) {
        begun.countDown();
        try {
            if (!mayEnd.await(2, TimeUnit.MINUTES)) {
                throw new IllegalStateException("nobody let the handler end");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
