package dev.ticketkit.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketkit.acceptance.DeskFixture;
import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.command.AddNote;
import dev.ticketkit.core.command.ChangeContact;
import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.core.command.DeleteTicket;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.command.RestoreTicket;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.desk.ContactDesk;
import dev.ticketkit.core.desk.TicketHandle;
import dev.ticketkit.core.result.BulkResult;
import dev.ticketkit.core.result.ConflictException;
import dev.ticketkit.spi.error.ForbiddenException;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.host.AccessPolicy;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.host.Action;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.TicketQuery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a contact sees of its ticket by each way there is, under a policy that allows everything: nothing that is the host's or the
 * desk's. A way that is added to the desk must be added here.
 */
@OnEveryStore
@Tag("R22")
class ContactSightTest extends DeskFixture {
    private static final List<String> HIDDEN =
            List.of("zq-attribute", "zq-value", "zq-external", "zq-owner", "zq-note");

    /** Ways that show no ticket: other sessions, the catalogue, what an operator sets up, text of a query. */
    private static final Set<String> SHOW_NOTHING = Set.of(
            "at",
            "because",
            "contact",
            "erase",
            "importTickets",
            "purge",
            "statistics",
            "mail",
            "statuses",
            "catalogue",
            "automations",
            "labels",
            "query",
            "parse",
            "fire");

    private final Map<String, Supplier<Object>> ways = new TreeMap<>();
    private Ticket ticket;
    private ActorDesk contact;

    ContactSightTest(Store store) {
        super(store);
    }

    @BeforeEach
    void open() {
        ticket = opened(ticket("Printer")
                .externalId("zq-external")
                .attributes(Map.of("zq-attribute", "zq-value"))
                .category("Hardware"));
        changed(
                ticket,
                change().attributes(Map.of("zq-attribute", "zq-value 2")).title("Printer 2"));
        changed(ticket, change().owner(new dev.ticketkit.spi.model.Party("zq-owner", "zq-owner")));
        handle(ticket).addInternalNote("zq-note");
        handle(ticket).addPublicNote("we look at it");
        contact = deskBuilder().access(new All()).build().as(tenant, Actor.contact(ADA.id(), "Ada"));
        reads();
        writes();
    }

    private void reads() {
        TicketHandle handle = contact.ticket(ticket.id());
        ways.put(
                "find",
                () -> List.of(
                        contact.find(ticket.id()).orElseThrow(),
                        contact.find(ticket.reference()).orElseThrow(),
                        contact.find(ticket.reference().value()).orElseThrow()));
        ways.put(
                "ticket",
                () -> List.of(
                        contact.ticket(ticket.id()).get(),
                        contact.ticket(ticket.reference()).get(),
                        contact.ticket(now(ticket)).get()));
        ways.put(
                "list", () -> contact.list(TicketQuery.builder().text("printer").build()));
        ways.put("ContactDesk.list", () -> contact.contact(ADA).list(TicketQuery.all()));
        ways.put("stream", () -> contact.stream(TicketQuery.all()).toList());
        ways.put("writeCsv", this::csv);
        ways.put("contacts", () -> contact.contacts(TicketQuery.all()));
        ways.put("changesSince", () -> contact.changesSince(null, 100));
        ways.put("TicketHandle.get", handle::get);
        ways.put("TicketHandle.history", handle::history);
        ways.put("TicketHandle.notes", handle::notes);
    }

    private void writes() {
        TicketHandle handle = contact.ticket(ticket.id());
        OpenTicket opening = OpenTicket.builder().title("x").contact(ADA).build();
        ways.put("open", () -> contact.open(opening).ticket());
        ways.put("ContactDesk.open", () -> contact.contact(ADA).open(opening).ticket());
        ways.put("changeAll", () -> contact.changeAll(List.of(ticket.id()), titled("x")).stream()
                .map(BulkResult::toString)
                .toList());
        ways.put("TicketHandle.change", () -> handle.change(titled("y")).ticket());
        ways.put("TicketHandle.changeContact", () -> handle.changeContact(ChangeContact.to(ADA.withLanguage("it")))
                .ticket());
        ways.put("TicketHandle.addInternalNote", () -> handle.addInternalNote(AddNote.of("n"))
                .ticket());
        ways.put("TicketHandle.addPublicNote", () -> handle.addPublicNote(AddNote.of("n"))
                .ticket());
        ways.put("TicketHandle.assign", () -> handle.assign(PIO).ticket());
        ways.put("TicketHandle.unassign", () -> handle.unassign().ticket());
        ways.put("TicketHandle.status", () -> handle.status(Status.WAITING).ticket());
        ways.put("TicketHandle.resolve", () -> handle.resolve().ticket());
        ways.put("TicketHandle.reopen", () -> handle.reopen().ticket());
        ways.put("TicketHandle.delete", () -> handle.delete(DeleteTicket.unkeyed())
                .ticket());
        ways.put("TicketHandle.restore", () -> handle.restore(RestoreTicket.unkeyed())
                .ticket());
    }

    private static ChangeTicket titled(String title) {
        return ChangeTicket.builder().title(title).build();
    }

