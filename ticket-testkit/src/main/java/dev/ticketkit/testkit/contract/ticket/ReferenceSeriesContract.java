package dev.ticketkit.testkit.contract.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.IdempotencyStamp;
import dev.ticketkit.spi.storage.Receipt;
import dev.ticketkit.spi.storage.ReferenceRequest;
import dev.ticketkit.spi.storage.TicketChange;
import dev.ticketkit.testkit.contract.fixture.StorageContract;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Numbers given inside the commit: from 1, without a gap, never one that is taken. */
public abstract class ReferenceSeriesContract extends StorageContract {
    private static final ReferenceRequest SERIES = new ReferenceRequest("T-", "T-", 4);
    private static final IdempotencyStamp STAMP = TicketFixtures.stamp("open:key-1", "body");

    /** For subclasses. */
    protected ReferenceSeriesContract() {}

    @Test
    @Tag("R7")
    void countsFromOneWithoutGap() {
        for (int i = 1; i <= 12; i++) {
            assertThat(next(SERIES)).isEqualTo(SERIES.format(i).value());
        }
    }

    @Test
    @Tag("R7")
    void ticketHasTheReferenceOfItsReceipt() {
        Ticket ticket = make.ticket().build();
        Receipt receipt = committed(make.numbered(ticket, SERIES, null));

        Ticket expected = ticket.toBuilder().reference(new Reference("T-0001")).build();
        assertThat(receipt.reference()).isEqualTo(expected.reference());
        assertThat(stored(ticket.id())).isEqualTo(expected);
        assertThat(storage().tickets().findByReference(make.tenant(), new Reference("t-0001")))
                .contains(expected);
        assertThat(storage().tickets().findByReference(make.tenant(), Reference.PENDING))
                .isEmpty();
        Ticket changed = changed(expected, edit -> edit.title("Other"));
        assertThat(changed.reference()).isEqualTo(expected.reference());
    }

    @Test
    @Tag("R7")
    void numberMayGrowBeyondItsPadding() {
        ReferenceRequest narrow = new ReferenceRequest("N-", "N-", 1);

        assertThat(IntStream.rangeClosed(1, 12).mapToObj(n -> next(narrow)))
                .isEqualTo(IntStream.rangeClosed(1, 12).mapToObj(n -> "N-" + n).toList());
    }

    @Test
    @Tag("F44")
    void writesNumbersInAsciiDigits() {
        assertThat(next(SERIES)).isEqualTo("T-0001");
    }

    @Test
    @Tag("R7")
    void padsToEighteenDigits() {
        assertThat(next(new ReferenceRequest("W-", "\uD83C\uDFAB W-", 18)))
                .isEqualTo("\uD83C\uDFAB W-000000000000000001");
    }

    @Test
    @Tag("R7")
    void countsEachSeriesByItself() {
        ReferenceRequest other = new ReferenceRequest("U-2026-", "U-2026-", 4);

        assertThat(List.of(next(SERIES), next(other), next(SERIES), next(other)))
                .containsExactly("T-0001", "U-2026-0001", "T-0002", "U-2026-0002");
    }

    @Test
    @Tag("R7")
    void goesOnCountingUnderAnotherPrefix() {
        assertThat(next(new ReferenceRequest("all", "old-", 1))).isEqualTo("old-1");
        assertThat(next(new ReferenceRequest("all", "new-", 2))).isEqualTo("new-02");
    }

    @Test
    @Tag("R7")
    void comparesSeriesWithCase() {
        assertThat(next(new ReferenceRequest("s", "one-", 1))).isEqualTo("one-1");
        assertThat(next(new ReferenceRequest("S", "two-", 1))).isEqualTo("two-1");
    }

    @Test
    @Tag("R7")
    void twoSeriesWithOnePrefixNeverGiveTheSame() {
        ReferenceRequest twin = new ReferenceRequest("twin", "T-", 4);

        assertThat(List.of(next(SERIES), next(twin), next(SERIES), next(twin)))
                .containsExactly("T-0001", "T-0002", "T-0003", "T-0004");
    }

    @Test
    @Tag("B1")
    void countsEachTenantByItself() {
        next(SERIES);
        next(SERIES);
        make = TicketFixtures.ofNewTenant();

        assertThat(next(SERIES)).isEqualTo("T-0001");
    }

