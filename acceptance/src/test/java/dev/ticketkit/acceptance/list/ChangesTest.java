package dev.ticketkit.acceptance.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.ticketkit.acceptance.DeskFixture;
import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.command.ImportTicket;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.result.ChangePage;
import dev.ticketkit.spi.error.ForbiddenException;
import dev.ticketkit.spi.error.NotFoundException;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.event.FieldChange;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.event.TicketField;
import dev.ticketkit.spi.host.AccessPolicy;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.host.Action;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.TicketQuery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever copies what happens elsewhere. */
@OnEveryStore
@Tag("B15")
class ChangesTest extends DeskFixture {
    private static final Actor EVA = Actor.operator("eva", "Eva");
    private static final long SEED = 20_260_312;

    ChangesTest(Store store) {
        super(store);
    }

    private static List<TicketEvent> copied(ActorDesk desk, @Nullable String from, int limit) {
        List<TicketEvent> events = new ArrayList<>();
        String cursor = from;
        ChangePage page;
        do {
            page = desk.changesSince(cursor, limit);
            assertThat(page.events()).hasSizeLessThanOrEqualTo(limit);
            events.addAll(page.events());
            cursor = page.cursor();
        } while (page.more());
        return events;
    }

    private List<TicketEvent> everything() {
        return copied(olga(), null, 1_000);
    }

    private ActorDesk seeing(AccessScope scope) {
        AccessPolicy policy = new AccessPolicy() {
            @Override
            public AccessScope visibleTo(TenantId of, Actor actor) {
                return scope;
            }

            @Override
            public boolean allows(TenantId of, Actor actor, Action action, @Nullable Ticket ticket) {
                return true;
            }
        };
        return deskBuilder().access(policy).build().as(tenant, EVA);
    }

    @Test
    void whoFollowsHasEveryEventOnceAsTheHistoriesShowThem() {
        List<TicketEvent> copy = new ArrayList<>();
        String cursor = olga().changesSince(null, 10).cursor();
        List<Ticket> tickets = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            later(Duration.ofMinutes(1));
            Ticket ticket = opened(ticket("t" + i).category("One"));
            tickets.add(ticket);
            changed(ticket, change().category("Two").priority(Priority.HIGH));
            handle(tickets.get(i / 2)).addInternalNote("note " + i);
            ChangePage page = olga().changesSince(cursor, 4);
            copy.addAll(page.events());
            cursor = page.cursor();
        }
        handle(tickets.get(0)).delete();
        copy.addAll(copied(olga(), cursor, 3));

