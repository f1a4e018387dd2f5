package dev.ticketkit.acceptance.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketkit.acceptance.DeskFixture;
import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.command.AddNote;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.Ticket;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@OnEveryStore
@Tag("R10")
class LifeTest extends DeskFixture {
    private static final Instant NINE = Instant.parse("2026-03-10T09:00:00Z");

    LifeTest(Store store) {
        super(store);
    }

    private Ticket inStatus(Ticket ticket, String status) {
        return changed(ticket, change().status(status)).ticket();
    }

    @Test
    @Tag("R9")
    void staysOpenUntilSomebodyResolvesIt() {
        Ticket ticket = opened("a");
        later(Duration.ofDays(5000));
        olga().statistics().report();
        handle(ticket).addPublicNote("still here");

        assertThat(now(ticket).status()).isEqualTo(Status.OPEN);
        assertThat(now(ticket).status().macro()).isEqualTo(MacroStatus.IN_PROGRESS);
        assertThat(now(ticket).closedAt()).isNull();
    }

    @Test
    void updatedAtFollowsEveryRecordedChangeNotesIncluded() {
        Ticket ticket = opened("a");
        assertThat(ticket.openedAt()).isEqualTo(NINE);
        assertThat(ticket.updatedAt()).isEqualTo(NINE);
        later(Duration.ofHours(1));
        changed(ticket, change().title("a"));
        assertThat(now(ticket).updatedAt()).isEqualTo(NINE);
        changed(ticket, change().title("b"));
        assertThat(now(ticket).updatedAt()).isEqualTo(NINE.plusSeconds(3600));
        later(Duration.ofHours(1));
        handle(ticket).addInternalNote(AddNote.of("n"));

        assertThat(now(ticket).updatedAt()).isEqualTo(NINE.plusSeconds(7200));
        assertThat(now(ticket).openedAt()).isEqualTo(NINE);
        assertThat(now(ticket).version()).isEqualTo(3);
    }

    @Test
    void closedAtIsTheEntryIntoTerminated() {
        Ticket ticket = opened("a");
        later(Duration.ofHours(1));
        assertThat(inStatus(ticket, "pending").closedAt()).isNull();
        later(Duration.ofHours(1));
        assertThat(inStatus(ticket, "resolved").closedAt()).isEqualTo(NINE.plusSeconds(7200));
        later(Duration.ofHours(1));
        assertThat(inStatus(ticket, "closed").closedAt()).isEqualTo(NINE.plusSeconds(7200));
        later(Duration.ofHours(1));
        changed(ticket, change().title("b"));

        assertThat(now(ticket).closedAt()).isEqualTo(NINE.plusSeconds(7200));
        assertThat(now(ticket).closingTime()).isEqualTo(Duration.ofHours(2));
        assertThat(now(ticket).reopenings()).isZero();
    }

    @Test
    void reopeningClearsItAndIsCounted() {
        Ticket ticket = opened("a");
        inStatus(ticket, "closed");
        later(Duration.ofHours(1));
        Ticket reopened = inStatus(ticket, "waiting");
        assertThat(reopened.closedAt()).isNull();
        assertThat(reopened.reopenings()).isEqualTo(1);
        assertThat(inStatus(ticket, "open").reopenings()).isEqualTo(1);
        later(Duration.ofHours(1));
        assertThat(inStatus(ticket, "terminated").closedAt()).isEqualTo(NINE.plusSeconds(7200));
        inStatus(ticket, "open");

        assertThat(now(ticket).reopenings()).isEqualTo(2);
        assertThat(now(ticket).closedAt()).isNull();
    }

    @Test
    void openedTerminatedIsClosedAtOnce() {
        Ticket ticket = opened(ticket("a").status("resolved"));

        assertThat(now(ticket).closedAt()).isEqualTo(ticket.openedAt()).isEqualTo(NINE);
        assertThat(now(ticket).closingTime()).isZero();
    }

    @Test
    @Tag("F42")
    void instantsAreCutToMicroseconds() {
        at("2026-12-31T23:59:59.999999999Z");
        Ticket ticket = opened("a");

        assertThat(ticket.openedAt()).isEqualTo(Instant.parse("2026-12-31T23:59:59.999999Z"));
        assertThat(now(ticket)).isEqualTo(ticket);
        assertThat(handle(ticket).history().get(0).at()).isEqualTo(ticket.openedAt());
    }

    @Test
    @Tag("F27")
    void clockGoingBackNeverTurnsTimeRound() {
        Ticket ticket = opened("a");
        later(Duration.ofHours(-1));
        Ticket closed = inStatus(ticket, "closed");
        handle(ticket).addInternalNote("n");

        assertThat(closed.closedAt()).isEqualTo(NINE);
        assertThat(now(ticket).updatedAt()).isEqualTo(NINE);
        assertThat(handle(ticket).history())
                .allSatisfy(event -> assertThat(event.at()).isEqualTo(NINE));
    }

    @Test
    void namedInstantAheadDoesNotMoveTheIdsOfOthers() {
        Ticket ahead = olga().at(Instant.parse("2999-01-01T00:00:00Z"))
                .open(ticket("a").build())
                .ticket();
        Ticket after = opened("b");

        assertThat(after.id()).isGreaterThan(ahead.id());
        assertThat(after.id().value().getMostSignificantBits() >>> 16).isEqualTo(NINE.toEpochMilli());
    }

    @Test
    void namedInstantsAreKeptOrRefused() {
        var past = olga().at(Instant.parse("2020-02-29T12:00:00.5Z"));
        Ticket ticket = past.open(ticket("a").build()).ticket();
        past.at(Instant.parse("2020-03-01T12:00:00.5Z"))
                .ticket(ticket)
                .change(change().status("closed").build());

        assertThat(now(ticket).openedAt()).isEqualTo(Instant.parse("2020-02-29T12:00:00.5Z"));
        assertThat(now(ticket).closingTime()).isEqualTo(Duration.ofDays(1));
        assertRefused("at", () -> past.ticket(ticket).change(change().title("b").build()));
        assertRefused("at", () -> past.ticket(ticket).addInternalNote("n"));
        assertThat(now(ticket).version()).isEqualTo(2);
    }

    @Test
    @Tag("F42")
    void timeIsBetween1900And9999() {
        for (Instant instant : new Instant[] {
            Instant.MIN,
            Instant.parse("1899-12-31T23:59:59.999999Z"),
            Instant.parse("9999-12-31T00:00:01Z"),
            Instant.MAX
        }) {
            assertRefused("at", () -> olga().at(instant).open(ticket("a").build()));
        }
        Ticket first = as(Actor.host("import"))
                .at(Instant.parse("1900-01-01T00:00:00Z"))
                .open(ticket("b").build())
                .ticket();
        Ticket last = olga().at(Instant.parse("9999-12-30T23:59:59.999999Z"))
                .open(ticket("c").build())
                .ticket();

        assertThat(now(first)).isEqualTo(first);
        assertThat(now(last)).isEqualTo(last);
        assertThat(allTitles()).containsExactly("c", "b");
    }

    @Test
    void instantOfThePastMustBeGiven() {
        assertThatThrownBy(() -> olga().at(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("instant: is null, and nothing was done; give a value");
        assertThatThrownBy(() -> olga().because(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("reason: is null, and nothing was done; give a value");
    }
}
