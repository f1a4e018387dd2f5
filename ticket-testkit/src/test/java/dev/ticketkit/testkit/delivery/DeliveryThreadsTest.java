package dev.ticketkit.testkit.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

import dev.ticketkit.core.command.ChangeContact;
import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.delivery.DeliveryOptions;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.core.desk.TicketDeskBuilder;
import dev.ticketkit.core.desk.TicketHandle;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.testkit.MemoryStorage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Latches only. The pump polls once a day: what arrives was nudged. */
@Timeout(120)
class DeliveryThreadsTest {
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final long BETWEEN_LOOKS_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final MemoryStorage storage = new MemoryStorage();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void letEverybodyGo() {
        mayEnd.countDown();
        threads.shutdownNow();
    }

    @Test
    @Tag("B4")
    void commitNudgesThePump() throws InterruptedException {
        CountDownLatch told = new CountDownLatch(200);
        TicketDesk pump = pump(new Recorder("counting", context -> {
            told.countDown();
            return DeliveryResult.DELIVERED;
        }));
        pump.start();
        open(pump, 200);

        told.await();
        assertThat(pump.stop(LONG)).isTrue();
    }

    @Test
    void deskInAHostsTransactionIsWokenUpByItsCommit() {
        AtomicInteger wakeUps = new AtomicInteger();
        List<Runnable> atCommit = new ArrayList<>();
        boolean[] knowsOfCommits = {false};
        TicketStorage joined = mock(TicketStorage.class, delegatesTo(storage));
        doReturn(true).when(joined).isJoined();
        doAnswer(call -> knowsOfCommits[0] && atCommit.add(call.getArgument(0)))
                .when(joined)
                .afterCommit(any());
        TicketDesk desk = TicketDesk.builder()
                .storage(joined)
                .afterCommit(wakeUps::incrementAndGet)
                .build();

        open(desk);
        assertThat(wakeUps).hasValue(0);
        knowsOfCommits[0] = true;
        open(desk);
        assertThat(wakeUps).hasValue(0);
        atCommit.forEach(Runnable::run);
        assertThat(wakeUps).hasValue(1);
        assertThatIllegalStateException().isThrownBy(desk::start).withMessageContaining("transaction of the host");
    }

    static Stream<Throwable> problems() {
        return Stream.of(
                new IllegalStateException("hook"),
                new StackOverflowError(),
                new NoClassDefFoundError("gone"),
                new AssertionError("hook"));
    }

    /** Each command that may be the first to store something. */
    static Stream<Consumer<ActorDesk>> commands() {
        return Stream.of(
                olga -> olga.open(command()),
                olga -> first(olga).change(ChangeTicket.builder().title("Chair").build()),
                olga -> first(olga).addInternalNote("note"),
                olga -> first(olga).addPublicNote("note"),
                olga -> first(olga).changeContact(ChangeContact.to(Contact.of("c-2", "Bruno"))),
                olga -> first(olga).delete(),
                olga -> olga.contact(Contact.of("c-1", "Carla")).open(command()));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void hookThatThrowsDoesNotFailTheCommand(Throwable problem) {
        open(TicketDesk.builder().storage(storage).build());
        ActorDesk olga = TicketDesk.builder()
                .storage(storage)
                .afterCommit(Recorder.raising(problem))
                .build()
                .as("acme", Actor.operator("olga"));
        commands().forEach(command -> command.accept(olga));

        assertThat(storage.deliveries().kept().pending(new TenantId("acme"))).isEqualTo(3);
    }

    @Test
    @Tag("F14")
    void stopLetsTheHandlerEndAndGivesTheRestBack() throws Exception {
        Recorder slow = new Recorder("slow", context -> {
            begun.countDown();
            await(mayEnd);
            return DeliveryResult.DELIVERED;
        });
        TicketDesk pump = pump(slow);
        open(pump, 5);
        pump.start();
        begun.await();
        var stopped = threads.submit(() -> pump.stop(LONG));
        // The first claim may have had all five; none of the other four may be begun once the stop is known.
        awaitStopping(pump);
        mayEnd.countDown();

        assertThat(stopped.get()).isTrue();
        assertThat(slow.told()).hasSize(1);
        assertThat(storage.deliveries().claim("next node", 10, LONG)).hasSize(4);
    }

    @Test
    @Tag("F31")
    void stopInterruptsHandlerThatDoesNotEnd() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        TicketDesk pump = pump(new Recorder("hung", context -> {
            begun.countDown();
            try {
                mayEnd.await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return DeliveryResult.DELIVERED;
        }));
        open(pump, 1);
        pump.start();
        begun.await();

        assertThat(pump.stop(Duration.ZERO)).isFalse();
        interrupted.await();
        assertThat(pump.stop(LONG)).isTrue();
    }

    @Test
    @Tag("F31")
    void handlerBeyondItsLimitIsInterruptedAndThePumpGoesOn() throws InterruptedException {
        CountDownLatch second = new CountDownLatch(1);
        TicketDesk pump = builder(new Recorder("hung", context -> {
                    if (context.attempt() > 1) {
                        second.countDown();
                        return DeliveryResult.DELIVERED;
                    }
                    await(mayEnd);
                    return DeliveryResult.DELIVERED;
                }))
                .delivery(oneThread()
                        .lease(Duration.ofMillis(60))
                        .longestHandling(Duration.ofMillis(60))
                        .firstDelay(Duration.ofMillis(1))
                        .pollInterval(Duration.ofMillis(20))
                        .build())
                .build();
        open(pump, 1);
        pump.start();

        second.await();
        assertThat(pump.stop(LONG)).isTrue();
    }

    @Test
    @Tag("F18")
    void leaseIsKeptWhileTheHandlerRuns() throws InterruptedException {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch claims = new CountDownLatch(200);
        Recorder slow = new Recorder("slow", context -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            begun.countDown();
            await(mayEnd);
            running.decrementAndGet();
            return DeliveryResult.DELIVERED;
        });
        TicketDesk pump = builder(slow)
                .delivery(oneThread().lease(Duration.ofSeconds(3)).build())
                .build();
        open(pump, 1);
        pump.start();
        begun.await();
        while (claims.getCount() > 0) {
            assertThat(storage.deliveries().claim("thief", 10, LONG)).isEmpty();
            claims.countDown();
        }
        mayEnd.countDown();

        assertThat(pump.stop(LONG)).isTrue();
        assertThat(most).hasValue(1);
        assertThat(slow.told()).hasSize(1);
    }

