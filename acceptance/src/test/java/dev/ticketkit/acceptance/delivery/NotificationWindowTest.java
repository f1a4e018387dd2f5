package dev.ticketkit.acceptance.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.core.desk.TicketDeskBuilder;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.host.Notification;
import dev.ticketkit.spi.model.Ticket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A database puts deliveries off by its own time, which no test can move. So a window is over before the pump looks, or is over an instant
 * later, or the test only sees that its notice waits.
 */
@OnEveryStore
@Tag("R28")
class NotificationWindowTest extends NotificationsFixture {
    private static final Duration INSTANT = Duration.ofNanos(1_000);

    NotificationWindowTest(Store store) {
        super(store);
    }

    @Test
    void whatHappensWithinAWindowIsOneNoticeForEachOperator() {
        Ticket ticket = opened("Lamp");
        later(Duration.ofMinutes(5));
        changed(ticket, change().title("Green lamp"));
        handle(ticket).addPublicNote("It is green.");
        later(Duration.ofMinutes(5));
        changed(ticket, change().title("In the next window"));
        later(WINDOW);
        pump(together()).drain();

        assertThat(sent).hasSize(6);
        assertThat(sentTo("olga"))
                .extracting(NotificationsFixture::versions)
                .containsExactly(List.of(1L, 2L, 3L), List.of(4L));
        assertThat(sent.get(0).text())
                .startsWith("3 things happened")
                .contains("Olga changed it\nTitle: Lamp \u2192 Green lamp");
        assertThat(sent.get(1).text()).startsWith("3 novit\u00e0").contains("Olga lo ha modificato\nTitolo: Lamp");
        assertThat(sent.get(2).text()).startsWith("3 novedades").contains("Olga lo ha modificado");
        assertThat(pending()).isZero();
    }

    @Test
    @Tag("B4")
    void noticeWaitsForTheEndOfItsWindowWhicheverPumpHasIt() {
        Ticket ticket = opened("Lamp");
        TicketDesk first = pump(together());
        first.drain();
        changed(ticket, change().title("Second"));
        TicketDesk second = pump(together());
        second.drain();
        first.drain();
        assertThat(sent).isEmpty();
        assertThat(pending()).isEqualTo(2);
        assertThat(parked()).isEmpty();

        handle(ticket).delete();
        first.drain();
        assertThat(recipients()).containsExactly("olga", "otto", "pia");
        assertThat(sent.get(0).text()).startsWith("Olga deleted");
        assertThat(pending()).isZero();
    }

    @Test
    @Tag("B4")
    void secondPumpFindsTheWindowOfTheFirst() {
        Ticket ticket = opened("Lamp");
        changed(ticket, change().title("Second"));
        // The window is over for the first pump: its clock is ahead. It tells all there is.
        pump(together().clock(Clock.offset(clock, WINDOW))).drain();
        assertThat(sentTo("pia")).extracting(NotificationsFixture::versions).containsExactly(List.of(1L, 2L));

        changed(ticket, change().title("Third, too late for that notice"));
        later(WINDOW);
        pump(together()).drain();
        assertThat(sentTo("pia"))
                .extracting(NotificationsFixture::versions)
                .containsExactly(List.of(1L, 2L), List.of(3L));
        assertThat(pending()).isZero();
    }

    @Test
    @Tag("B4")
    void puttingOffIsNoAttempt() {
        Ticket ticket = opened("Lamp");
        changed(ticket, change().title("Second"));
        later(WINDOW.minus(INSTANT));
        TicketDesk pump = pump(together().clock(new TickingClock()));
        do {
            pump.drain();
        } while (pending() > 0);

        assertThat(sent).hasSize(3).allSatisfy(notice -> {
            assertThat(notice.attempt()).isEqualTo(1);
            assertThat(versions(notice)).containsExactly(1L, 2L);
        });
    }

    @Test
    void drainWithRetriesTellsWhatHappenedUpToNow() {
        Ticket ticket = opened("Lamp");
        changed(ticket, change().title("Second"));
        pump(together()).drainWithRetries();

        assertThat(sentTo("pia")).extracting(NotificationsFixture::versions).containsExactly(List.of(1L, 2L));
        assertThat(pending()).isZero();
    }

    @Test
    @Tag("B4")
    void operatorWhoseNoticeFailsGetsThatNoticeAgainAlone() {
        trouble.put("otto", notice -> {
            if (notice.attempt() == 1) {
                throw new IllegalStateException("mailbox full");
            }
            return DeliveryResult.DELIVERED;
        });
        Ticket ticket = opened("Lamp");
        changed(ticket, change().title("Second"));
        later(WINDOW);
        pump(together()).drainWithRetries();

        assertThat(recipients()).containsExactly("olga", "otto", "pia", "otto");
        List<Notification> his = sentTo("otto");
        assertThat(his.get(1).id()).isEqualTo(his.get(0).id());
        assertThat(his.get(1).events()).isEqualTo(his.get(0).events()).hasSize(2);
        assertThat(pending()).isZero();
    }

    /** Each time it is looked at, one instant has passed. */
    private final class TickingClock extends Clock {
        private Instant now = clock.instant();

        @Override
        public Instant instant() {
            Instant shown = now;
            now = now.plus(INSTANT);
            return shown;
        }

        @Override
        public ZoneId getZone() {
            return clock.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("one zone");
        }
    }

    private TicketDeskBuilder together() {
        return settings().notificationWindow(WINDOW);
    }
}
