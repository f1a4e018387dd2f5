package dev.ticketkit.acceptance.standby;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.jdbc.JdbcStorage;
import dev.ticketkit.jdbc.TicketSchema;
import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spi.error.TicketException;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.TenantId;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The standby is away, so commits wait; one that is interrupted there is stored on the primary and nowhere else, and every read shows it.
 * Nobody may be told that it is stored before the standby has it: not the caller, whose storage runs it again, and not whoever comes after
 * him with the same command.
 */
@Tag("B3")
@Tag("F4")
class StandbyTest {
    private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(2);
    private static final long BETWEEN_LOOKS_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final ExecutorService callers = Executors.newCachedThreadPool();
    private final List<Call> calls = new ArrayList<>();

    private record Call(KeptCommand command, Future<Optional<Predicate<ActorDesk>>> answer) {}

    enum Interruption {
        SESSIONS_TERMINATED {
            @Override
            void of(StandbyPair pair) throws Exception {
                pair.terminateWaiting();
            }
        },
        PRIMARY_RESTARTED {
            @Override
            void of(StandbyPair pair) throws Exception {
                pair.restartPrimary();
            }
        };

        abstract void of(StandbyPair pair) throws Exception;
    }

    @ParameterizedTest
    @EnumSource(Interruption.class)
    void nothingAcknowledgedIsLostWithThePrimary(Interruption interruption, @TempDir Path folder) throws Exception {
        try (StandbyPair pair = new StandbyPair(folder)) {
            TicketSchema.create(pair.source());
            for (KeptCommand command : KeptCommand.values()) {
                command.prepare(desk(pair, command));
            }
            pair.loseStandby();

            callAll(pair);
            untilAllAnsweredOrWaiting(pair);
            interruption.of(pair);
            callAll(pair);
            untilAllAnsweredOrWaiting(pair);
            assertThat(acknowledged()).isEmpty();
            pair.failOver();

            assertThat(lost(pair)).isEmpty();
        } finally {
            callers.shutdownNow();
        }
    }

    private void callAll(StandbyPair pair) {
        for (KeptCommand command : KeptCommand.values()) {
            calls.add(new Call(command, callers.submit(() -> untilAnswered(command, desk(pair, command)))));
        }
    }

    /** As a host does it that is told to find out. What is refused is not acknowledged. */
    private static Optional<Predicate<ActorDesk>> untilAnswered(KeptCommand command, ActorDesk desk) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                return Optional.of(command.run(desk));
            } catch (StorageException e) {
                // Whatever it says, the command is repeated.
            } catch (TicketException e) {
                return Optional.empty();
            }
        }
        throw new IllegalStateException("nobody waits for it any more");
    }

    private void untilAllAnsweredOrWaiting(StandbyPair pair) throws SQLException {
        long begun = System.nanoTime();
        while (pair.waiting()
                < calls.stream().filter(call -> !call.answer().isDone()).count()) {
            assertThat(System.nanoTime() - begun).isLessThan(LONGEST_NANOS);
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        }
    }

    private List<KeptCommand> acknowledged() throws Exception {
        List<KeptCommand> acknowledged = new ArrayList<>();
        for (Call call : calls) {
            if (call.answer().isDone() && call.answer().get().isPresent()) {
                acknowledged.add(call.command());
            }
        }
        return acknowledged;
    }

    private List<KeptCommand> lost(StandbyPair pair) throws Exception {
        List<KeptCommand> lost = new ArrayList<>();
        for (Call call : calls) {
            Optional<Predicate<ActorDesk>> isThere = call.answer().get(LONGEST_NANOS, TimeUnit.NANOSECONDS);
            if (isThere.isPresent() && !isThere.get().test(desk(pair, call.command()))) {
                lost.add(call.command());
            }
        }
        return lost;
    }

    /** Of a storage of its own, so that no caller waits behind another. */
    private static ActorDesk desk(StandbyPair pair, KeptCommand command) {
        return TicketDesk.builder()
                .storage(JdbcStorage.owning(pair.source()))
                .build()
                .as(new TenantId(command.name()), Actor.operator("olga", "Olga"));
    }
}
