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
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.spi.storage.delivery.ParkedDelivery;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One consumer cannot bear one event. */
@Tag("B4")
@Tag("F26")
@Tag("F30")
class PoisonTest {
    private static final int OTHERS = 1_000;
    private static final int ATTEMPTS = 4;
    private static final TenantId TENANT = new TenantId("tenant");
    private static final Duration LONG = Duration.ofHours(1);

    private final Map<UUID, Integer> steady = new ConcurrentHashMap<>();
    private final Map<UUID, Integer> tender = new ConcurrentHashMap<>();
    private final Queue<Long> tenderOrder = new ConcurrentLinkedQueue<>();

    @Test
    void poisonEventParksAndAThousandOthersFlow() throws Exception {
        try (DeliveryStore database = new DeliveryStore()) {
            TicketStorage storage = database.node();
            ActorDesk olga = TicketDesk.builder().storage(storage).build().as(TENANT, Actor.operator("olga", "Olga"));
            TicketId poisoned = open(olga);
            olga.ticket(poisoned).addInternalNote("poison");
            olga.ticket(poisoned).addInternalNote("after it");
            for (int i = 0; i < OTHERS; i++) {
                open(olga);
            }
            // Both consumers, every event; the tender one never ends the poison.
            CountDownLatch told = new CountDownLatch(2 * (OTHERS + 3) - 1);
            TicketDesk pump = pump(storage, poisoned, told);
            pump.start();
            assertThat(told.await(2, TimeUnit.MINUTES))
                    .as("%d were not told", told.getCount())
                    .isTrue();
            assertThat(pump.stop(LONG)).isTrue();

            ParkedDelivery parked = onlyParked(pump);
            assertThat(parked.consumer()).isEqualTo("tender");
            assertThat(parked.attempts()).isEqualTo(ATTEMPTS);
            assertThat(parked.cause()).isEqualTo("java.lang.IllegalStateException: poison\\u000A");
            assertThat(steady).hasSize(OTHERS + 3);
            assertThat(steady.values()).containsOnly(1);
            assertThat(tender).hasSize(OTHERS + 3).containsEntry(parked.eventId(), ATTEMPTS);
            tender.remove(parked.eventId());
            assertThat(tender.values()).containsOnly(1);
            assertThat(tenderOrder).containsExactly(1L, 2L, 2L, 2L, 2L, 3L);
            assertThat(storage.deliveries().kept().pending(TENANT)).isZero();
        }
    }

    private TicketDesk pump(TicketStorage storage, TicketId poisoned, CountDownLatch told) {
        Listener first = new Listener("steady", context -> {
            steady.merge(context.event().id(), 1, Integer::sum);
            told.countDown();
        });
        Listener second = new Listener("tender", context -> {
            tender.merge(context.event().id(), 1, Integer::sum);
            refusePoison(context, poisoned);
            told.countDown();
        });
        return TicketDesk.builder()
                .storage(storage)
                .consumer(first)
                .consumer(second)
                .delivery(DeliveryOptions.builder()
                        .threads(4)
                        .maxAttempts(ATTEMPTS)
                        .firstDelay(Duration.ofMillis(1))
                        .pollInterval(Duration.ofMillis(20))
                        .build())
                .automations(false)
                .build();
    }

    private void refusePoison(DeliveredEvent context, TicketId poisoned) {
        if (!context.event().ticketId().equals(poisoned)) {
            return;
        }
        tenderOrder.add(context.event().version());
        if (context.event().version() == 2) {
            throw new IllegalStateException("poison\n");
        }
    }

    private static ParkedDelivery onlyParked(TicketDesk pump) {
        List<ParkedDelivery> parked = pump.deliveries().parked(TENANT, 10);
        assertThat(parked).hasSize(1);
        return parked.get(0);
    }

    private static TicketId open(ActorDesk desk) {
        return desk.open(OpenTicket.builder()
                        .title("Ticket")
                        .contact(Contact.of("c-ada", "Ada"))
                        .build())
                .ticket()
                .id();
    }
}
