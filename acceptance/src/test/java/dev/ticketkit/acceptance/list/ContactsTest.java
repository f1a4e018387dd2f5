package dev.ticketkit.acceptance.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketkit.acceptance.DeskFixture;
import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.spi.error.NotFoundException;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.ContactTickets;
import dev.ticketkit.spi.query.Page;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.Total;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@OnEveryStore
@Tag("R17")
class ContactsTest extends DeskFixture {
    ContactsTest(Store store) {
        super(store);
    }

    private Ticket of(Contact contact, Priority priority) {
        later(Duration.ofMinutes(1));
        return opened(ticket("t").contact(contact).priority(priority));
    }

    private static List<String> names(Page<ContactTickets> page) {
        return page.items().stream().map(each -> each.contact().name()).toList();
    }

    private static List<ContactTickets> walkContacts(ActorDesk desk, TicketQuery query) {
        List<ContactTickets> all = new ArrayList<>();
        Page<ContactTickets> page = desk.contacts(query);
        all.addAll(page.items());
        while (page.cursor() != null) {
            page = desk.contacts(query.toBuilder().cursor(page.cursor()).build());
            all.addAll(page.items());
        }
        return all;
    }

    @Test
    void haveATicketThatSatisfiesStatusAndPriorityMostUrgentFirst() {
        Contact carla = Contact.of("c-carla", "Carla");
        of(ADA, Priority.LOW);
        of(BRUNO, Priority.HIGH);
        Ticket adas = of(ADA, Priority.HIGH);
        changed(of(carla, Priority.URGENT), change().status("closed"));

        assertThat(names(olga().contacts(TicketQuery.all()))).containsExactly("Carla", "Ada", "Bruno");
        TicketQuery open =
                TicketQuery.builder().macroStatus(MacroStatus.IN_PROGRESS).build();
        assertThat(names(olga().contacts(open))).containsExactly("Ada", "Bruno");
        assertThat(olga().contacts(open).items().get(0))
                .isEqualTo(new ContactTickets(ADA, Priority.HIGH, adas.openedAt(), 2));
        TicketQuery lowAndOpen =
                TicketQuery.builder().statuses("open").priorities(Priority.LOW).build();
        assertThat(names(olga().contacts(lowAndOpen))).containsExactly("Ada");
        assertThat(olga().contacts(lowAndOpen).total()).isEqualTo(new Total(1, true));
        handle(adas).delete();
        assertThat(names(olga().contacts(open))).containsExactly("Bruno", "Ada");
    }

    @Test
    void comeInPagesEachOnce() {
        for (int i = 0; i < 23; i++) {
            of(Contact.of("c-" + i % 9, "N" + i), i % 2 == 0 ? Priority.HIGH : Priority.LOW);
        }
        List<ContactTickets> whole = olga().contacts(TicketQuery.all()).items();

        assertThat(whole).hasSize(9);
        assertThat(walkContacts(olga(), TicketQuery.builder().limit(1).build())).isEqualTo(whole);
        assertThat(walkContacts(olga(), TicketQuery.builder().limit(4).build())).isEqualTo(whole);
        assertThat(olga().contacts(TicketQuery.builder().limit(4).build()).total())
                .isEqualTo(new Total(5, false));
    }

    @Test
    @Tag("R22")
    @Tag("B13")
    void showOnlyWhatTheActorMayRead() {
        of(ADA, Priority.LOW);
        of(BRUNO, Priority.URGENT);

        assertThat(names(ada().contacts(TicketQuery.all()))).containsExactly("Ada");
        assertThat(ada().contacts(TicketQuery.builder().contacts(BRUNO.id()).build())
                        .items())
                .isEmpty();
    }

    @Test
    @Tag("B1")
    void cursorsAreBoundToTenantAndQuery() {
        of(ADA, Priority.LOW);
        of(BRUNO, Priority.LOW);
        TicketQuery one = TicketQuery.builder().limit(1).build();
        String cursor = olga().contacts(one).cursor();
        String ofTickets = olga().list(one).cursor();
        TicketQuery next = one.toBuilder().cursor(cursor).build();

        assertThat(names(olga().contacts(next))).containsExactly("Ada");
        assertThatThrownBy(
                        () -> desk().as("other-" + tenant, Actor.operator("o")).contacts(next))
                .isInstanceOf(NotFoundException.class);
        assertRefused("cursor", () -> olga().contacts(
                        next.toBuilder().statuses("open").build()));
        assertRefused("cursor", () -> olga().list(next));
        assertRefused("cursor", () -> olga().contacts(
                        one.toBuilder().cursor(ofTickets).build()));
        assertRefused(
                "limit", () -> olga().contacts(TicketQuery.builder().limit(201).build()));
    }

    @Test
    @Tag("F36")
    void cursorsMadeUpByHandAreRefused() {
        of(ADA, Priority.LOW);
        of(BRUNO, Priority.LOW);
        TicketQuery one = TicketQuery.builder().limit(1).build();
        byte[] real = Base64.getUrlDecoder().decode(olga().contacts(one).cursor());
        int body = 1 + 8 + 8;
        List<byte[]> forged = List.of(
                java.util.Arrays.copyOf(real, body + 17),
                java.util.Arrays.copyOf(real, body + 3),
                java.util.Arrays.copyOf(real, real.length + 600),
                ByteBuffer.wrap(real.clone()).putLong(body, -1).array(),
                ByteBuffer.wrap(real.clone()).put(body + 8, (byte) 99).array(),
                ByteBuffer.wrap(real.clone()).putLong(body + 9, Long.MAX_VALUE).array(),
                ByteBuffer.wrap(real.clone()).put(body + 17, (byte) 0xFF).array());
        for (byte[] each : forged) {
            String text = Base64.getUrlEncoder().withoutPadding().encodeToString(each);
            assertRefused(
                    "cursor", () -> olga().contacts(one.toBuilder().cursor(text).build()));
        }
    }
}
