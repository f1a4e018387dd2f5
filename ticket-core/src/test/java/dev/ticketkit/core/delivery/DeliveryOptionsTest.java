package dev.ticketkit.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeliveryOptionsTest {
    private final DeliveryOptions.Builder options = DeliveryOptions.builder();

    @Test
    void refusesWhatWouldDeliverNothingNamingTheField() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options.threads(0))
                .withMessageContaining("threads");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options.lease(Duration.ZERO))
                .withMessageContaining("lease");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options.maxAttempts(0))
                .withMessageContaining("maxAttempts");
    }

    @Test
    void claimsAtMostAThousandAtOnce() {
        assertThat(options.batchSize(5_000).build().batchSize()).isEqualTo(1_000);
    }
}
