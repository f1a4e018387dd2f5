package dev.ticketkit.testkit.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.core.delivery.DeliveryOptions;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.testkit.MemoryStorage;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
@Tag("B4")
class StoppedThreadsTest {
    private static final Duration LONG = Duration.ofMinutes(2);

    @RepeatedTest(100)
    void aStoppedDeskHasNoThreadLeft() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        TicketDesk desk = TicketDesk.builder()
                .storage(new MemoryStorage())
                .delivery(DeliveryOptions.builder().threads(3).build())
                .build();
        desk.start();

        assertThat(desk.stop(LONG)).isTrue();
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(each -> !before.contains(each))
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("ticketkit-delivery") || name.equals("ticketkit-maintenance"));
    }
}