        List<TicketEvent> histories = new ArrayList<>();
        tickets.forEach(ticket -> histories.addAll(handle(ticket).history()));
        assertThat(copy).hasSize(19).containsExactlyInAnyOrderElementsOf(histories);
        for (Ticket ticket : tickets) {
            assertThat(copy.stream().filter(event -> event.ticketId().equals(ticket.id())))
                    .containsExactlyElementsOf(handle(ticket).history());
        }
        assertThat(everything()).isEqualTo(copy);
        assertThat(copy.stream()
                        .flatMap(event -> event.changes().stream())
                        .filter(change -> change.field() == TicketField.CATEGORY))
                .hasSize(6)
                .containsOnly(FieldChange.of(TicketField.CATEGORY, "One", "Two"));
    }

    @Test
    void aCursorComesAlsoWhenNothingDid() {
        ChangePage nothing = olga().changesSince(null, 10);
        assertThat(nothing.events()).isEmpty();
        assertThat(nothing.more()).isFalse();
        ChangePage still = olga().changesSince(nothing.cursor(), 10);
        assertThat(still).isEqualTo(nothing);

        Ticket ticket = opened("a");
        later(Duration.ofDays(5_000));

        assertThat(olga().changesSince(still.cursor(), 10).events())
                .isEqualTo(handle(ticket).history());
    }

    @Test
    void anyOlderCursorLeadsToTheSame() {
        List<String> cursors = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Ticket ticket = opened("t" + i);
            handle(ticket).addPublicNote("n");
            cursors.add(olga().changesSince(cursors.isEmpty() ? null : cursors.get(i - 1), 1_000)
                    .cursor());
        }
        List<TicketEvent> all = everything();

        assertThat(all).hasSize(16);
        for (int i = 0; i < cursors.size(); i++) {
            assertThat(copied(olga(), cursors.get(i), 3)).isEqualTo(all.subList(2 * (i + 1), 16));
        }
    }

    @Test
    void importsComeAndErasuresEmptyWhatCameBefore() {
        List<ImportTicket> rows = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            rows.add(new ImportTicket(
                    ticket("old " + i).reference("OLD-" + i).build(),
                    clock.instant().minus(Duration.ofDays(100L * i)),
                    null));
        }
        olga().importTickets(rows.iterator());
        Ticket ticket = opened(ticket("a").contact(BRUNO));
        handle(ticket).addPublicNote("secret");
        assertThat(everything()).hasSize(7);

        olga().erase(BRUNO.id());
        List<TicketEvent> after = everything();

        assertThat(after).hasSize(8);
        assertThat(after.get(6).note()).isNotNull();
        assertThat(after.get(6).note().text()).isEmpty();
        assertThat(after.get(7).kind()).isEqualTo(EventKind.ERASED);
    }

    @Test
    void aPurgeRemovesNothing() {
        Ticket ticket = opened(ticket("a").idempotencyKey("one"));
        changed(ticket, change().title("a").idempotencyKey("two"));
        changed(ticket, change().title("b").idempotencyKey("three"));
        List<TicketEvent> before = everything();
        later(Duration.ofDays(60));
        olga().purge();

        assertThat(before).hasSize(2);
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    @Tag("B13")
    void onlyEventsOfTicketsInsideTheScopeComeAndTheCursorMovesOn() {
        Ticket pios = opened(ticket("pio").owner(PIO));
        for (int i = 0; i < 7; i++) {
            opened(ticket("olga " + i).owner(OLGA));
        }
        Ticket given = opened(ticket("given away").owner(PIO));
        changed(given, change().owner(OLGA));
        Ticket deleted = opened(ticket("deleted").owner(PIO));
        handle(deleted).delete();
        Ticket categorised = opened(ticket("category").category("Before").owner(OLGA));
        olga().catalogue().renameCategory("Before", "Now");
        AccessScope scope = AccessScope.owners(Set.of(PIO.id())).or(AccessScope.categories(Set.of("Before")));

        List<TicketEvent> seen = copied(seeing(scope), null, 2);

        assertThat(seen)
                .extracting(TicketEvent::ticketId)
                .containsExactly(pios.id(), deleted.id(), deleted.id(), categorised.id());
        assertThat(everything()).hasSize(13).containsSubsequence(seen);
        ChangePage none = seeing(AccessScope.none()).changesSince(null, 2);
        assertThat(none.events()).isEmpty();
        assertThat(none.more()).isFalse();
        assertThat(copied(olga(), none.cursor(), 100)).hasSize(13);
    }

    @Test
    @Tag("B13")
    void aContactIsForbidden() {
        opened("a");

        assertThatThrownBy(() -> ada().changesSince(null, 10)).isInstanceOf(ForbiddenException.class);
    }

    @Test
    @Tag("F46")
    void aLimitThatIsNoneIsRefused() {
        for (int limit : new int[] {0, -1, 1_001, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            assertRefused("limit", () -> olga().changesSince(null, limit));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "AQ", "Aw", "AAAA", "not base64!", "😀", "MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz"
            })
    @Tag("F46")
    void aCursorThatIsNoneIsRefused(String garbage) {
        assertRefused("cursor", () -> olga().changesSince(garbage, 10));
    }

    @Test
    @Tag("F46")
    void cursorsOfListsAndOfChangesAreNotMixed() {
        opened("a");
        opened("b");
        TicketQuery query = TicketQuery.builder().limit(1).build();
        String ofList = olga().list(query).cursor();
        String ofChanges = olga().changesSince(null, 1).cursor();

        assertRefused("cursor", () -> olga().changesSince(ofList, 10));
        assertRefused(
                "cursor", () -> olga().list(query.toBuilder().cursor(ofChanges).build()));
    }

    @Test
    @Tag("F46")
    void aCursorChangedByHandNeverReachesTheStoreAsAnError() {
        opened("a");
        byte[] cursor =
                Base64.getUrlDecoder().decode(olga().changesSince(null, 1).cursor());
        Random random = new Random(SEED);
        for (int i = 0; i < 4 * cursor.length; i++) {
            byte[] forged = cursor.clone();
            forged[i % cursor.length] = (byte) random.nextInt();
            String text = Base64.getUrlEncoder().withoutPadding().encodeToString(forged);
            Throwable thrown = catchThrowable(() -> olga().changesSince(text, 1_000));
            if (thrown != null) {
                assertThat(thrown)
                        .as("seed %d, byte %d", SEED, i)
                        .isInstanceOfAny(NotFoundException.class, RefusedException.class);
            }
        }
    }
}
