package dev.ticketkit.jdbc.internal.groupcommit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.storage.ReferenceRequest;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommitQueueTest {
    private static final ReferenceRequest SERIES = new ReferenceRequest("T-", "T-", 3);
    private static final ReferenceRequest OTHER_SERIES = new ReferenceRequest("U-", "U-", 3);

    private final TicketFixtures make = TicketFixtures.ofNewTenant();
    private final CommitQueue queue = new CommitQueue(2);

    @Test
    void aSeriesOfNumbersHasOneLeaderAtATime() {
        WaitingCommit first = numbered(SERIES);
        WaitingCommit second = numbered(SERIES);
        WaitingCommit third = numbered(SERIES);

        assertThat(queue.leadOrWait(first)).isTrue();
        assertThat(queue.leadOrWait(second)).isFalse();
        assertThat(queue.leadOrWait(third)).isFalse();
        assertThat(second.leads()).isFalse();

        queue.done(List.of(first));
        assertThat(second.leads()).isTrue();
        assertThat(third.leads()).isFalse();
        assertThat(queue.batchOf(second)).containsExactly(second, third);
    }

    @Test
    void otherSeriesTenantsAndOpeningsDoNotWaitForIt() {
        WaitingCommit first = numbered(SERIES);
        assertThat(queue.leadOrWait(first)).isTrue();

        assertThat(queue.leadOrWait(numbered(OTHER_SERIES))).isTrue();
        WaitingCommit sameSeries = numbered(SERIES);
        WaitingCommit plain = new WaitingCommit(make.opening(make.ticket().build()));
        TicketFixtures elsewhere = TicketFixtures.ofNewTenant();
        WaitingCommit otherTenant =
                new WaitingCommit(elsewhere.numbered(elsewhere.ticket().build(), OTHER_SERIES, null));
        List.of(sameSeries, plain, otherTenant).forEach(queue::leadOrWait);

        queue.done(List.of(first));
        assertThat(sameSeries.leads()).isTrue();
        assertThat(queue.batchOf(sameSeries)).containsExactly(sameSeries, plain, otherTenant);
    }

    private WaitingCommit numbered(ReferenceRequest series) {
        return new WaitingCommit(make.numbered(make.ticket().build(), series, null));
    }
}
