package dev.ticketkit.testkit.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.when;

import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.core.desk.TicketDeskBuilder;
import dev.ticketkit.spi.host.Action;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.host.Notification;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Ticket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("R28")
class NotificationWindowTest extends NotificationFixture {
    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final TicketDesk pump = pump(together());

    @Test
    void whatHappensInAWindowIsToldInOneNoticeWhenItEnds() {
        Ticket ticket = open("Lamp");
        pump.drain();
        later(Duration.ofMinutes(3));
        retitle(otto, ticket, "Green lamp");
        pump.drain();
        olga.ticket(ticket.id()).addPublicNote("It is\ngreen");
        pump.drain();
        later(Duration.ofMinutes(7).minusNanos(1_000));
        pump.drain();
        assertThat(sent()).isEmpty();

        later(Duration.ofNanos(1_000));
        pump.drain();

        assertThat(sent()).hasSize(2);
        Notification notice = sentTo("otto").get(0);
        assertThat(versions(notice)).containsExactly(1L, 2L, 3L);
        assertThat(notice.event()).isEqualTo(notice.events().get(0));
        assertThat(notice.id()).isEqualTo(notice.event().id());
        assertThat(notice.attempt()).isEqualTo(1);
        assertThat(notice.templateKey()).isEqualTo("ticket.several");
        assertThat(notice.parameters()).containsExactly("T-000001", "Green lamp", "Olga", "3");
        assertThat(notice.text()).isEqualTo("""
                3 things happened to ticket T-000001: Green lamp

                Olga opened it

                Otto changed it
                Title: Lamp \u2192 Green lamp

                Olga added a note

                It is
                green""");
        assertThat(notice.html()).contains("It is<br>green");
        assertEverythingIsDone();
    }

    @Test
    @Tag("B4")
    void anotherPumpFindsTheSameWindow() {
        Ticket ticket = open("Lamp");
        pump.drain();
        retitle(olga, ticket, "Second");
        TicketDesk other = pump(together());
        other.drain();
        later(WINDOW);
        other.drain();
        pump.drain();

        assertThat(sentTo("otto")).singleElement().satisfies(notice -> assertThat(versions(notice))
                .containsExactly(1L, 2L));
        assertEverythingIsDone();
    }

    @Test
    void whatHappensAtTheEndBeginsTheNextWindow() {
        Ticket ticket = open("Lamp");
        pump.drain();
        later(WINDOW);
        retitle(olga, ticket, "Second");
        later(Duration.ofMinutes(1));
        retitle(olga, ticket, "Third");
        pump.drain();
        assertThat(sentTo("otto")).singleElement().satisfies(notice -> assertThat(versions(notice))
                .containsExactly(1L));

        later(WINDOW);
        pump.drain();
        assertThat(versions(sentTo("otto").get(1))).containsExactly(2L, 3L);
        assertThat(sent()).hasSize(4);
        assertEverythingIsDone();
    }

    @Test
    void oneEventAloneIsToldAsUsual() {
        open("Lamp");
        later(WINDOW);
        pump.drain();

        assertThat(sentTo("otto")).singleElement().satisfies(notice -> {
            assertThat(notice.text()).isEqualTo("Olga opened ticket T-000001: Lamp");
            assertThat(notice.templateKey()).isEqualTo("ticket.opened");
            assertThat(notice.parameters()).containsExactly("T-000001", "Lamp", "Olga");
        });
    }

    @Test
    void otherConsumersDoNotWait() {
        Recorder other = Recorder.happy("other");
        TicketDesk both = together().consumer(other).build();
        Ticket ticket = open("Lamp");
        both.drain();
        retitle(olga, ticket, "Second");
        both.drain();

        assertThat(other.versions()).containsExactly(1L, 2L);
        assertThat(sent()).isEmpty();
    }

