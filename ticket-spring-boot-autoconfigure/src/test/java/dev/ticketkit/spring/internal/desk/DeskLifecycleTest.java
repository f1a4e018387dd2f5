package dev.ticketkit.spring.internal.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.ticketkit.core.desk.DeliveryDesk;
import dev.ticketkit.core.desk.TicketDesk;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.SmartLifecycle;

/** Delivery runs between start and stop, and leaves a phase of the shutdown the time it has. */
@Tag("B6")
class DeskLifecycleTest {
    private final TicketDesk desk = mock(TicketDesk.class);
    private final DeskLifecycle lifecycle = new DeskLifecycle(desk, true, Duration.ofSeconds(20), "a store");

    @BeforeEach
    void prepare() {
        when(desk.deliveries()).thenReturn(mock(DeliveryDesk.class));
        when(desk.stop(any())).thenReturn(true);
    }

    @Test
    void stopsWithinThePhaseAndStartsAgain() {
        lifecycle.start();
        lifecycle.start();
        lifecycle.stop();
        lifecycle.stop();
        lifecycle.start();

        verify(desk, times(2)).start();
        verify(desk).stop(Duration.ofSeconds(18));
        assertThat(lifecycle.isRunning()).isTrue();
    }

    @Test
    void leavesDeliveryToOthersWhereItIsSwitchedOff() {
        DeskLifecycle off = new DeskLifecycle(desk, false, Duration.ofSeconds(20), "a store");
        off.start();

        verify(desk, never()).start();
        assertThat(off.isRunning()).isTrue();
    }

    @Test
    void isStoppedEvenIfSomethingDidNotEndInTime() {
        when(desk.stop(any())).thenReturn(false);
        lifecycle.start();
        lifecycle.stop();

        assertThat(lifecycle.isRunning()).isFalse();
    }

    /** Phases of the shutdown go down: the server's graceful end, the server, delivery. */
    @Test
    void endsAfterTheWebServer() {
        assertThat(lifecycle.getPhase()).isLessThan(SmartLifecycle.DEFAULT_PHASE - 2048);
    }
}