    @Test
    void worksOnTheHostsExecutor() throws InterruptedException {
        CountDownLatch told = new CountDownLatch(1);
        TicketDesk pump = builder(new Recorder("counting", context -> {
                    told.countDown();
                    return DeliveryResult.DELIVERED;
                }))
                .delivery(oneThread().executor(threads).build())
                .build();
        pump.start();
        open(pump, 1);

        told.await();
        assertThat(pump.stop(LONG)).isTrue();
        threads.shutdown();
        assertThat(threads.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void startsAgainAfterAStop() throws InterruptedException {
        Recorder one = Recorder.happy("one");
        TicketDesk pump = pump(one);
        assertThat(pump.stop(Duration.ZERO)).isTrue();
        for (int i = 1; i <= 3; i++) {
            CountDownLatch told = new CountDownLatch(5);
            one.then(told::countDown);
            pump.start();
            assertThatIllegalStateException().isThrownBy(pump::start).withMessageContaining("stop it before");
            open(pump, 5);
            told.await();
            assertThat(pump.stop(LONG)).isTrue();
            assertThat(pump.stop(LONG)).isTrue();
            open(pump, 1);
            assertThat(one.told()).hasSize(5 * i + i - 1);
            one.then(() -> {});
            assertThat(pump.drain()).isEqualTo(1);
        }
    }

    @Test
    @Tag("F31")
    void startsAgainWhileAHandlerOfBeforeStillWorks() throws InterruptedException {
        CountDownLatch told = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        TicketDesk pump = pump(new Recorder("stubborn", context -> {
            if (begun.getCount() == 0) {
                told.countDown();
                return DeliveryResult.DELIVERED;
            }
            begun.countDown();
            awaitUninterruptibly(mayEnd);
            ended.countDown();
            return DeliveryResult.DELIVERED;
        }));
        open(pump, 1);
        pump.start();
        begun.await();
        assertThat(pump.stop(Duration.ZERO)).isFalse();
        pump.start();
        open(pump, 1);

        told.await();
        mayEnd.countDown();
        ended.await();
        assertThat(pump.stop(LONG)).isTrue();
    }

    @Test
    void closeStopsItAndMayBeCalledAgain() {
        TicketDesk pump = pump(Recorder.happy("one"));
        pump.close();
        pump.start();
        pump.close();
        pump.close();
        open(pump, 1);

        assertThat(pump.drain()).isEqualTo(1);
    }

    @Test
    void executorThatTakesNothingLeavesNobodyBehind() {
        threads.shutdownNow();
        TicketDesk pump = builder(Recorder.happy("one"))
                .delivery(oneThread().executor(threads).build())
                .build();

        assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(pump::start);
        assertThat(pump.stop(LONG)).isTrue();
    }

    private TicketDesk pump(Recorder consumer) {
        return builder(consumer).build();
    }

    private TicketDeskBuilder builder(Recorder consumer) {
        return TicketDesk.builder()
                .storage(storage)
                .consumer(consumer)
                .automations(false)
                .delivery(oneThread().build());
    }

    private static DeliveryOptions.Builder oneThread() {
        return DeliveryOptions.builder().threads(1).pollInterval(Duration.ofDays(1));
    }

    private void open(TicketDesk pump, int count) {
        TicketDesk desk =
                TicketDesk.builder().storage(storage).afterCommit(pump::wakeUp).build();
        for (int i = 0; i < count; i++) {
            open(desk);
        }
    }

    private static void open(TicketDesk desk) {
        desk.as("acme", Actor.operator("olga")).open(command());
    }

    private static OpenTicket command() {
        return OpenTicket.builder()
                .title("Lamp")
                .contact(Contact.of("c-1", "Carla"))
                .build();
    }

    private static TicketHandle first(ActorDesk desk) {
        return desk.ticket(
                desk.list(TicketQuery.builder().limit(1).build()).items().get(0).id());
    }

    /** A second stop returns at once, and only after the first has closed the pump or this one has. */
    private static void awaitStopping(TicketDesk pump) {
        Thread stopper = new Thread(() -> pump.stop(LONG));
        stopper.setDaemon(true);
        stopper.start();
        while (stopper.getState() != Thread.State.TIMED_WAITING && stopper.isAlive()) {
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
            assertThat(Thread.currentThread().isInterrupted())
                    .as("waited in vain until the pump stops")
                    .isFalse();
        }
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        boolean waiting = true;
        while (waiting) {
            try {
                latch.await();
                waiting = false;
            } catch (InterruptedException e) {
                waiting = true;
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }
}
