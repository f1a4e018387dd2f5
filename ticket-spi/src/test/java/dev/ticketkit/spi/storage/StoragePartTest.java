package dev.ticketkit.spi.storage;

import static dev.ticketkit.spi.fixture.Tickets.ACME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spi.error.TicketErrorCode;
import dev.ticketkit.spi.storage.automation.AutomationStore;
import dev.ticketkit.spi.storage.delivery.DeliveryQueue;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A store of the first ring: it implements what has no default. */
class StoragePartTest {
    private final TicketStorage small = mock(TicketStorage.class, CALLS_REAL_METHODS);

    @ParameterizedTest
    @EnumSource(StoragePart.class)
    void whatNeedsAPartIsRefusedWithAdvice(StoragePart part) {
        assertThat(small.keeps(part)).isFalse();
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> part.requireIn(small))
                .withMessageContaining("use a store that implements")
                .matches(problem -> problem.code() == TicketErrorCode.STORAGE_INCOMPLETE);
    }

    @Test
    void whatIsAbsentReadsAsEmpty() {
        assertThat(small.automations().automations(ACME).documents()).isEmpty();
        assertThat(small.executions().executions(ACME, new UUID(0, 1))).isEmpty();
        assertThat(small.notifications().optedOut(ACME)).isEmpty();
        assertThat(small.deliveries().kept().parked(ACME, 10)).isEmpty();
        assertThat(small.deliveries().kept().purge(ACME, java.time.Instant.EPOCH))
                .isZero();
        assertThat(small.executions().begin(ACME, new UUID(0, 1), List.of())).isEmpty();
    }

    @Test
    void whatIsAbsentCannotBeWritten() {
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> small.automations().change(ACME, 0, List.of(), Set.of("a")));
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> small.notifications().setOptedOut(ACME, "olga", true));
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> small.deliveries().claim("node", 1, Duration.ofMinutes(1)));
    }

    @Test
    void aPartThatIsImplementedIsKept() {
        doReturn(mock(DeliveryQueue.class)).when(small).deliveries();
        assertThatCode(() -> StoragePart.DELIVERIES.requireIn(small)).doesNotThrowAnyException();
    }

    /** Automations without their executions are of no use. */
    @Test
    void automationsNeedTheirExecutionsToo() {
        doReturn(mock(AutomationStore.class)).when(small).automations();
        assertThat(small.keeps(StoragePart.AUTOMATIONS)).isFalse();
    }
}
