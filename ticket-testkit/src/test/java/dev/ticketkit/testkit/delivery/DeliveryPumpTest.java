package dev.ticketkit.testkit.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.delivery.DeliveryOptions;
import dev.ticketkit.core.delivery.EventConsumer;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.core.desk.TicketDeskBuilder;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.storage.delivery.DeliveryQueue;
import dev.ticketkit.spi.storage.delivery.ParkedDelivery;
import dev.ticketkit.testkit.TestDesk;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("B4")
class DeliveryPumpTest {
    private static final TenantId ACME = new TenantId("acme");

    private final TestDesk test = TestDesk.create();
    private final ActorDesk desk = test.desk().as(ACME, Actor.operator("olga"));
    private final Recorder other = Recorder.happy("other");

    @Test
    void drainTellsEveryConsumerOfEveryEventOnceAndInOrder() {
        Recorder one = Recorder.happy("one");
        TicketDesk pump = pump(one, other);
        TicketId ticket = open("Lamp");
        desk.ticket(ticket).addInternalNote("note");
        desk.ticket(ticket).delete();

        assertThat(pump.drain()).isEqualTo(1);
        assertThat(pump.drain()).isZero();
        assertThat(one.versions()).containsExactly(3L);

        TicketId second = open("Chair");
        change(second, "Table");
        assertThat(pump.drain()).isEqualTo(2);
        assertThat(one.versions()).containsExactly(3L, 1L, 2L);
        assertThat(other.told()).isEqualTo(one.told());
    }