    @Test
    void onlyTheDeletionIsToldOfTicketDeletedMeanwhileAndAtOnce() {
        Ticket ticket = open("Lamp");
        pump.drain();
        retitle(olga, ticket, "Second");
        pump.drain();
        olga.ticket(ticket.id()).delete();
        pump.drain();
        later(WINDOW);
        pump.drain();

        assertThat(sentTo("otto")).singleElement().satisfies(notice -> assertThat(notice.text())
                .isEqualTo("Olga deleted ticket T-000001: Second"));
        assertEverythingIsDone();
    }

    @Test
    void deletionEndsTheWindowAndWhatComesAfterBeginsAnother() {
        Ticket ticket = open("Lamp");
        later(Duration.ofMinutes(5));
        olga.ticket(ticket.id()).delete();
        olga.ticket(ticket.id()).restore();
        retitle(olga, ticket, "Back");
        later(Duration.ofMinutes(5));
        pump.drain();
        assertThat(sentTo("otto")).extracting(NotificationFixture::versions).containsExactly(List.of(1L), List.of(2L));

        later(Duration.ofMinutes(5));
        pump.drain();
        assertThat(sentTo("otto"))
                .extracting(NotificationFixture::versions)
                .containsExactly(List.of(1L), List.of(2L), List.of(3L, 4L));
    }

    @Test
    @Tag("B4")
    void operatorWhoseNoticeFailsGetsTheSameOneAgainAlone() {
        when(notifier.notify(to("otto")))
                .thenThrow(new IllegalStateException("mailbox full"))
                .thenReturn(DeliveryResult.DELIVERED);
        Ticket ticket = open("Lamp");
        retitle(olga, ticket, "Second");
        later(WINDOW);
        pump.drain();
        later(Duration.ofMinutes(1));
        pump.drain();

        assertThat(sentTo("olga")).hasSize(1);
        List<Notification> tries = sentTo("otto");
        assertThat(tries).extracting(Notification::attempt).containsExactly(1, 2);
        assertThat(tries.get(1).id()).isEqualTo(tries.get(0).id());
        assertThat(tries.get(1).events()).isEqualTo(tries.get(0).events());
        assertEverythingIsDone();
    }

    @Test
    void directoryThatFailsAtTheEndLosesNothing() {
        when(directory.operators(ACME)).thenThrow(new IllegalStateException("directory down"));
        Ticket ticket = open("Lamp");
        pump.drain();
        retitle(olga, ticket, "Second");
        later(WINDOW);
        pump.drain();
        everybodyMayReadEverything();
        later(Duration.ofMinutes(1));
        pump.drain();

        assertThat(sentTo("otto")).extracting(NotificationFixture::versions).containsExactly(List.of(1L, 2L));
        assertEverythingIsDone();
    }

