package dev.ticketkit.acceptance.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.delivery.DeliveredEvent;
import dev.ticketkit.core.delivery.DeliveryOptions;
import dev.ticketkit.core.delivery.EventConsumer;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.testkit.contract.fixture.Rounds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Two nodes with ten threads each tell of 2,000 events, of 10,000 in a long run; half of them are there when they start, half come meanwhile.
 * A lease that two take, or a mark that does not look at its owner, is seen within the first hundreds.
 */
@Tag("B4")
@Tag("F17")
class TwoNodesTest {
    private static final int THREADS = 10;
    private static final int TENANTS = 4;
    private static final int TICKETS = Rounds.of(100, 500);
    private static final int VERSIONS = 20;
    private static final int EVENTS = TICKETS * VERSIONS;
    private static final Actor OLGA = Actor.operator("olga", "Olga");
    private static final Duration LONG = Duration.ofHours(1);

    private final Map<UUID, Integer> handlings = new ConcurrentHashMap<>();
    private final Map<TicketId, Queue<Long>> orders = new ConcurrentHashMap<>();
    private final Map<TicketId, UUID> inHand = new ConcurrentHashMap<>();
    private final Queue<String> overlaps = new ConcurrentLinkedQueue<>();
    private final CountDownLatch told = new CountDownLatch(EVENTS);
    private final ExecutorService writers = Executors.newFixedThreadPool(THREADS);
    private DeliveryStore database;

    @BeforeEach
    void create() throws Exception {
        database = new DeliveryStore();
    }

    @AfterEach
    void close() {
        writers.shutdownNow();
        database.close();
    }

    @Test
    void eachEventIsHandledOnceAndInOrder() throws Exception {
        TicketStorage one = database.node();
        TicketStorage two = database.node();
        List<TicketDesk> pumps = List.of(pump(one), pump(two));
        List<Future<?>> first = write(one, () -> {}, 0, TICKETS / 2);
        for (Future<?> each : first) {
            each.get();
        }

        pumps.forEach(TicketDesk::start);
        write(two, () -> pumps.forEach(TicketDesk::wakeUp), TICKETS / 2, TICKETS);

        assertThat(told.await(5, TimeUnit.MINUTES))
                .as("%d of %d events were not told", told.getCount(), EVENTS)
                .isTrue();
        assertThat(pumps).allSatisfy(pump -> assertThat(pump.stop(LONG)).isTrue());
        assertThat(handlings).hasSize(EVENTS);
        assertThat(handlings.values()).containsOnly(1);
        assertThat(overlaps).isEmpty();
        List<Long> inOrder = LongStream.rangeClosed(1, VERSIONS).boxed().toList();
        assertThat(orders).hasSize(TICKETS);
        assertThat(orders.values())
                .allSatisfy(order -> assertThat(List.copyOf(order)).isEqualTo(inOrder));
        for (int tenant = 0; tenant < TENANTS; tenant++) {
            assertThat(one.deliveries().kept().pending(tenant(tenant))).isZero();
            assertThat(one.deliveries().kept().parked(tenant(tenant), 10)).isEmpty();
        }
    }

    private TicketDesk pump(TicketStorage storage) {
        EventConsumer listener = new Listener("listener", this::handle);
        return TicketDesk.builder()
                .storage(storage)
                .consumer(listener)
                .delivery(DeliveryOptions.builder()
                        .threads(THREADS)
                        .lease(LONG)
                        .pollInterval(Duration.ofMillis(50))
                        .build())
                .automations(false)
                .build();
    }

    private void handle(DeliveredEvent context) {
        TicketId ticket = context.event().ticketId();
        UUID event = context.event().id();
        UUID other = inHand.putIfAbsent(ticket, event);
        if (other != null) {
            overlaps.add(event + " while " + other);
        }
        handlings.merge(event, 1, Integer::sum);
        orders.computeIfAbsent(ticket, key -> new ConcurrentLinkedQueue<>())
                .add(context.event().version());
        inHand.remove(ticket, event);
        told.countDown();
    }

    private List<Future<?>> write(TicketStorage storage, Runnable nudge, int from, int to) {
        TicketDesk desk =
                TicketDesk.builder().storage(storage).afterCommit(nudge).build();
        List<Future<?>> writing = new ArrayList<>();
        for (int i = from; i < to; i++) {
            int number = i;
            writing.add(writers.submit(() -> life(desk.as(tenant(number % TENANTS), OLGA))));
        }
        return writing;
    }

    private static void life(ActorDesk olga) {
        TicketId id = olga.open(OpenTicket.builder()
                        .title("Version 1")
                        .contact(Contact.of("c-ada", "Ada"))
                        .build())
                .ticket()
                .id();
        for (int version = 2; version <= VERSIONS; version++) {
            olga.ticket(id)
                    .change(ChangeTicket.builder().title("Version " + version).build());
        }
    }

    private static TenantId tenant(int number) {
        return new TenantId("tenant-" + number);
    }
}
