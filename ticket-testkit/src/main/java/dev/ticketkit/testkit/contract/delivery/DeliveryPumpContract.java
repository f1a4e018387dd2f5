package dev.ticketkit.testkit.contract.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.core.delivery.DeliveredEvent;
import dev.ticketkit.core.delivery.DeliveryOptions;
import dev.ticketkit.core.delivery.EventConsumer;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spi.error.TicketErrorCode;
import dev.ticketkit.spi.error.UnreadableException;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.spi.storage.delivery.ParkedDelivery;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import dev.ticketkit.testkit.contract.internal.DeliveryContract;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** With a pump on the store: nothing is given up that no consumer ever saw, whatever fails and whoever dies. */
@Tag("B4")
@Timeout(300)
@SuppressWarnings("exports")
public abstract class DeliveryPumpContract extends DeliveryContract {
    private static final int ATTEMPTS = 3;
    private static final int TENANTS = 4;
    private static final Duration AT_ONCE = Duration.ofNanos(1_000);

    private final Map<UUID, TenantId> owners = new ConcurrentHashMap<>();
    private final Map<UUID, List<Integer>> attempts = new ConcurrentHashMap<>();

    /** For subclasses. */
    protected DeliveryPumpContract() {}

    /** What reading a row that is no good may throw. */
    private static final List<Supplier<RuntimeException>> ROW_PROBLEMS = List.of(
            () -> new IllegalArgumentException("no such kind"),
            () -> new UnreadableException("ticket 1", 7L, "no such kind", null));

    @Test
    void oneUnreadableRowParksItselfAlone() {
        for (Supplier<RuntimeException> problem : ROW_PROBLEMS) {
            attempts.clear();
            List<UUID> events = open(20);
            UUID unreadable = events.get(7);
            FaultyReads faulty = new FaultyReads(storage());
            faulty.failOn(unreadable::equals, problem);

            pump(faulty.storage(), context -> {}).drainWithRetries();

            events.remove(unreadable);
            assertDeliveredAtTheFirstTry(events);
            assertThat(parked())
                    .filteredOn(each -> each.eventId().equals(unreadable))
                    .singleElement()
                    .satisfies(each -> {
                        assertThat(each.attempts()).isEqualTo(ATTEMPTS);
                        assertThat(each.cause()).contains("cannot be read", "no such kind");
                    });
            assertThat(parked()).noneMatch(each -> events.contains(each.eventId()));
        }
    }

    static Stream<Supplier<RuntimeException>> outages() {
        return Stream.of(
                () -> new StorageException(TicketErrorCode.STORAGE_UNAVAILABLE, "down", null),
                () -> new StorageException(TicketErrorCode.STORAGE_FAILED, "no permission", null),
                () -> new IllegalStateException("down"));
    }

    @Test
    void claimsThatWorkWhileReadsFailAreNoAttempts() {
        outages().forEach(outage -> {
            attempts.clear();
            List<UUID> events = open(20);
            FaultyReads faulty = new FaultyReads(storage());
            TicketDesk pump = pump(faulty.storage(), context -> {});
            faulty.failOn(argument -> true, outage);
            for (int i = 0; i < 2 * ATTEMPTS; i++) {
                assertThat(pump.drain()).isZero();
            }
            faulty.heal();
            pump.drain();

            assertDeliveredAtTheFirstTry(events);
            assertThat(parked()).isEmpty();
        });
    }

    @Test
    void oneTenantThatCannotBeReadHoldsNobodyUp() {
        List<UUID> events = open(20);
        List<UUID> others = new ArrayList<>(events);
        TenantId dark = make.tenant();
        others.removeAll(eventsOf(dark));
        FaultyReads faulty = new FaultyReads(storage());
        faulty.failOn(dark::equals, outages().findFirst().orElseThrow());
        TicketDesk pump = pump(faulty.storage(), context -> {});
        for (int i = 0; i < 2 * ATTEMPTS; i++) {
            pump.drain();
        }
        assertDeliveredAtTheFirstTry(others);

        faulty.heal();
        pump.drain();
        assertDeliveredAtTheFirstTry(events);
        assertThat(parked()).isEmpty();
    }

