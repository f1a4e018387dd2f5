package dev.ticketkit.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.storage.statistics.CountBasis;
import org.junit.jupiter.api.Test;

class StatisticsQueryTest {
    @Test
    void countsWhatWasOpenedAndClosingTimesOfWhatWasClosedUnlessItSaysOtherwise() {
        StatisticsQuery query = StatisticsQuery.builder().build();

        assertThat(query.basis()).isEqualTo(CountBasis.OPENED);
        assertThat(query.closing()).isEqualTo(CountBasis.CLOSED);
    }

    @Test
    void whatIsOpenNowHasNoClosingTimes() {
        assertThatThrownBy(() -> StatisticsQuery.builder().closing(CountBasis.OPEN_NOW))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("closing: must be CLOSED or OPENED");
    }
}
