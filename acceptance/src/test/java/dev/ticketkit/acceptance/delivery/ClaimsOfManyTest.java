package dev.ticketkit.acceptance.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.delivery.Delivery;
import dev.ticketkit.spi.storage.delivery.DeliveryQueue;
import dev.ticketkit.testkit.contract.fixture.Rounds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Claims while 10,000 deliveries of one tenant are there, 100,000 in a long run; prints what they took, in a table that has no statistics
 * yet. That a claim reads no more of them than it takes is shown by plans; here it is that none comes twice or before its time.
 */
@Tag("B4")
@Tag("F34")
@Tag("F35")
class ClaimsOfManyTest {
    private static final int MANY = Rounds.of(10_000, 100_000);
    private static final int BATCH = 20;
    private static final int CLAIMS = 20;
    private static final Duration LONG = Duration.ofHours(1);
    private static final TenantId TENANT = new TenantId("tenant");

    private DeliveryStore database;
    private DeliveryQueue queue;

    @BeforeEach
    void create() throws Exception {
        database = new DeliveryStore();
        queue = database.node().deliveries();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void eachOfManyIsClaimedOnce() throws Exception {
        fill("n", "1", "now()");
        Set<UUID> claimed = new HashSet<>();
        for (Delivery each : claims("pending")) {
            claimed.add(each.eventId());
        }
        assertThat(claimed).hasSize(CLAIMS * BATCH);
    }

    @Test
    void manyThatWaitForOneOfTheirTicketAreNotClaimed() throws Exception {
        fill("0", "n", "CASE WHEN n = 1 THEN now() + INTERVAL '1 hour' ELSE now() END");
        assertThat(claims("waiting for one")).isEmpty();
        assertThat(queue.kept().pending(TENANT)).isEqualTo(MANY);
    }

    /** As after an outage: the first of each ticket is tried again later, four wait for it. */
    @Test
    void manyThatWaitForARetryOfTheirTicketAreNotClaimed() throws Exception {
        fill("n / 5", "n % 5", "CASE WHEN n % 5 = 0 OR n = 1 THEN now() + INTERVAL '1 hour' ELSE now() END");
        assertThat(claims("waiting for retries")).isEmpty();
        assertThat(queue.kept().pending(TENANT)).isEqualTo(MANY);
    }

    private List<Delivery> claims(String name) {
        List<Delivery> claimed = new ArrayList<>();
        List<Long> micros = new ArrayList<>();
        for (int i = 0; i < CLAIMS; i++) {
            long begin = System.nanoTime();
            claimed.addAll(queue.claim("one", BATCH, LONG));
            micros.add((System.nanoTime() - begin) / 1_000);
        }
        long first = micros.get(0);
        Collections.sort(micros);
        System.out.printf(
                "claims of %d of %d %s: first %d us, median %d us%n", BATCH, MANY, name, first, micros.get(CLAIMS / 2));
        return claimed;
    }

    private void fill(String ticket, String version, String dueAt) throws Exception {
        database.execute("""
                INSERT INTO ticket_delivery (tenant_id, event_id, consumer, ticket_id, version, due_at)
                SELECT '%s', CAST(lpad(to_hex(n), 32, '0') AS uuid), '*', CAST(lpad(to_hex(%s), 32, '0') AS uuid), %s, %s
                FROM generate_series(1, %s) n""".formatted(TENANT.value(), ticket, version, dueAt, MANY));
    }
}
