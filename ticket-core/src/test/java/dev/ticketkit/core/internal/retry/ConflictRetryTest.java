package dev.ticketkit.core.internal.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketkit.spi.error.RetryableException;
import dev.ticketkit.spi.error.TicketErrorCode;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ConflictRetryTest {
    @Test
    void decidesAgainUntilSomethingIsStored() {
        AtomicInteger tries = new AtomicInteger();

        String stored = ConflictRetry.untilStored(
                "the ticket", () -> tries.incrementAndGet() < 3 ? Optional.empty() : Optional.of("stored"));

        assertThat(stored).isEqualTo("stored");
        assertThat(tries).hasValue(3);
    }

    @Test
    void saysWhatWasChangedByOthersAndWhatToDoWhenItLostTooOften() {
        AtomicInteger tries = new AtomicInteger();

        assertThatThrownBy(() -> ConflictRetry.untilStored("a ticket", "erase again", number -> {
                    tries.incrementAndGet();
                    return Optional.empty();
                }))
                .isInstanceOfSatisfying(RetryableException.class, e -> assertThat(e.code())
                        .isEqualTo(TicketErrorCode.STORAGE_RETRYABLE))
                .hasMessageContainingAll("a ticket was changed by others", "erase again");
        assertThat(tries).hasValue(ConflictRetry.ATTEMPTS);
    }
}