    private String csv() {
        StringBuilder csv = new StringBuilder();
        try {
            contact.writeCsv(TicketQuery.all(), csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return csv.toString();
    }

    @Test
    void noWayShowsWhatIsTheHosts() {
        JsonMapper json = JsonMapper.builder().build();
        // Deleting and restoring come last, so that the others have something to show.
        List<String> order = new ArrayList<>(ways.keySet());
        order.sort(java.util.Comparator.comparing(
                        (String way) -> way.endsWith("delete") ? 1 : way.endsWith("restore") ? 2 : 0)
                .thenComparing(way -> way));
        for (String way : order) {
            Object seen = ways.get(way).get();
            assertThat(json.writeValueAsString(seen) + seen).as(way).doesNotContain(HIDDEN);
        }
        assertThat(now(ticket).attributes()).containsEntry("zq-attribute", "zq-value 2");
        assertThat(now(ticket).externalId()).isEqualTo("zq-external");
    }

    @Test
    void everyWayOfTheDeskIsTried() {
        Set<String> all = new TreeSet<>();
        for (Class<?> type : List.of(ActorDesk.class, ContactDesk.class, TicketHandle.class)) {
            Stream.of(type.getDeclaredMethods())
                    .filter(method -> Modifier.isPublic(method.getModifiers()))
                    .map(Method::getName)
                    .filter(name -> !SHOW_NOTHING.contains(name))
                    .map(name -> type == ActorDesk.class ? name : type.getSimpleName() + "." + name)
                    .filter(name -> !name.equals("ContactDesk.fire"))
                    .forEach(all::add);
        }
        Set<String> tried = new TreeSet<>(ways.keySet());
        tried.addAll(Set.of("findByExternalId", "ticketByExternalId", "why"));
        assertThat(tried).isEqualTo(all);
    }

    @Test
    void cannotFindOutByAsking() {
        TicketQuery byAttribute = TicketQuery.builder()
                .attributes(Map.of("zq-attribute", "zq-value 2"))
                .build();
        assertRefused("attributes", () -> contact.list(byAttribute));
        assertRefused("attributes", () -> contact.contact(ADA).list(byAttribute));
        assertRefused("attributes", () -> contact.contacts(byAttribute));
        assertRefused("attributes", () -> contact.stream(byAttribute).toList());
        assertRefused("attributes", () -> contact.writeCsv(byAttribute, new StringBuilder()));
        assertRefused("attributes", () -> contact.list(contact.query("attribute.zq-attribute:\"zq-value 2\"")));
        assertRefused("externalId", () -> contact.findByExternalId("zq-external"));
        assertRefused("externalId", () -> contact.findByExternalId("another"));
        assertRefused("externalId", () -> contact.ticketByExternalId("zq-external"));
        assertThat(contact.list(TicketQuery.builder().text("zq").build()).items())
                .isEmpty();
        TicketEvent event = handle(ticket).history().get(0);
        assertThatThrownBy(() -> contact.why(event.id())).isInstanceOf(ForbiddenException.class);
    }

    @Test
    void aConflictShowsNothingEither() {
        Ticket before = contact.find(ticket.id()).orElseThrow();
        changed(ticket, change().title("Other"));
        ConflictException conflict = org.assertj.core.api.Assertions.catchThrowableOfType(
                ConflictException.class, () -> contact.ticket(ticket.id())
                        .change(ChangeTicket.builder()
                                .title("Mine")
                                .onVersion(before.version())
                                .build()));

        assertThat(JsonMapper.builder().build().writeValueAsString(conflict.current()))
                .doesNotContain(HIDDEN);
    }

    @Test
    @Tag("R5")
    void namesCategoriesThatExistAndMakesNone() {
        ActorDesk usual = ada();
        assertThat(usual.open(ticket("x").category("hardware").build())
                        .ticket()
                        .category()
                        .name())
                .isEqualTo("Hardware");
        assertThatThrownBy(() -> usual.open(ticket("x").category("Anything").build()))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("category");
        assertRefused(
                "category", () -> contact.open(ticket("x").category("Anything").build()));
        assertRefused("category", () -> contact.ticket(ticket.id())
                .change(ChangeTicket.builder().category("Anything").build()));
        assertThat(olga().catalogue().categories()).hasSize(1);

        ActorDesk maker = deskBuilder()
                .access(new All() {
                    @Override
                    public boolean mayAddCategory(TenantId of, Actor actor) {
                        return true;
                    }
                })
                .build()
                .as(tenant, Actor.contact(ADA.id(), "Ada"));
        maker.open(ticket("x").category("Anything").build());
        assertThat(olga().catalogue().categories()).hasSize(2);
        usual.open(ticket("y").category("anything").build());
    }

    /** Allows contacts everything. */
    private static class All implements AccessPolicy {
        @Override
        public AccessScope visibleTo(TenantId tenant, Actor actor) {
            return AccessScope.all();
        }

        @Override
        public boolean allows(TenantId tenant, Actor actor, Action action, Ticket ticket) {
            return true;
        }
    }
}
