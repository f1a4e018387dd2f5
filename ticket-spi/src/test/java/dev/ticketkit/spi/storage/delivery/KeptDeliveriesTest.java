package dev.ticketkit.spi.storage.delivery;

import static dev.ticketkit.spi.fixture.Tickets.NINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.mock;

import dev.ticketkit.spi.storage.delivery.KeptDeliveries.Backlog;
import org.junit.jupiter.api.Test;

class KeptDeliveriesTest {
    private static final Backlog EARLY = new Backlog(2, 1, NINE);
    private static final Backlog LATE = new Backlog(3, 0, NINE.plusSeconds(1));

    @Test
    void backlogsTogetherAreDueSinceTheEarlierOne() {
        assertThat(EARLY.plus(LATE)).isEqualTo(new Backlog(5, 1, NINE));
        assertThat(LATE.plus(EARLY)).isEqualTo(new Backlog(5, 1, NINE));
    }

    @Test
    void whereNothingIsDueNothingIsAdded() {
        assertThat(Backlog.NONE.plus(LATE)).isEqualTo(LATE);
        assertThat(LATE.plus(Backlog.NONE)).isEqualTo(LATE);
        assertThat(Backlog.NONE.plus(Backlog.NONE)).isEqualTo(Backlog.NONE);
    }

    @Test
    void aStoreNeedNotSayHowMuchWaits() {
        assertThat(mock(KeptDeliveries.class, CALLS_REAL_METHODS).backlog()).isEmpty();
    }
}
