package dev.ticketkit.acceptance.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.acceptance.DeskFixture;
import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.command.ChangeContact;
import dev.ticketkit.core.command.Fire;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.SortDirection;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.TicketSort;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What people are called, in every place where a person or a word to show is named: as they write it, and nothing that misleads. */
@OnEveryStore
@Tag("R5")
@Tag("R8")
class PersonNamesTest extends DeskFixture {
    private static final List<String> NAMES = List.of(
            "Maria 👩‍💻", "علی‌رضا", "\u200Fשרה\u200F (Sara)", "L\u200Eé\u200Eo", "\u061Cمريم", "क्‍ष", "👨‍👩‍👧‍👦");

    private static final List<String> MISLEADING = List.of(
            "a\u202Eb",
            "a\u202Ab",
            "a\u2066b",
            "a\u200Bb",
            "a\uFEFFb",
            "a\u2028b",
            "a\u0000b",
            "a\tb",
            "a\nb",
            "a\u007Fb",
            "\u200D",
            "");

    /** By place: names somebody there and gives what was kept. */
    private static final Map<String, BiFunction<PersonNamesTest, String, String>> PLACES = new LinkedHashMap<>();

    static {
        PLACES.put("contact.name", (test, name) -> opened(test, ticket("t").contact(Contact.of("c", name)))
                .contact()
                .name());
        PLACES.put("contact.name changed", (test, name) -> {
            Ticket ticket = opened(test, ticket("t"));
            test.handle(ticket).changeContact(ChangeContact.to(Contact.of("c", name)));
            return test.now(ticket).contact().name();
        });
        PLACES.put("contact.name fired", (test, name) -> {
            Contact contact = Contact.of("c", name);
            test.olga().fire(Fire.starter("x").contact(contact).build());
            return contact.name();
        });
        PLACES.put("owner.label", (test, name) -> opened(test, ticket("t").owner(new Party("o", name)))
                .owner()
                .label());
        PLACES.put("owner.label changed", (test, name) -> {
            Ticket ticket = opened(test, ticket("t"));
            test.changed(ticket, change().owner(new Party("o", name)));
            return test.now(ticket).owner().label();
        });
        PLACES.put("actor.label of an operator", (test, name) -> actor(test, Actor.operator("o", name)));
        PLACES.put("actor.label of a contact", (test, name) -> actor(test, Actor.contact("c-ada", name)));
        PLACES.put("status label", (test, name) -> {
            test.olga().catalogue().relabelStatus("pending", name);
            return test.olga().catalogue().label(dev.ticketkit.spi.model.Status.PENDING);
        });
        PLACES.put("priority label", (test, name) -> {
            test.olga().catalogue().setPriority(Priority.LOW, name, true);
            return test.olga().catalogue().label(Priority.LOW);
        });
    }

    PersonNamesTest(Store store) {
        super(store);
    }

    private static Ticket opened(PersonNamesTest test, dev.ticketkit.core.command.OpenTicket.Builder command) {
        return test.now(test.olga().open(command.build()).ticket());
    }

    private static String actor(PersonNamesTest test, Actor actor) {
        Ticket ticket = opened(test, ticket("t"));
        ActorDesk desk = test.desk().as(test.tenant, actor);
        desk.ticket(ticket).addPublicNote("n");
        return test.handle(ticket).history().get(1).actor().label();
    }

    @Test
    void areKeptAsTheyAreWritten() {
        PLACES.forEach((place, kept) -> NAMES.forEach(name ->
                assertThat(kept.apply(this, name)).as(place + ": " + name).isEqualTo(name)));
        assertThat(olga().list(TicketQuery.builder()
                                .sort(TicketSort.CONTACT_NAME, SortDirection.ASCENDING)
                                .limit(200)
                                .build())
                        .items())
                .isNotEmpty();
        assertThat(olga().statistics().verify().holds()).isTrue();
    }

    @Test
    void areNeverMisleading() {
        PLACES.forEach((place, kept) -> MISLEADING.stream()
                .filter(name -> !name.isEmpty() || !place.startsWith("contact.name"))
                .filter(name -> !name.equals("\u200D") || !place.startsWith("contact.name"))
                .forEach(name -> assertRefused(field(place), () -> kept.apply(this, name))));
    }

    private static String field(String place) {
        return place.endsWith(" label") ? "label" : place.split(" ", -1)[0];
    }

    @Test
    @Tag("R3")
    void aLabelIsTheSameWithAndWithoutJoiners() {
        olga().catalogue().addStatus("rest", "علی‌رضا", MacroStatus.IN_PROGRESS);

        assertTaken("label", "علیرضا", () -> olga().catalogue().addStatus("other", "علیرضا", MacroStatus.IN_PROGRESS));
        assertTaken(
                "label", "\u200Fعلی\u200Dرضا", () -> olga().catalogue().relabelStatus("pending", "\u200Fعلی\u200Dرضا"));
        olga().catalogue().relabelStatus("rest", "علیرضا");
    }

    @Test
    void categoriesAndReferencesHoldNone() {
        assertRefused("category", () -> opened(ticket("t").category("علی‌رضا")));
        assertRefused("reference", () -> opened(ticket("t").reference("a\u200Db")));
        TicketDesk desk = desk();
        assertThat(desk.as(tenant, Actor.operator("o\u200D", "O"))).isNotNull();
    }
}
