package dev.ticketkit.testkit.contract.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.event.NoteVisibility;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.storage.EventFeed;
import dev.ticketkit.spi.storage.TicketChange;
import dev.ticketkit.testkit.contract.fixture.Rounds;
import dev.ticketkit.testkit.contract.fixture.StorageContract;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import dev.ticketkit.testkit.contract.internal.Race;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Everything that is committed is read once, in an order that stays. */
@Tag("B15")
@Tag("F24")
public abstract class ChangeFeedContract extends StorageContract {
    private static final int READERS = 4;
    /** A feed that numbers in order of time loses what commits late; 60 writers do that from their first change on. */
    private static final int CHANGES = Rounds.of(3, 5);

    /** For subclasses. */
    protected ChangeFeedContract() {}

    @Test
    void nothingHappenedIsNothingToRead() {
        assertThat(since(0, 10)).isEqualTo(new EventFeed(List.of(), 0, false));
        assertThat(since(7, 10)).isEqualTo(new EventFeed(List.of(), 7, false));
    }

    @Test
    void feedsEveryRecordedEventOfLivingDeletedAndErasedTickets() {
        Ticket changed = changed(opened(make.ticket()), edit -> edit.title("Other"));
        committed(make.note(changed, NoteVisibility.INTERNAL, "note"));
        committed(make.nothingChanged(stored(changed.id()), TicketFixtures.stamp("change:1", "body")));
        Ticket deleted = deleted(opened(make.ticket()));
        changed(deleted, edit -> edit.deletedAt(null));
        Ticket erased = opened(make.ticket().description("text"));
        committed(make.note(erased, NoteVisibility.PUBLIC, "secret"));
        committed(make.erasure(stored(erased.id()), new Reference("erased")));

        List<TicketEvent> all = new ArrayList<>();
        List.of(changed, deleted, erased).forEach(ticket -> all.addAll(history(ticket.id())));
        assertThat(walk(0, MOST)).hasSize(9).containsExactlyInAnyOrderElementsOf(all);
        assertThat(walk(0, MOST))
                .filteredOn(event -> event.ticketId().equals(erased.id()))
                .extracting(TicketEvent::kind)
                .containsExactly(EventKind.OPENED, EventKind.NOTED, EventKind.ERASED);
    }

    @Test
    void anErasureEmptiesWhatWasReadBeforeAndMovesNothing() {
        Ticket ticket = opened(make.ticket());
        committed(make.note(ticket, NoteVisibility.PUBLIC, "secret"));
        opened(make.ticket());
        List<TicketEvent> before = walk(0, MOST);
        committed(make.erasure(stored(ticket.id()), new Reference("erased")));

        List<TicketEvent> after = walk(0, MOST);
        assertThat(after.subList(0, 3))
                .extracting(TicketEvent::id)
                .containsExactlyElementsOf(before.stream().map(TicketEvent::id).toList());
        assertThat(after)
                .noneMatch(event -> event.note() != null && event.note().text().contains("secret"));
    }

    @Test
    void whatIsImportedInSilenceIsFed() {
        List<TicketChange> imported = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            imported.add(make.opening(make.ticket().build()).silently());
        }
        storage().tickets().commitAll(imported);
        committed(make.opening(make.ticket().build()).silently());