    @Test
    @Tag("F20")
    void lostCommitBurnsNoNumber() {
        Ticket holder = make.ticket().externalId("order-1").build();
        TicketChange first = make.numbered(holder, SERIES, STAMP);
        Receipt receipt = committed(first);

        assertThat(commit(first)).isEqualTo(new CommitOutcome.Committed(receipt));
        assertThat(commit(make.numbered(make.ticket().build(), SERIES, STAMP)))
                .isEqualTo(new CommitOutcome.Replayed(receipt));
        assertThat(commit(make.numbered(make.ticket().build(), SERIES, TicketFixtures.stamp("open:key-1", "other"))))
                .isEqualTo(new CommitOutcome.KeyReused());
        assertThat(commit(make.numbered(make.ticket().externalId("order-1").build(), SERIES, null)))
                .isEqualTo(new CommitOutcome.ExternalIdTaken());
        assertThat(commit(make.numbered(make.ticket().id(holder.id()).build(), SERIES, null)))
                .isEqualTo(new CommitOutcome.Stale());
        assertThat(next(SERIES)).isEqualTo("T-0002");
    }

    @Test
    @Tag("F20")
    void openingThatLostBeforeTheSeriesBeganLeavesItAtOne() {
        opened(make.ticket().externalId("order-1"));

        assertThat(commit(make.numbered(make.ticket().externalId("order-1").build(), SERIES, null)))
                .isEqualTo(new CommitOutcome.ExternalIdTaken());
        assertThat(next(SERIES)).isEqualTo("T-0001");
    }

    @Test
    @Tag("R7")
    void skipsNumbersTakenByHandInAnySpelling() {
        opened(make.ticket().reference(new Reference("t-0001")));
        opened(make.ticket().reference(new Reference("T-0003")));
        opened(make.ticket().reference(new Reference("\uFF34-0004")));

        assertThat(List.of(next(SERIES), next(SERIES), next(SERIES))).containsExactly("T-0002", "T-0005", "T-0006");
    }

    @Test
    @Tag("R7")
    void skipsLongRunOfTakenNumbers() {
        for (int i = 1; i <= 40; i++) {
            opened(make.ticket().reference(SERIES.format(i)));
        }

        assertThat(next(SERIES)).isEqualTo("T-0041");
    }

    @Test
    @Tag("B8")
    void goesOnAfterANumberThatWasPassed() {
        storage().numbers().passNumber(make.tenant(), SERIES.series(), 41);
        assertThat(next(SERIES)).isEqualTo(SERIES.format(42).value());
        storage().numbers().passNumber(make.tenant(), SERIES.series(), 7);
        assertThat(next(SERIES)).isEqualTo(SERIES.format(43).value());
        storage().numbers().passNumber(make.tenant(), SERIES.series(), 50);
        assertThat(next(SERIES)).isEqualTo(SERIES.format(51).value());
        assertThat(next(new ReferenceRequest("other", "O-", 1))).isEqualTo("O-1");
    }

    @Test
    @Tag("R7")
    void neverGivesNumberOfDeletedTicketAgain() {
        Receipt receipt = committed(make.numbered(make.ticket().build(), SERIES, null));
        deleted(stored(receipt.ticketId()));

        assertThat(next(SERIES)).isEqualTo("T-0002");
    }

    @Test
    @Tag("R7")
    void refusesGivenNumberByHand() {
        String given = next(SERIES);

        assertThat(commit(make.opening(
                        make.ticket().reference(new Reference(given)).build())))
                .isEqualTo(new CommitOutcome.ReferenceTaken());
    }

    @Test
    @Tag("B3")
    void replayGivesTheNumberOfTheFirstTime() {
        Receipt receipt = committed(make.numbered(make.ticket().build(), SERIES, STAMP));
        next(SERIES);

        assertThat(commit(make.numbered(make.ticket().build(), SERIES, STAMP)))
                .isEqualTo(new CommitOutcome.Replayed(receipt));
        assertThat(receipt.reference().value()).isEqualTo("T-0001");
    }

    private String next(ReferenceRequest request) {
        return committed(make.numbered(make.ticket().build(), request, null))
                .reference()
                .value();
    }
}
