package dev.ticketkit.testkit.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.delivery.DeliveryOptions;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.spi.host.DeliveryException;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.testkit.TestDesk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("B4")
class DeliveryExceptionTest {
    private static final TenantId ACME = new TenantId("acme");
    private static final Duration OWN_DELAY_AT_MOST = Duration.ofSeconds(11);

    private final TestDesk test = TestDesk.create();

    @Test
    void rejectedIsParkedAtOnceWithItsReason() {
        TicketDesk pump = pump(throwing(DeliveryException.rejected("no such\nmailbox")));
        open();
        pump.drain();

        assertThat(pump.deliveries().parked(ACME, 10)).singleElement().satisfies(parked -> {
            assertThat(parked.cause()).isEqualTo("no such\\u000Amailbox");
            assertThat(parked.attempts()).isEqualTo(1);
        });
    }

    @Test
    void nextTryIsNotEarlierThanAskedFor() {
        Recorder busy = throwing(DeliveryException.retryAfter(Duration.ofMinutes(10), "busy", null));
        TicketDesk pump = pump(busy);
        open();
        pump.drain();

        assertTriesAfter(pump, busy, Duration.ofMinutes(10));
    }

    @Test
    void longerDelayOfTheDeskStays() {
        Recorder busy = throwing(DeliveryException.retryAfter(Duration.ofMillis(1), "busy", null));
        TicketDesk pump = pump(busy);
        open();
        pump.drain();
        test.clock().advance(Duration.ofMillis(1));
        pump.drain();
        assertThat(busy.told()).hasSize(1);

        test.clock().advance(OWN_DELAY_AT_MOST);
        pump.drain();
        assertThat(busy.told()).hasSize(2);
    }

    @Test
    void atMostADayIsWaited() {
        Recorder busy = throwing(DeliveryException.retryAfter(Duration.ofSeconds(Long.MAX_VALUE), "busy", null));
        TicketDesk pump = pump(busy);
        open();
        pump.drain();

        assertTriesAfter(pump, busy, Duration.ofDays(1));
    }

    @Test
    void negativeDelayIsNone() {
        Recorder busy = throwing(DeliveryException.retryAfter(Duration.ofSeconds(Long.MIN_VALUE), "busy", null));
        TicketDesk pump = pump(busy);
        open();
        pump.drain();
        test.clock().advance(OWN_DELAY_AT_MOST);
        pump.drain();

        assertThat(busy.told()).hasSize(2);
    }

    @Test
    void whoAlwaysAsksForMoreTimeIsParkedAfterTheLastAttempt() {
        Recorder busy = throwing(DeliveryException.retryAfter(Duration.ofDays(1), "busy", null));
        TicketDesk pump = pump(busy);
        open();
        pump.drainWithRetries();

        assertThat(busy.told()).hasSize(10);
        assertThat(pump.deliveries().parked(ACME, 10)).singleElement().satisfies(parked -> assertThat(parked.cause())
                .isEqualTo("busy"));
    }

    @Test
    void receiversSayItForThemselvesAlone() {
        List<String> told = new ArrayList<>();
        Function<String, DeliveryResult> tell = name -> {
            told.add(name);
            if (name.equals("gone")) {
                throw DeliveryException.rejected("gone");
            }
            if (name.equals("busy")) {
                throw DeliveryException.retryAfter(Duration.ofHours(1), "busy", null);
            }
            return DeliveryResult.DELIVERED;
        };
        TicketDesk pump = pump(
                new Recorder("mail", context -> context.forEach(List.of("gone", "busy", "well"), name -> name, tell)));
        open();
        pump.drain();
        test.clock().advance(Duration.ofMinutes(59));
        pump.drain();

        assertThat(told).containsExactly("gone", "busy", "well");
        assertThat(pump.deliveries().parked(ACME, 10)).singleElement().satisfies(parked -> assertThat(parked.consumer())
                .isEqualTo("mail:gone"));
        test.clock().advance(Duration.ofMinutes(1));
        pump.drain();
        assertThat(told).containsExactly("gone", "busy", "well", "busy");
    }

    private void assertTriesAfter(TicketDesk pump, Recorder consumer, Duration delay) {
        test.clock().advance(delay.minusMillis(1));
        pump.drain();
        assertThat(consumer.told()).hasSize(1);
        test.clock().advance(Duration.ofMillis(1));
        pump.drain();
        assertThat(consumer.told()).hasSize(2);
    }

    private static Recorder throwing(DeliveryException problem) {
        return Recorder.throwing("mail", problem);
    }

    private TicketDesk pump(Recorder consumer) {
        return TicketDesk.builder()
                .storage(test.storage())
                .consumer(consumer)
                .delivery(DeliveryOptions.builder().random(new Random(7)).build())
                .automations(false)
                .build();
    }

    private void open() {
        OpenTicket command = OpenTicket.builder()
                .title("Lamp")
                .contact(Contact.of("c-1", "Carla"))
                .build();
        test.desk().as(ACME, Actor.operator("olga")).open(command);
    }
}
