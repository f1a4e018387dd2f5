package dev.ticketkit.testkit.contract.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.ContactPosition;
import dev.ticketkit.spi.query.ContactTickets;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.testkit.contract.fixture.StorageContract;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Contacts with tickets that a query finds, most urgent first. */
@Tag("R17")
public abstract class ContactListContract extends StorageContract {
    private static final long SEED = 17;

    /** For subclasses. */
    protected ContactListContract() {}

    @Test
    void listsEachContactOnceMostUrgentFirst() {
        opened(of("ada").priority(Priority.LOW));
        Ticket last = opened(of("ada").priority(Priority.HIGH));
        Ticket urgent = opened(of("bruno").priority(Priority.URGENT));
        Ticket later = opened(of("carla").priority(Priority.HIGH));

        assertThat(contacts(TicketQuery.all()))
                .containsExactly(
                        row(urgent, Priority.URGENT, urgent.openedAt(), 1),
                        row(later, Priority.HIGH, later.openedAt(), 1),
                        row(last, Priority.HIGH, last.openedAt(), 2));
    }

    @Test
    void countsOnlyTicketsTheQueryFindsAndTheScopeShows() {
        Party olga = new Party("olga", "Olga");
        Ticket shown = opened(of("ada").priority(Priority.LOW).owner(olga));
        opened(of("ada")
                .priority(Priority.URGENT)
                .status(Status.CLOSED)
                .closedAt(TicketFixtures.START.plusSeconds(60)));
        opened(of("ada").priority(Priority.URGENT).owner(new Party("pio", "Pio")));
        deleted(opened(of("ada").priority(Priority.URGENT).owner(olga)));
        opened(of("bruno").status(Status.CLOSED).closedAt(TicketFixtures.START.plusSeconds(60)));
        TicketQuery open = TicketQuery.builder().statuses("open").build();

        assertThat(contacts(open, AccessScope.owners(Set.of("olga"))))
                .containsExactly(row(shown, Priority.LOW, shown.openedAt(), 1));
        assertThat(contacts(open)).extracting(ContactTickets::tickets).containsExactly(2L);
        assertThat(contacts(TicketQuery.all(), AccessScope.none())).isEmpty();
        assertThat(contacts(TicketQuery.builder().priorities(Priority.HIGHEST).build()))
                .isEmpty();
    }

    @Test
    void showsTheSnapshotOfTheTicketThatChangedLast() {
        Ticket first = opened(make.ticket().contact(Contact.of("ada", "Old")));
        opened(make.ticket().contact(Contact.of("ada", "Newer")));
        changed(first, edit -> edit.updatedAt(TicketFixtures.START.plusSeconds(500))
                .contact(new Contact("ada", "Newest", "+391234567", "a@b.c", "it")));

        assertThat(contacts(TicketQuery.all()))
                .extracting(ContactTickets::contact)
                .containsExactly(new Contact("ada", "Newest", "+391234567", "a@b.c", "it"));
    }

    /** U+1F600 comes after U+FF5E by code points and before it by UTF-16 units. */
    @Test
    void ordersEquallyUrgentContactsByCodePoints() {
        Instant same = TicketFixtures.START;
        for (String id : List.of("\uD83D\uDE00", "b", "\uFF5E", "B", "\u00E4", "a")) {
            opened(of(id).openedAt(same));
        }

        assertThat(walk(TicketQuery.all(), 1))
                .extracting(each -> each.contact().id())
                .containsExactly("B", "a", "b", "\u00E4", "\uFF5E", "\uD83D\uDE00");
    }

    @Test
    void equalsPlainGroupingPageByPage() {
        Random random = new Random(SEED);
        List<Ticket> tickets = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            tickets.add(opened(make.ticket()
                    .contact(Contact.of("c" + random.nextInt(25), "Name " + i))
                    .priority(List.of(Priority.LOW, Priority.MEDIUM, Priority.HIGH)
                            .get(random.nextInt(3)))
                    .openedAt(TicketFixtures.START.plusSeconds(random.nextInt(4)))
                    .updatedAt(TicketFixtures.START.plusSeconds(10 + random.nextInt(4)))));
        }

        for (int limit : new int[] {1, 3, 1000}) {
            assertThat(walk(TicketQuery.all(), limit)).as("seed " + SEED).isEqualTo(plain(tickets));
        }
    }

    private static List<ContactTickets> plain(List<Ticket> tickets) {
        Map<String, List<Ticket>> byContact = tickets.stream()
                .collect(Collectors.groupingBy(ticket -> ticket.contact().id()));
        List<ContactTickets> rows = new ArrayList<>();
        byContact.forEach((id, own) -> {
            Ticket last = own.get(0);
            Priority priority = Priority.LOWEST;
            Instant openedAt = Instant.MIN;
            for (Ticket ticket : own) {
                boolean later = ticket.updatedAt().isAfter(last.updatedAt())
                        || (ticket.updatedAt().equals(last.updatedAt())
                                && ticket.id().compareTo(last.id()) > 0);
                last = later ? ticket : last;
                priority = ticket.priority().compareTo(priority) > 0 ? ticket.priority() : priority;
                openedAt = ticket.openedAt().isAfter(openedAt) ? ticket.openedAt() : openedAt;
            }
            rows.add(row(last, priority, openedAt, own.size()));
        });
        rows.sort((one, other) -> {
            int urgency = other.priority().compareTo(one.priority());
            int age = urgency != 0 ? urgency : other.openedAt().compareTo(one.openedAt());
            return age != 0
                    ? age
                    : Arrays.compare(
                            one.contact().id().codePoints().toArray(),
                            other.contact().id().codePoints().toArray());
        });
        return rows;
    }

    private List<ContactTickets> walk(TicketQuery query, int limit) {
        List<ContactTickets> all = new ArrayList<>();
        ContactPosition after = null;
        List<ContactTickets> page;
        do {
            page = storage().contacts().contacts(make.tenant(), query, AccessScope.all(), after, limit);
            all.addAll(page);
            after = page.isEmpty() ? null : page.get(page.size() - 1).position();
        } while (!page.isEmpty());
        return all;
    }

    private List<ContactTickets> contacts(TicketQuery query) {
        return contacts(query, AccessScope.all());
    }

    private List<ContactTickets> contacts(TicketQuery query, AccessScope scope) {
        return storage().contacts().contacts(make.tenant(), query, scope, null, MOST);
    }

    private dev.ticketkit.spi.model.TicketBuilder of(String contact) {
        return make.ticket().contact(Contact.of(contact, "Name"));
    }

    private static ContactTickets row(Ticket snapshot, Priority priority, Instant openedAt, long tickets) {
        return new ContactTickets(snapshot.contact(), priority, openedAt, tickets);
    }
}
