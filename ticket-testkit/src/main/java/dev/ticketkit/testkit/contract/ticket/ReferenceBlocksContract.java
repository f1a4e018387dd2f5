package dev.ticketkit.testkit.contract.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.storage.ReferenceRequest;
import dev.ticketkit.testkit.contract.fixture.StorageContract;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import dev.ticketkit.testkit.contract.internal.Race;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Numbers that are reserved many at a time. */
public abstract class ReferenceBlocksContract extends StorageContract {
    private static final ReferenceRequest SERIES = new ReferenceRequest("B-", "B-", 4);

    /** For subclasses. */
    protected ReferenceBlocksContract() {}

    @Test
    @Tag("R7")
    void blocksFollowEachOtherInEachSeriesAndTenant() {
        ReferenceRequest other = new ReferenceRequest("C-", "C-", 4);
        TicketFixtures stranger = TicketFixtures.ofNewTenant();

        assertThat(next(SERIES, 10)).isEqualTo(1);
        assertThat(next(SERIES, 1)).isEqualTo(11);
        assertThat(next(SERIES, 10)).isEqualTo(12);
        assertThat(next(other, 10)).isEqualTo(1);
        assertThat(storage().numbers().next(stranger.tenant(), SERIES, 10)).isEqualTo(1);
    }

    @Test
    @Tag("R7")
    void theCounterIsThatOfNumbersWithoutGaps() {
        committed(make.numbered(make.ticket().build(), SERIES, null));

        assertThat(next(SERIES, 10)).isEqualTo(2);
        assertThat(committed(make.numbered(make.ticket().build(), SERIES, null)).reference())
                .isEqualTo(new Reference("B-0012"));
    }

    @Test
    @Tag("B8")
    @Tag("F20")
    void aBlockBeginsAfterNumbersThatWereSetByHand() {
        next(SERIES, 5);
        for (int number = 6; number <= 620; number++) {
            committed(
                    make.opening(make.ticket().reference(SERIES.format(number)).build()));
        }

        assertThat(next(SERIES, 5)).isEqualTo(621);
    }

    @Test
    @Tag("F20")
    void nobodyGetsANumberTwice() {
        List<Long> firsts = Race.run(n -> next(SERIES, 10));

        assertThat(firsts)
                .containsExactlyInAnyOrderElementsOf(LongStream.range(0, Race.THREADS)
                        .map(n -> 10 * n + 1)
                        .boxed()
                        .toList());
    }

    @Test
    @Tag("F20")
    void noGapFreeNumberIsInABlock() {
        // A series is begun by whoever comes first: that is where they can meet.
        for (char letter = 'A'; letter < 'E'; letter++) {
            ReferenceRequest begun = new ReferenceRequest(letter + "-", letter + "-", 4);
            List<List<Long>> numbers = Race.run(n -> n % 2 == 0
                    ? block(next(begun, 10))
                    : List.of(number(committed(make.numbered(make.ticket().build(), begun, null))
                            .reference())));

            assertThat(numbers.stream().flatMap(List::stream))
                    .doesNotHaveDuplicates()
                    .hasSize(Race.THREADS / 2 * 11);
        }
    }

    private static List<Long> block(long first) {
        return IntStream.range(0, 10).mapToObj(i -> first + i).toList();
    }

    private static long number(Reference reference) {
        return Long.parseLong(reference.value().substring(2));
    }

    private long next(ReferenceRequest request, int count) {
        return storage().numbers().next(make.tenant(), request, count);
    }
}
