package dev.ticketkit.acceptance.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.spi.host.DeliveryException;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.host.Operator;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.delivery.NotificationOutcome;
import dev.ticketkit.spi.storage.delivery.NotificationRecord;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@OnEveryStore
@Tag("B10")
class NotificationReasonsTest extends NotificationsFixture {
    NotificationReasonsTest(Store store) {
        super(store);
    }

    @Test
    void saysOfEveryOperatorWhetherHeWasToldAndWhyNot() {
        operators.add(new Operator("gone", "Gone", "gone@example.org", null));
        operators.add(new Operator("down", "Down", "down@example.org", null));
        otto().mail().switchOff();
        blind.add("pia");
        trouble.put("gone", notice -> {
            throw DeliveryException.rejected("no such mailbox");
        });
        trouble.put("down", notice -> {
            throw new IllegalStateException("mail server down");
        });
        Ticket ticket = opened("Lamp");
        pump().drain();

        assertThat(outcomes(ticket, 1))
                .isEqualTo(Map.of(
                        "olga", NotificationOutcome.NOTIFIED,
                        "otto", NotificationOutcome.OPTED_OUT,
                        "pia", NotificationOutcome.NO_ACCESS,
                        "gone", NotificationOutcome.REJECTED,
                        "down", NotificationOutcome.FAILED));
        assertThat(records(ticket, 1).get(0).at()).isEqualTo(clock.instant());
    }

    @Test
    void whatTheNotifierLeavesOutOnPurposeIsNoFailure() {
        trouble.put("otto", notice -> DeliveryResult.SKIPPED);
        Ticket ticket = opened("Lamp");
        pump().drain();

        assertThat(outcomes(ticket, 1))
                .isEqualTo(Map.of(
                        "olga", NotificationOutcome.NOTIFIED,
                        "otto", NotificationOutcome.SKIPPED,
                        "pia", NotificationOutcome.NOTIFIED));
        assertThat(pending()).isZero();
        assertThat(parked()).isEmpty();
    }

    @Test
    void whoIsTriedAgainHasARecordOfHisOwn() {
        trouble.put("otto", notice -> {
            if (notice.attempt() == 1) {
                throw new IllegalStateException("mail server down");
            }
            return DeliveryResult.DELIVERED;
        });
        Ticket ticket = opened("Lamp");
        pump().drainWithRetries();

        assertThat(records(ticket, 1))
                .extracting(NotificationRecord::receiver)
                .containsExactly(NotificationRecord.ALL, "otto");
        assertThat(records(ticket, 1).get(1).outcomes()).isEqualTo(Map.of("otto", NotificationOutcome.NOTIFIED));
    }

    @Test
    void saysWhatWasToldTogetherAndWhoDidIt() {
        operators.removeIf(operator -> operator.id().equals("pia"));
        Ticket ticket = opened("Lamp");
        otto().ticket(ticket.id()).addPublicNote("a note");
        changed(ticket, change().title("Green lamp"));
        later(WINDOW);
        pump(settings().notificationWindow(WINDOW).skipAuthor(true)).drain();

        assertThat(outcomes(ticket, 1))
                .isEqualTo(Map.of("olga", NotificationOutcome.NOTIFIED, "otto", NotificationOutcome.NOTIFIED));
        assertThat(outcomes(ticket, 2))
                .isEqualTo(Map.of("olga", NotificationOutcome.COALESCED, "otto", NotificationOutcome.AUTHOR));
        assertThat(outcomes(ticket, 3))
                .isEqualTo(Map.of("olga", NotificationOutcome.AUTHOR, "otto", NotificationOutcome.COALESCED));
    }

    @Test
    @Tag("R20")
    void whatADeletionCancelledIsToldWhenTheTicketComesBack() {
        Ticket ticket = opened("Lamp");
        handle(ticket).delete();
        pump().drain();
        // Cancelled by the deletion: nobody ever tried.
        assertThat(records(ticket, 1)).isEqualTo(List.of());
        handle(ticket).restore();
        pump().drain();

        Map<String, NotificationOutcome> all = Map.of(
                "olga",
                NotificationOutcome.NOTIFIED,
                "otto",
                NotificationOutcome.NOTIFIED,
                "pia",
                NotificationOutcome.NOTIFIED);
        for (int version = 1; version <= 3; version++) {
            assertThat(outcomes(ticket, version)).isEqualTo(all);
        }
        assertThat(sentTo("olga"))
                .flatExtracting(NotificationsFixture::versions)
                .containsExactly(2L, 1L, 3L);
    }
}