    @Test
    void whatIsCommittedTooLateForItsNoticeIsToldAlone() {
        // This node's clock is ahead: for it the window is over.
        Clock ahead = Clock.offset(test.clock(), WINDOW);
        TicketDesk early = pump(together().clock(ahead));
        Ticket ticket = open("Lamp");
        early.drain();
        assertThat(sentTo("otto")).hasSize(1);
        retitle(olga, ticket, "Second");
        pump.drain();
        later(WINDOW);
        pump.drain();

        assertThat(sentTo("otto")).extracting(NotificationFixture::versions).containsExactly(List.of(1L), List.of(2L));
        assertEverythingIsDone();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1000000000-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "2026-01-01T12:00:00Z"})
    void clockThatStandsStillPutsNoticeOffByNoMoreThanOneMoreWindow(String always) {
        TicketDesk standing = pump(together().clock(Clock.fixed(Instant.parse(always), ZoneOffset.UTC)));
        open("Lamp");
        standing.drain();
        later(WINDOW);
        standing.drain();
        later(WINDOW);
        standing.drain();

        assertThat(sentTo("otto")).singleElement().satisfies(notice -> assertThat(notice.attempt())
                .isEqualTo(2));
    }

    @Test
    void clockFarAheadPutsNothingOff() {
        TicketDesk ahead = pump(together().clock(Clock.fixed(Instant.MAX, ZoneOffset.UTC)));
        open("Lamp");
        ahead.drain();

        assertThat(sent()).hasSize(2);
    }

    @Test
    void drainWithRetriesDoesNotWaitForTheEnd() {
        Ticket ticket = open("Lamp");
        retitle(olga, ticket, "Second");
        pump.drainWithRetries();

        assertThat(sentTo("otto")).extracting(NotificationFixture::versions).containsExactly(List.of(1L, 2L));
        assertEverythingIsDone();
    }

    @Test
    void noticeIsNoLongerThanTextMayBe() {
        Ticket ticket = open("Lamp");
        for (int i = 0; i < 5; i++) {
            olga.ticket(ticket.id()).addPublicNote("x".repeat(9_000));
        }
        later(WINDOW);
        pump.drain();

        Notification notice = sentTo("otto").get(0);
        assertThat(notice.text().length()).isLessThan(20_100);
        assertThat(notice.text()).endsWith("and 3 more");
        assertThat(notice.events()).hasSize(6);
    }

    @Test
    void longHistoryHasTheSameWindows() {
        Ticket ticket = open("Lamp");
        for (int i = 0; i < 1_200; i++) {
            retitle(olga, ticket, "Title " + i);
        }
        later(WINDOW);
        retitle(olga, ticket, "Last");
        later(WINDOW);
        pump.drain();

        assertThat(sentTo("otto")).hasSize(2);
        assertThat(sentTo("otto").get(0).events()).hasSize(1_201);
        assertThat(versions(sentTo("otto").get(1))).containsExactly(1_202L);
    }

    @Test
    @Tag("B13")
    void internalNoteIsNotInTheNoticeOfWhoMayNotReadIt() {
        when(access.allows(
                        any(),
                        argThat(actor -> actor != null && actor.id().equals("otto")),
                        eq(Action.READ_HISTORY),
                        any()))
                .thenReturn(false);
        Ticket ticket = open("Lamp");
        olga.ticket(ticket.id()).addInternalNote("secret");
        olga.ticket(ticket.id()).addPublicNote("known");
        later(WINDOW);
        pump.drain();

        Notification his = sentTo("otto").get(0);
        assertThat(his.text()).contains("known").doesNotContain("secret");
        assertThat(his.events().get(1).note()).isNull();
        assertThat(sentTo("olga").get(0).text()).contains("known", "secret");
    }

    @Test
    void authorIsToldOfTheOthersEventsOnly() {
        TicketDesk skipping = pump(together().skipAuthor(true));
        Ticket ticket = open("Lamp");
        retitle(otto, ticket, "Second");
        retitle(olga, ticket, "Third");
        later(WINDOW);
        skipping.drain();

        Notification hers = sentTo("olga").get(0);
        assertThat(versions(hers)).containsExactly(2L);
        assertThat(versions(sentTo("otto").get(0))).containsExactly(1L, 3L);
        assertThat(hers.id()).isEqualTo(sentTo("otto").get(0).id());
        assertThat(sent()).hasSize(2);
        assertEverythingIsDone();
    }

    @Test
    void authorIsSkippedWhereThePolicySaysSo() {
        TicketDesk skipping = pump(settings().skipAuthor(true));
        open("Lamp");
        test.desk().as(ACME, Actor.host("olga")).ticket(open("Chair").id()).addPublicNote("The host, not she.");
        skipping.drain();

        assertThat(sentTo("olga"))
                .extracting(notice -> notice.event().version())
                .containsExactly(2L);
        assertThat(sentTo("otto")).hasSize(3);
    }

    @Test
    void refusesWindowThatIsNegativeOrLongerThanADay() {
        TicketDeskBuilder builder = settings();

        assertThatIllegalArgumentException().isThrownBy(() -> builder.notificationWindow(Duration.ofNanos(-1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.notificationWindow(Duration.ofDays(1).plusNanos(1)));
    }

    private TicketDeskBuilder together() {
        return settings().notificationWindow(WINDOW);
    }

    private void later(Duration duration) {
        test.clock().advance(duration);
    }

    private void assertEverythingIsDone() {
        assertThat(queue.kept().pending(ACME)).isZero();
        assertThat(queue.kept().parked(ACME, 10)).isEmpty();
    }
}
