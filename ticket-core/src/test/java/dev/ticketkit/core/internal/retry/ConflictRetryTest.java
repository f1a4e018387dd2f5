package dev.ticketkit.core.internal.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketkit.spi.error.RetryableException;
import dev.ticketkit.spi.error.TicketErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ConflictRetryTest {
    @Test
    void decidesAgainUntilSomethingIsStored() {
        AtomicInteger attempts = new AtomicInteger();

        String stored = ConflictRetry.untilStored(
                "the ticket", () -> attempts.incrementAndGet() < 3 ? Optional.empty() : Optional.of("stored"));

        assertThat(stored).isEqualTo("stored");
        assertThat(attempts).hasValue(3);
    }

    @Test
    void decisionIsMadeCommittedAndAnsweredInTurnEachTimeAnew() {
        Counting decision = new Counting(2);

        assertThat(ConflictRetry.untilStored("the ticket", decision)).isEqualTo("result 2");
        assertThat(decision.calls)
                .containsExactly("decide 1", "commit 1", "result 1", "decide 2", "commit 2", "result 2");
    }

    @Test
    void saysWhatWasChangedByOthersAndWhatToDoWhenItLostTooOften() {
        Counting decision = new Counting(Integer.MAX_VALUE);

        assertThatThrownBy(() -> ConflictRetry.untilStored("a ticket", "erase again", decision))
                .isInstanceOfSatisfying(RetryableException.class, e -> assertThat(e.code())
                        .isEqualTo(TicketErrorCode.STORAGE_RETRYABLE))
                .hasMessageContainingAll("a ticket was changed by others", "erase again");
        assertThat(decision.decided).isEqualTo(ConflictRetry.ATTEMPTS).isEqualTo(500);
    }

    private static final class Counting implements Decision<Integer, Integer, String> {
        private final int wins;
        private final List<String> calls = new ArrayList<>();
        private int decided;

        Counting(int wins) {
            this.wins = wins;
        }

        @Override
        public Integer decide() {
            decided++;
            calls.add("decide " + decided);
            return decided;
        }

        @Override
        public Integer commit(Integer number) {
            calls.add("commit " + number);
            return number;
        }

        @Override
        public Optional<String> result(Integer number, Integer outcome) {
            calls.add("result " + outcome);
            return outcome < wins ? Optional.empty() : Optional.of("result " + outcome);
        }
    }
}