        assertThat(walk(0, MOST)).hasSize(6);
    }

    @Test
    void readsPiecesOfAnyLengthInOneOrder() {
        for (int i = 0; i < 10; i++) {
            changed(opened(make.ticket()), edit -> edit.title("Other"));
        }
        List<TicketEvent> all = walk(0, MOST);

        assertThat(all).hasSize(20);
        assertThat(walk(0, 1)).isEqualTo(all);
        assertThat(walk(0, 7)).isEqualTo(all);
        assertThat(since(0, 21).more()).isFalse();
        assertThat(since(20, 5)).isEqualTo(new EventFeed(List.of(), 20, false));
    }

    @Test
    void everyPlaceStaysWhatItWasWhateverComesLater() {
        List<EventFeed> pieces = new ArrayList<>();
        Ticket ticket = opened(make.ticket());
        for (int i = 0; i < 6; i++) {
            long end = pieces.isEmpty() ? 0 : pieces.get(pieces.size() - 1).position();
            pieces.add(since(end, 3));
            ticket = changed(ticket, edit -> edit.title(edit.build().title() + "x"));
            opened(make.ticket());
        }
        List<TicketEvent> read = new ArrayList<>();
        pieces.forEach(piece -> read.addAll(piece.events()));

        assertThat(read).hasSizeGreaterThan(5);
        List<TicketEvent> again = walk(0, MOST);
        assertThat(again).hasSize(13).startsWith(read.toArray(TicketEvent[]::new));
        for (EventFeed piece : pieces) {
            assertThat(walk(piece.position(), 2)).isEqualTo(again.subList((int) piece.position(), again.size()));
        }
    }

    /** Ids and times are in any order; more waits than a store may deal with in one call. */
    @Test
    void aTicketsEventsComeInOrderOfVersionHoweverMuchWaits() {
        List<Ticket> tickets = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            tickets.add(make.ticket().build());
        }
        storage().tickets().commitAll(tickets.stream().map(make::opening).toList());
        for (int version = 2; version <= 3; version++) {
            String title = "Version " + version;
            List<TicketChange> changes = tickets.stream()
                    .map(ticket -> make.change(ticket, edit -> edit.title(title)))
                    .toList();
            storage().tickets().commitAll(changes);
            tickets = changes.stream().map(TicketChange::after).toList();
        }

        List<TicketEvent> all = walk(0, 333);
        assertThat(all).hasSize(1_500).doesNotHaveDuplicates();
        assertVersionsInOrder(all);
    }

    @Test
    @Tag("B1")
    void eachTenantHasAFeedOfItsOwn() {
        opened(make.ticket());
        TicketFixtures other = TicketFixtures.ofNewTenant();
        commit(other.opening(other.ticket().build()));
        opened(make.ticket());

        assertThat(walk(0, MOST)).hasSize(2).allMatch(event -> event.tenant().equals(make.tenant()));
        assertThat(since(2, 10).events()).isEmpty();
        assertThat(storage().events().changesSince(other.tenant(), 0, 10).events())
                .hasSize(1);
    }

    @Test
    void whoFollowsWhileManyCommitMissesNothingAndReadsNothingTwice() {
        AtomicInteger writing = new AtomicInteger(Race.THREADS - READERS);
        List<List<TicketEvent>> results = Race.run(n -> n < READERS ? follow(writing, 1 + 40 * n) : write(writing));

        List<TicketEvent> first = results.get(0);
        assertThat(first).hasSize((Race.THREADS - READERS) * (1 + CHANGES)).doesNotHaveDuplicates();
        assertVersionsInOrder(first);
        assertThat(results.subList(1, READERS)).allMatch(first::equals);
        assertThat(results.subList(READERS, Race.THREADS)).allMatch(first::containsAll);
    }

    private List<TicketEvent> follow(AtomicInteger writing, int limit) {
        List<TicketEvent> read = new ArrayList<>();
        long position = 0;
        boolean last;
        do {
            last = writing.get() == 0;
            EventFeed feed = since(position, limit);
            read.addAll(feed.events());
            position = feed.position();
            last = last && !feed.more();
        } while (!last);
        return read;
    }

    private List<TicketEvent> write(AtomicInteger writing) {
        try {
            Ticket ticket = opened(make.ticket());
            for (int i = 0; i < CHANGES; i++) {
                String title = "Change " + i;
                ticket = changed(ticket, edit -> edit.title(title));
            }
            return history(ticket.id());
        } finally {
            writing.decrementAndGet();
        }
    }

    private static void assertVersionsInOrder(List<TicketEvent> events) {
        Map<TicketId, Long> versions = new HashMap<>();
        for (TicketEvent event : events) {
            assertThat(event.version()).isEqualTo(versions.getOrDefault(event.ticketId(), 0L) + 1);
            versions.put(event.ticketId(), event.version());
        }
    }

    private List<TicketEvent> walk(long after, int limit) {
        List<TicketEvent> all = new ArrayList<>();
        EventFeed feed;
        long position = after;
        do {
            feed = since(position, limit);
            all.addAll(feed.events());
            position = feed.position();
        } while (feed.more());
        return all;
    }

    /** Through a store that only reads, what others have numbered is read: maintenance sees to that. */
    private EventFeed since(long after, int limit) {
        while (storage().maintenance().run(MOST) > 0) {
            // Some at a time.
        }
        return storage().events().changesSince(make.tenant(), after, limit);
    }
}
