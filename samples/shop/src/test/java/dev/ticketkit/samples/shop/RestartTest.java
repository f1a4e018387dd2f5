package dev.ticketkit.samples.shop;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.samples.shop.NotingShop.Told;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.testkit.contract.fixture.Rounds;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Two instances on one database, restarted in turn while customers order: the first as it should be, the second without its database, as
 * if the plug was pulled.
 */
@Tag("B6")
class RestartTest {
    private static final int CUSTOMERS = 2;
    private static final int RESTARTS = Rounds.of(2, 40);
    private static final int ORDERS_A_STEP = 25;

    private final AtomicReferenceArray<NotingShop> instances = new AtomicReferenceArray<>(2);
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final Set<String> answered = ConcurrentHashMap.newKeySet();
    private final Semaphore wanted = new Semaphore(0);
    private final AtomicInteger steps = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final Queue<Told> told = new ConcurrentLinkedQueue<>();

    @Test
    void nothingIsLostAndOnlyWhatWasInFlightIsNotifiedTwice() throws Exception {
        String database = Instances.postgres();
        instances.set(0, new NotingShop(database, told, false));
        instances.set(1, new NotingShop(database, told, true));
        try {
            restartUnderLoad(database);
            instances.get(1).context.close();
            TicketDesk desk = instances.get(0).context.getBean(TicketDesk.class);
            JdbcTemplate rows = instances.get(0).context.getBean(JdbcTemplate.class);
            assertThat(desk.stop(Duration.ofMinutes(1))).isTrue();
            // As a minute later: what a pulled one had is free.
            rows.update("UPDATE ticket_delivery SET due_at = CURRENT_TIMESTAMP WHERE state = 'PENDING'");
            desk.drain();
            assertThat(desk.deliveries().pending(new TenantId(Orders.TENANT))).isEmpty();
            assertNothingIsLost(rows);
            assertOnlyWhatWasInFlightIsNotifiedTwice();
        } finally {
            instances.get(0).context.close();
            instances.get(1).context.close();
        }
    }

    private void restartUnderLoad(String database) throws Exception {
        ExecutorService customers = Executors.newFixedThreadPool(CUSTOMERS);
        try {
            List<Future<?>> orders = IntStream.range(0, CUSTOMERS)
                    .<Future<?>>mapToObj(first -> customers.submit(() -> orderAllWanted(first)))
                    .toList();
            for (int i = 0; i < RESTARTS; i++) {
                want();
                instances.get(i % 2).end(this::want);
                want();
                instances.set(i % 2, new NotingShop(database, told, i % 2 == 1));
            }
            want();
            open.set(false);
            for (Future<?> each : orders) {
                each.get(1, TimeUnit.MINUTES);
            }
        } finally {
            customers.shutdownNow();
        }
    }

    private void want() {
        wanted.release(ORDERS_A_STEP);
        steps.incrementAndGet();
    }

    /** As behind a load balancer, now to this instance, now to that one; what is refused is ordered again. */
    private Void orderAllWanted(int first) throws InterruptedException {
        int number = first;
        boolean waiting = true;
        while (waiting) {
            if (wanted.tryAcquire(100, TimeUnit.MILLISECONDS)) {
                order(instances.get(number++ % 2));
            } else {
                waiting = open.get();
            }
        }
        return null;
    }

    private void order(NotingShop instance) {
        String reference = placed(instance.context);
        if (reference == null) {
            unanswered.incrementAndGet();
            wanted.release();
        } else {
            answered.add(reference);
        }
    }

    private static String placed(ConfigurableApplicationContext instance) {
        try {
            HttpResponse<String> placed =
                    Instances.post(instance, "/orders", "{\"item\": \"A chair\", \"email\": \"bruno@example.org\"}");
            return placed.statusCode() == 201 ? placed.body().replaceAll(".*:\"(.*)\".*", "$1") : null;
        } catch (IOException | IllegalStateException e) {
            // Being restarted.
            return null;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertNothingIsLost(JdbcTemplate rows) {
        assertThat(answered).as("all that were wanted").hasSize(steps.get() * ORDERS_A_STEP);
        List<String> tickets = rows.queryForList("SELECT reference FROM ticket ORDER BY reference", String.class);
        assertThat(tickets)
                .as("numbers without gaps")
                .isEqualTo(IntStream.rangeClosed(1, tickets.size())
                        .mapToObj("T-%06d"::formatted)
                        .toList())
                .containsAll(answered)
                .hasSizeLessThanOrEqualTo(answered.size() + unanswered.get());
        assertThat(rows.queryForList("SELECT 'order-' || id FROM placed_order", String.class))
                .as("orders and their tickets")
                .containsExactlyInAnyOrderElementsOf(rows.queryForList("SELECT external_id FROM ticket", String.class));
        assertThat(told).extracting(Told::ticket).containsAll(tickets);
    }

    /** What was told and not yet marked is the end of what a thread did; and only where the plug was pulled. */
    private void assertOnlyWhatWasInFlightIsNotifiedTwice() {
        Map<String, Told> last = new HashMap<>();
        told.forEach(each -> last.put(each.ticket(), each));
        List<Told> again = told.stream()
                .filter(each -> !each.equals(last.get(each.ticket())))
                .toList();
        System.out.printf(
                "shop: %d orders answered, %d not, %d tickets; %d restarts, half of them a pulled plug; notified twice: %d%n",
                answered.size(), unanswered.get(), last.size(), RESTARTS, again.size());

        assertThat(again)
                .allMatch(each -> each.by().isPulled(), "the plug was pulled")
                .hasSizeGreaterThanOrEqualTo(RESTARTS / 2);
        told.stream().collect(groupingBy(Told::thread)).values().forEach(oneThread -> assertThat(
                        oneThread.stream().dropWhile(each -> !again.contains(each)))
                .as("the last that a thread told")
                .allMatch(again::contains));
    }
}