    static Stream<Throwable> problems() {
        return Stream.of(
                new IllegalStateException("runtime"),
                new IOException("checked"),
                new InterruptedException("interrupted"),
                new StackOverflowError(),
                new NoClassDefFoundError("gone"),
                new OutOfMemoryError("full"),
                new IllegalStateException("x".repeat(10_000_000)),
                new IllegalStateException() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public String getMessage() {
                        throw new LinkageError("no message either");
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("problems")
    @Tag("F29")
    void survivesWhateverIsThrownAndTellsTheOthersOnce(Throwable problem) {
        Recorder failing = Recorder.throwing("failing", problem);
        TicketDesk pump = pump(failing, other);
        open("Lamp");
        pump.drainWithRetries();

        assertThat(failing.told()).hasSize(10);
        assertThat(other.told()).hasSize(1);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        ParkedDelivery parked = onlyParked(pump);
        assertThat(parked.consumer()).isEqualTo("failing");
        assertThat(parked.attempts()).isEqualTo(10);
        assertThat(parked.cause()).startsWith(problem.getClass().getName());
        assertThat(parked.cause().codePointCount(0, parked.cause().length())).isLessThanOrEqualTo(1_000);
    }

    @Test
    @Tag("F29")
    void storesCausesWithoutControlCharacters() {
        TicketDesk pump = pump(Recorder.throwing("failing", new IOException("a\u0000b\n\u001B[2J\uD800\u202E")));
        open("Lamp");
        pump.drainWithRetries();

        assertThat(onlyParked(pump).cause()).isEqualTo("java.io.IOException: a\\u0000b\\u000A\\u001B[2J\\uD800\\u202E");
    }

    @Test
    void rejectedIsParkedAtOnceAndComesAgainWhenReleased() {
        Recorder rejecting = new Recorder("rejecting", context -> DeliveryResult.REJECTED);
        TicketDesk pump = pump(rejecting, other);
        open("Lamp");
        pump.drain();

        ParkedDelivery parked = onlyParked(pump);
        assertThat(parked.attempts()).isEqualTo(1);
        assertThat(pump.drain()).isZero();
        assertThat(pump.deliveries().release(parked)).isTrue();
        assertThat(pump.deliveries().release(parked)).isFalse();
        assertThat(pump.drain()).isEqualTo(1);
        assertThat(rejecting.told()).hasSize(2);
        assertThat(other.told()).hasSize(1);
    }

    @Test
    void nullAnswerIsFailure() {
        TicketDesk pump = pump(new Recorder("null", context -> null));
        open("Lamp");
        pump.drainWithRetries();

        assertThat(onlyParked(pump).cause()).contains("answered null");
    }

    @Test
    void tenAttemptsTakeAboutADay() {
        Recorder failing = Recorder.throwing("failing", new IOException("down"));
        TicketDesk pump = pump(failing);
        open("Lamp");
        Duration passed = Duration.ZERO;
        pump.drain();
        while (pump.deliveries().parked(ACME, 10).isEmpty()) {
            test.clock().advance(Duration.ofSeconds(1));
            passed = passed.plusSeconds(1);
            pump.drain();
        }

        assertThat(failing.told()).hasSize(10);
        assertThat(passed).isBetween(Duration.ofHours(19), Duration.ofHours(30));
    }

    @Test
    @Tag("F26")
    void poisonEventParksAndAThousandOthersFlow() {
        TicketId poison = open("Poison");
        Recorder picky = new Recorder("picky", context -> {
            if (context.event().ticketId().equals(poison) && context.event().version() == 1) {
                throw new IllegalStateException("poison");
            }
            return DeliveryResult.DELIVERED;
        });
        TicketDesk pump = pump(picky, other);
        change(poison, "Second");
        for (int i = 0; i < 1_000; i++) {
            open("Ticket " + i);
        }
        pump.drainWithRetries();

        assertThat(onlyParked(pump).eventId())
                .isEqualTo(desk.ticket(poison).history().get(0).id());
        assertThat(picky.told().stream().filter(e -> !e.ticketId().equals(poison)))
                .hasSize(1_000);
        assertThat(picky.told().stream()
                        .filter(e -> e.ticketId().equals(poison))
                        .map(e -> e.version())
                        .toList())
                .isEqualTo(List.of(1L, 1L, 1L, 1L, 1L, 1L, 1L, 1L, 1L, 1L, 2L));
        assertThat(other.told()).hasSize(1_002).doesNotHaveDuplicates();
        assertThat(test.storage().deliveries().kept().pending(ACME)).isZero();
    }

    @Test
    @Tag("F26")
    void laterEventsWaitForTheConsumerThatFailsOnly() {
        boolean[] down = {true};
        Recorder flaky = new Recorder("flaky", context -> {
            if (down[0]) {
                throw new IllegalStateException("down");
            }
            return DeliveryResult.DELIVERED;
        });
        TicketDesk pump = pump(flaky, other);
        TicketId ticket = open("Lamp");
        change(ticket, "Second");
        change(ticket, "Third");
        pump.drain();
        assertThat(flaky.versions()).containsExactly(1L);
        assertThat(other.versions()).containsExactly(1L, 2L, 3L);

        down[0] = false;
        test.clock().advance(Duration.ofMinutes(1));
        pump.drain();
        assertThat(flaky.versions()).containsExactly(1L, 1L, 2L, 3L);
        assertThat(other.versions()).containsExactly(1L, 2L, 3L);
    }

    @Test
    @Tag("F15")
    void consumerOfAnotherPumpIsLeftToIt() {
        TicketDesk newer = pump(Recorder.throwing("newer", new IOException("down")), other);
        open("Lamp");
        newer.drain();
        test.clock().advance(Duration.ofMinutes(1));
        pump(other).drain();
        test.clock().advance(Duration.ofHours(1));
        Recorder up = Recorder.happy("newer");
        pump(up, other).drain();

        assertThat(up.told()).hasSize(1);
        assertThat(other.told()).hasSize(1);
    }

    @Test
    @Tag("F32")
    void handlerMayUseTheDeskOnTheSameTicket() {
        Recorder noting = new Recorder("noting", context -> {
            if (context.event().version() == 1) {
                desk.ticket(context.event().ticketId()).addInternalNote("seen");
            }
            return DeliveryResult.DELIVERED;
        });
        TicketDesk pump = pump(noting);
        open("Lamp");

        assertThat(pump.drain()).isEqualTo(2);
        assertThat(noting.versions()).containsExactly(1L, 2L);
    }

    @Test
    void deliveryThatEndsItsProcessIsParkedWithoutAnotherTry() {
        open("Lamp");
        DeliveryQueue queue = test.storage().deliveries();
        assertThat(queue.claim("dead", 1, Duration.ZERO)).hasSize(1);
        for (int i = 0; i < 10; i++) {
            assertThat(queue.claimAbandoned("dead-" + i, Duration.ZERO)).isPresent();
        }
        TicketDesk pump = pump(other);
        pump.drain();

        assertThat(other.told()).isEmpty();
        assertThat(onlyParked(pump).cause()).contains("no attempt ever ended");
    }

    @Test
    void refusesConsumersItCannotTellApart() {
        for (String name : List.of("other", "with:colon", "*", "automations")) {
            TicketDeskBuilder builder = TicketDesk.builder()
                    .storage(test.storage())
                    .automations(true)
                    .consumer(other)
                    .consumer(Recorder.happy(name));
            assertThatIllegalArgumentException().isThrownBy(builder::build).withMessageContaining("consumer");
        }
    }

    @Test
    void deskWithoutConsumersLeavesEverythingToOthers() {
        open("a");
        TicketDesk nobody =
                TicketDesk.builder().storage(test.storage()).automations(false).build();
        nobody.start();

        assertThat(nobody.drain()).isZero();
        nobody.close();
        assertThat(nobody.deliveries().pending(ACME)).isEqualTo(Map.of("*", 1L));
    }

    private TicketDesk pump(EventConsumer... consumers) {
        TicketDeskBuilder builder = TicketDesk.builder()
                .storage(test.storage())
                .automations(false)
                .delivery(DeliveryOptions.builder().random(new Random(7)).build());
        List.of(consumers).forEach(builder::consumer);
        return builder.build();
    }

    private ParkedDelivery onlyParked(TicketDesk pump) {
        List<ParkedDelivery> parked = pump.deliveries().parked(ACME, 10);
        assertThat(parked).hasSize(1);
        return parked.get(0);
    }

    private TicketId open(String title) {
        OpenTicket command = OpenTicket.builder()
                .title(title)
                .contact(Contact.of("c-1", "Carla"))
                .build();
        return desk.open(command).ticket().id();
    }

    private void change(TicketId ticket, String title) {
        desk.ticket(ticket).change(ChangeTicket.builder().title(title).build());
    }
}
