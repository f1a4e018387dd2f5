package dev.ticketkit.acceptance.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.delivery.DeliveredEvent;
import dev.ticketkit.core.delivery.DeliveryOptions;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.testkit.contract.fixture.Rounds;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * One tenant has 10,000 events waiting, 100,000 in a long run: five hundred batches, of which three are enough to be unfair. A claim of a batch is shared by the tenants that have something due, so with one thread, from
 * the moment the small tenant's events are there, the rest of the claim under way and a half of each claim after it go to the big one.
 */
@Tag("B4")
@Tag("F34")
class FairnessTest {
    private static final int BIG_HAS = Rounds.of(10_000, 100_000);

    /** Those of the big tenant's deliveries that can be handled, not only claimed: many more than may come before the small one's. */
    private static final int WITH_TICKETS = 1_000;

    private static final int SMALL_HAS = 10;
    private static final int BATCH = 20;
    private static final TenantId BIG = new TenantId("big");
    private static final TenantId SMALL = new TenantId("small");

    private final CountDownLatch smallDone = new CountDownLatch(SMALL_HAS);
    private DeliveryStore database;
    private TicketStorage storage;
    private int bigHandled;
    private int bigHandledBefore;

    @BeforeEach
    void fill() throws Exception {
        database = new DeliveryStore();
        storage = database.node();
        open(BIG, 1);
        database.execute(
                copied(WITH_TICKETS, "ticket", "id", "'reference', 'R-' || n, 'reference_fold', 'R-' || n"),
                copied(WITH_TICKETS, "ticket_event", "ticket_id", "'id', " + uuid("n") + ", 'reference_hash', NULL"),
                copied(BIG_HAS, "ticket_delivery", "ticket_id", "'event_id', " + uuid("n")));
        assertThat(storage.deliveries().kept().pending(BIG)).isEqualTo(BIG_HAS);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void tenOfASmallTenantComeNextHoweverManyTheBigOneHas() throws Exception {
        open(SMALL, SMALL_HAS);

        run(context -> {});

        assertThat(bigHandledBefore).isLessThanOrEqualTo(BATCH);
    }

    @Test
    void tenThatComeInTheMiddleNeedNotWaitForTheRest() throws Exception {
        int already = 5 * BATCH + 3;

        run(context -> {
            if (bigHandled == already) {
                open(SMALL, SMALL_HAS);
            }
        });

        assertThat(bigHandledBefore).isBetween(already, already + 2 * BATCH);
    }

    /** One thread, until the small tenant's are done. */
    private void run(Consumer<DeliveredEvent> also) throws Exception {
        TicketDesk pump = TicketDesk.builder()
                .storage(storage)
                .consumer(new Listener("listener", context -> {
                    count(context);
                    also.accept(context);
                }))
                .delivery(DeliveryOptions.builder().threads(1).batchSize(BATCH).build())
                .automations(false)
                .build();
        pump.start();
        assertThat(smallDone.await(2, TimeUnit.MINUTES)).isTrue();
        assertThat(pump.stop(Duration.ofMinutes(2))).isTrue();
    }

    private void count(DeliveredEvent context) {
        if (context.tenant().equals(BIG)) {
            bigHandled++;
            return;
        }
        bigHandledBefore = bigHandled;
        smallDone.countDown();
    }

    private void open(TenantId tenant, int count) {
        ActorDesk olga = TicketDesk.builder().storage(storage).build().as(tenant, Actor.operator("olga", "Olga"));
        for (int i = 0; i < count; i++) {
            olga.open(OpenTicket.builder()
                    .title("Ticket")
                    .contact(Contact.of("c-ada", "Ada"))
                    .build());
        }
    }

    /** The big tenant's one row of a table again and again, each for a ticket of its own. */
    private static String copied(int rows, String table, String ticketColumn, String others) {
        return "INSERT INTO %1$s SELECT (jsonb_populate_record(t, jsonb_build_object('%2$s', %3$s, %4$s))).* FROM %1$s t, generate_series(2, %5$s) n"
                .formatted(table, ticketColumn, uuid("n"), others, rows);
    }

    private static String uuid(String number) {
        return "lpad(to_hex(" + number + "), 32, '0')";
    }
}
