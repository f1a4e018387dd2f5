package dev.ticketkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.spi.error.RetryableException;
import dev.ticketkit.spi.event.NoteVisibility;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.CommitOutcome.Committed;
import dev.ticketkit.spi.storage.TicketChange;
import dev.ticketkit.spi.storage.delivery.Delivery;
import dev.ticketkit.spi.storage.delivery.DeliveryFailure;
import dev.ticketkit.spi.storage.delivery.DeliveryQueue;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Two nodes with eight workers each. */
@ParameterizedClass
@EnumSource(SqlDialect.class)
@Tag("B4")
class DeliveryRaceTest {
    private static final int WORKERS = 16;
    private static final Duration LONG = Duration.ofHours(1);
    private static final DeliveryFailure SLOW_FAILED = new DeliveryFailure("slow", false, Duration.ZERO, "failed");
    private static final DeliveryFailure SLOW_WAITED = new DeliveryFailure("slow", false, Duration.ZERO, null);

    private final HikariDataSource database;
    private final TicketFixtures make = TicketFixtures.ofNewTenant();
    private final JdbcStorage one;
    private final JdbcStorage two;
    private final CyclicBarrier start = new CyclicBarrier(WORKERS);

    DeliveryRaceTest(SqlDialect dialect) {
        database = TestDatabase.withTables(dialect);
        one = JdbcStorage.owning(database);
        two = JdbcStorage.owning(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    @Tag("F17")
    void eachOfTwoThousandIsClaimedOnceWhileItsLeaseLives() throws Exception {
        List<TicketChange> openings = Stream.generate(
                        () -> make.opening(make.ticket().build()))
                .limit(2_000)
                .toList();
        one.tickets().commitAll(openings);
        Set<UUID> expected =
                openings.stream().map(opening -> opening.event().id()).collect(Collectors.toSet());
        Queue<UUID> claimed = new ConcurrentLinkedQueue<>();

        work((queue, owner) -> {
            while (claimed.size() < expected.size()) {
                claimed(queue, owner, LONG).forEach(delivery -> claimed.add(delivery.eventId()));
            }
        });

        assertThat(claimed).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(one.deliveries().claim("late", 1_000, LONG)).isEmpty();
        assertThat(one.deliveries().kept().pending(make.tenant())).isEqualTo(2_000);
    }

    /** A claim may be the victim of H2's deadlocks each time it is tried: a pump asks again, and so do we. */
    private static List<Delivery> claimed(DeliveryQueue queue, String owner, Duration lease) {
        try {
            return queue.claim(owner, 10, lease);
        } catch (RetryableException e) {
            return List.of();
        }
    }

    @Test
    @Tag("F3")
    void leasesThatEndAtOnceLoseNothingAndLetOneMarkEach() throws Exception {
        for (int i = 0; i < 200; i++) {
            committed(make.opening(make.ticket().build()));
        }
        Map<UUID, String> marked = new ConcurrentHashMap<>();
        Queue<UUID> twice = new ConcurrentLinkedQueue<>();

        work((queue, owner) -> {
            while (queue.kept().pending(make.tenant()) > 0) {
                List<Delivery> claimed = new ArrayList<>(claimed(queue, owner, Duration.ZERO));
                queue.claimAbandoned(owner, Duration.ZERO).ifPresent(claimed::add);
                for (Delivery delivery : claimed) {
                    if (queue.complete(delivery, List.of()) && marked.put(delivery.eventId(), owner) != null) {
                        twice.add(delivery.eventId());
                    }
                }
            }
        });

        assertThat(twice).isEmpty();
        assertThat(marked).hasSize(200);
    }

    @Test
    @Tag("F26")
    void everyConsumerIsToldInOrderWhoeverTells() throws Exception {
        int tickets = 40;
        int versions = 15;
        for (int i = 0; i < tickets; i++) {
            fill(make.ticket().build(), versions);
        }
        Map<String, Queue<Long>> told = new ConcurrentHashMap<>();

        work((queue, owner) -> {
            while (queue.kept().pending(make.tenant()) > 0) {
                for (Delivery delivery : queue.claim(owner, 5, LONG)) {
                    assertThat(queue.complete(delivery, tell(delivery, told))).isTrue();
                }
            }
        });

        assertThat(told).hasSize(2 * tickets);
        List<Long> inOrder = LongStream.rangeClosed(1, versions).boxed().toList();
        assertThat(told.values())
                .allSatisfy(order -> assertThat(List.copyOf(order)).isEqualTo(inOrder));
    }

    /** The quick consumer takes all, the slow one each third event only when it comes to him alone. */
    private static List<DeliveryFailure> tell(Delivery delivery, Map<String, Queue<Long>> told) {
        if (delivery.isToEveryone()) {
            note(told, "quick", delivery);
            if (delivery.waiting().contains("slow")) {
                return List.of(SLOW_WAITED);
            }
            if (delivery.version() % 3 == 0) {
                return List.of(SLOW_FAILED);
            }
        }
        note(told, "slow", delivery);
        return List.of();
    }

    private static void note(Map<String, Queue<Long>> told, String consumer, Delivery delivery) {
        told.computeIfAbsent(consumer + delivery.ticketId(), key -> new ConcurrentLinkedQueue<>())
                .add(delivery.version());
    }

    private void fill(Ticket ticket, int versions) {
        committed(make.opening(ticket));
        for (int i = 1; i < versions; i++) {
            Ticket now = one.tickets().find(make.tenant(), ticket.id()).orElseThrow();
            committed(make.note(now, NoteVisibility.INTERNAL, "note"));
        }
    }

    private TicketChange committed(TicketChange change) {
        assertThat(one.tickets().commit(change)).isInstanceOf(Committed.class);
        return change;
    }

    private interface Worker {
        void run(DeliveryQueue queue, String owner) throws Exception;
    }

    private void work(Worker worker) throws Exception {
        var threads = Executors.newFixedThreadPool(WORKERS);
        List<Future<Object>> running = new ArrayList<>();
        for (int i = 0; i < WORKERS; i++) {
            DeliveryQueue queue = (i % 2 == 0 ? one : two).deliveries();
            String owner = "node-" + i % 2 + "-worker-" + i / 2;
            running.add(threads.submit(() -> {
                start.await();
                worker.run(queue, owner);
                return owner;
            }));
        }
        for (Future<Object> each : running) {
            each.get();
        }
        threads.shutdown();
    }
}