    @Test
    @Tag("F3")
    void anEventThatEndsItsProcessTakesNobodyAlong() throws InterruptedException {
        List<UUID> events = open(40);
        UUID deadly = events.get(11);
        int processes = 0;
        while (parked().isEmpty()) {
            assertThat(++processes).as("processes").isLessThan(5 * ATTEMPTS);
            runAProcess(deadly);
        }

        assertThat(parked()).extracting(ParkedDelivery::eventId).containsExactly(deadly);
        assertThat(parked().get(0).cause()).contains("no attempt ever ended");
        // It is one of many at first, which is not counted.
        assertThat(attempts.get(deadly)).containsExactly(1, 1, 2, 3);
        events.remove(deadly);
        assertThat(attempts.keySet()).containsAll(events);
        events.forEach(event -> assertThat(attempts.get(event)).containsOnly(1));
        assertThat(kept().pending(make.tenant())).isZero();
    }

    @Test
    @Tag("F14")
    void orderlyStopsAreNoAttempts() throws InterruptedException {
        List<UUID> events = open(40);
        for (int i = 0; i < 2 * ATTEMPTS; i++) {
            CountDownLatch begun = new CountDownLatch(1);
            TicketDesk pump = pump(storage(), context -> {
                begun.countDown();
                awaitInterrupt();
            });
            pump.start();
            begun.await();
            pump.stop(Duration.ZERO);
            assertThat(pump.stop(Duration.ofMinutes(2))).isTrue();
        }
        pump(storage(), context -> {}).drain();

        assertDeliveredAtTheFirstTry(events);
        assertThat(parked()).isEmpty();
    }

    /** One after the other of some tenants, the first of them this test's. */
    private List<UUID> open(int count) {
        List<TicketFixtures> tenants = new ArrayList<>(List.of(make));
        while (tenants.size() < TENANTS) {
            tenants.add(TicketFixtures.ofNewTenant());
        }
        List<UUID> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            TicketFixtures tenant = tenants.get(i % TENANTS);
            var opening = tenant.opening(tenant.ticket().build());
            committed(opening);
            events.add(event(opening));
            owners.put(event(opening), tenant.tenant());
        }
        return events;
    }

    private List<UUID> eventsOf(TenantId tenant) {
        return owners.entrySet().stream()
                .filter(each -> each.getValue().equals(tenant))
                .map(Map.Entry::getKey)
                .toList();
    }

    private List<ParkedDelivery> parked() {
        return owners.values().stream()
                .distinct()
                .flatMap(tenant -> kept().parked(tenant, MOST).stream())
                .toList();
    }

    private void assertDeliveredAtTheFirstTry(List<UUID> events) {
        assertThat(attempts.keySet()).containsExactlyInAnyOrderElementsOf(events);
        assertThat(attempts.values()).allSatisfy(each -> assertThat(each).containsExactly(1));
    }

    /** A process that dies by one event never says another word; here its thread waits instead. */
    private void runAProcess(UUID deadly) throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        TicketDesk pump = pump(
                storage(),
                context -> {
                    if (context.event().id().equals(deadly)) {
                        over.countDown();
                        awaitInterrupt();
                        throw new IllegalStateException("nobody hears this");
                    }
                },
                AT_ONCE);
        Thread process = new Thread(() -> {
            while (over.getCount() > 0 && parked().isEmpty()) {
                pump.drain();
            }
            over.countDown();
        });
        process.setDaemon(true);
        process.start();
        over.await();
    }

    private static void awaitInterrupt() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private TicketDesk pump(TicketStorage storage, Consumer<DeliveredEvent> consumer) {
        return pump(storage, consumer, LONG);
    }

    private TicketDesk pump(TicketStorage storage, Consumer<DeliveredEvent> consumer, Duration lease) {
        return TicketDesk.builder()
                .storage(storage)
                .consumer(new Listener(consumer))
                .delivery(DeliveryOptions.builder()
                        .maxAttempts(ATTEMPTS)
                        .threads(1)
                        .lease(lease)
                        .build())
                .automations(false)
                .build();
    }

    private final class Listener implements EventConsumer {
        private final Consumer<DeliveredEvent> heard;

        private Listener(Consumer<DeliveredEvent> heard) {
            this.heard = heard;
        }

        @Override
        public String name() {
            return "listener";
        }

        @Override
        public DeliveryResult handle(DeliveredEvent context) {
            attempts.computeIfAbsent(context.event().id(), unknown -> new ArrayList<>())
                    .add(context.attempt());
            heard.accept(context);
            return DeliveryResult.DELIVERED;
        }
    }
}
