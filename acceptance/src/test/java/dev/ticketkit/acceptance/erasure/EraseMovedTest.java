package dev.ticketkit.acceptance.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.acceptance.DeskFixture;
import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.command.ChangeContact;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.host.AccessPolicy;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.host.Action;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.InstantRange;
import dev.ticketkit.spi.query.TicketQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is left of a contact on tickets that were moved to another: nothing that is the contact's, everything that is not. */
@OnEveryStore
@Tag("B7")
class EraseMovedTest extends DeskFixture {
    private static final Contact ANNA = new Contact("c-anna-zq", "Anna Zq", "+390612345", "anna.zq@example.org", "it");
    private static final Contact CLEO = new Contact("c-cleo", "Cleo", "+390677777", "cleo@example.org", "en");

    EraseMovedTest(Store store) {
        super(store);
    }

    private ActorDesk anna() {
        return as(Actor.contact(ANNA.id(), "Anna Zq"));
    }

    private Ticket movedToCleo() {
        Ticket ticket = opened(ticket("Printer").contact(ANNA).description("does not print"));
        anna().ticket(ticket).addPublicNote("zq says it smokes");
        handle(ticket).changeContact(ChangeContact.to(ANNA.withPhone("+390699999")));
        handle(ticket).addInternalNote("called back");
        handle(ticket).changeContact(ChangeContact.to(CLEO));
        as(Actor.contact(CLEO.id(), "Cleo")).ticket(ticket).addPublicNote("it is mine now");
        return now(ticket);
    }

    private String everythingOf(Ticket ticket) {
        List<Object> all = new ArrayList<>();
        List<TicketEvent> events = new ArrayList<>(handle(ticket).history());
        events.addAll(olga().changesSince(null, 100).events());
        events.addAll(store.storage().events().between(tenant, InstantRange.ALWAYS, null, 100));
        for (TicketEvent event : events) {
            all.addAll(List.of(event.actor(), event.changes()));
            all.add(String.valueOf(event.note()));
            all.add(String.valueOf(event.cause()));
        }
        Ticket now = now(ticket);
        all.addAll(List.of(now.title(), String.valueOf(now.description()), now.contact()));
        return all.toString().toLowerCase(Locale.ROOT);
    }

    @Test
    void historyFeedAndEventsHaveNothingOfTheFormerContact() {
        Ticket ticket = movedToCleo();
        assertThat(everythingOf(ticket)).contains("zq", "0612345", "0699999", "smokes");

        assertThat(olga().erase(ANNA.id())).isZero();

        assertThat(everythingOf(ticket))
                .doesNotContain("zq", "0612345", "0699999", "smokes")
                .contains("called back", "it is mine now", "c-cleo", "cleo@example.org", "+390677777");
        assertThat(now(ticket)).isEqualTo(ticket);
        assertThat(olga().list(TicketQuery.builder().text("printer").build()).items())
                .containsExactly(ticket);
        assertThat(olga().statistics().verify().holds()).isTrue();
    }

    @Test
    void titleAndDescriptionThatTheFormerContactWroteGo() {
        Ticket ticket = anna().open(OpenTicket.builder()
                        .title("Zq has smoke")
                        .description("zq again")
                        .contact(ANNA)
                        .build())
                .ticket();
        Ticket other = anna().open(OpenTicket.builder()
                        .title("Zq too")
                        .description("more zq")
                        .contact(ANNA)
                        .build())
                .ticket();
        changed(other, change().title("A printer that smokes").description("see inside"));
        handle(ticket).changeContact(ChangeContact.to(CLEO));
        handle(other).changeContact(ChangeContact.to(CLEO));

        olga().erase(ANNA.id());

        assertThat(everythingOf(ticket)).doesNotContain("zq");
        assertThat(now(ticket).title()).isEqualTo("Data erased");
        assertThat(now(ticket).erasedAt()).isNull();
        assertThat(handle(ticket).history())
                .last()
                .extracting(TicketEvent::kind)
                .isEqualTo(EventKind.ERASED);
        assertThat(now(other).title()).isEqualTo("A printer that smokes");
        assertThat(now(other).description()).isEqualTo("see inside");
        handle(ticket).addPublicNote("works on");
        changed(ticket, change().title("Printer"));
        assertThat(titles(TicketQuery.builder().text("printer").build())).contains("Printer");
    }

    @Test
    void traceOfAContactWhoActedOnAnothersTicketGoes() {
        Ticket ticket = opened(ticket("Printer").contact(CLEO));
        ActorDesk colleague =
                deskBuilder().access(new Colleagues()).build().as(tenant, Actor.contact(ANNA.id(), "Anna Zq"));
        colleague.ticket(ticket.id()).addPublicNote("zq too");
        Ticket noted = now(ticket);

        olga().erase(ANNA.id());

        assertThat(everythingOf(ticket)).doesNotContain("zq");
        assertThat(now(ticket)).isEqualTo(noted);
    }

    @Test
    void contactWhoErasesItselfIsNotNamedByThat() {
        Ticket ticket = opened(ticket("zq").contact(ANNA));
        var self = deskBuilder().access(new Colleagues()).build().as(tenant, Actor.contact(ANNA.id(), "Anna Zq"));

        assertThat(self.erase(ANNA.id())).isOne();

        assertThat(everythingOf(ticket)).doesNotContain("zq");
    }

    @Test
    void eachOfSeveralContactsIsErasedForItself() {
        Ticket ticket = movedToCleo();
        handle(ticket).changeContact(ChangeContact.to(ANNA));
        handle(ticket).changeContact(ChangeContact.to(BRUNO));

        olga().erase(CLEO.id());
        assertThat(everythingOf(ticket))
                .doesNotContain("cleo", "it is mine now")
                .contains("zq", "bruno");
        olga().erase(ANNA.id());
        assertThat(everythingOf(ticket)).doesNotContain("zq").contains("bruno", "called back");
        assertThat(olga().erase(BRUNO.id())).isOne();
        assertThat(everythingOf(ticket)).doesNotContain("bruno", "called back");
        assertThat(olga().erase(ANNA.id())).isZero();
    }

    /** Lets contacts do everything. */
    private static final class Colleagues implements AccessPolicy {
        @Override
        public boolean allows(TenantId tenant, Actor actor, Action action, Ticket ticket) {
            return true;
        }

        @Override
        public AccessScope visibleTo(TenantId tenant, Actor actor) {
            return AccessScope.all();
        }
    }
}
