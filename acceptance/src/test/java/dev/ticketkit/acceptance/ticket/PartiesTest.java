package dev.ticketkit.acceptance.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketkit.acceptance.DeskFixture;
import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.command.ChangeContact;
import dev.ticketkit.core.command.ChangeTicket.Clearable;
import dev.ticketkit.core.command.ImportTicket;
import dev.ticketkit.spi.error.TakenException;
import dev.ticketkit.spi.event.FieldChange;
import dev.ticketkit.spi.event.TicketField;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Origin;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.TicketQuery;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@OnEveryStore
@Tag("R8")
class PartiesTest extends DeskFixture {
    private static final Contact FULL = new Contact("c-1", "Çınar & Söhne", "+390612345678", "c@example.org", "it-CH");

    PartiesTest(Store store) {
        super(store);
    }

    private static Map<String, String> attributes(int count) {
        return IntStream.range(0, count).boxed().collect(Collectors.toMap(i -> "a" + i, i -> "v" + i));
    }

    @Test
    void contactIsASnapshot() {
        Ticket ticket = opened(ticket("a").contact(FULL));
        opened(ticket("b").contact(Contact.of("c-1", "Renamed")));

        assertThat(now(ticket).contact()).isEqualTo(FULL);
    }

    @Test
    void contactIsRefreshedByItsOwnCommand() {
        Ticket ticket = opened(ticket("a").contact(FULL));
        Contact fresh = FULL.withPhone(null).withEmail("new@example.org");

        assertThat(handle(ticket).changeContact(ChangeContact.to(FULL)).recorded())
                .isFalse();
        assertThat(handle(ticket)
                        .changeContact(ChangeContact.to(fresh))
                        .ticket()
                        .contact())
                .isEqualTo(fresh);
        assertThat(now(ticket).contact()).isEqualTo(fresh);
        assertThat(handle(ticket).history().get(1).changes())
                .containsExactly(
                        FieldChange.of(TicketField.CONTACT_PHONE, "+390612345678", null),
                        FieldChange.of(TicketField.CONTACT_EMAIL, "c@example.org", "new@example.org"));
        handle(ticket).changeContact(ChangeContact.to(BRUNO));
        assertThat(titles(TicketQuery.builder().contacts("c-bruno").build())).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0612345678",
                "+0612345678",
                "+3906123456789012",
                "++39061",
                "+39 06 1 ext. 2",
                "+39 06/1 +39 06/2"
            })
    void phoneIsE164(String phone) {
        assertThatThrownBy(() -> opened(ticket("a").contact(ADA.withPhone(phone))))
                .hasMessageContaining("contact.phone: must be an international number such as +39");
    }

    /** Every way in, since each carries the same contact. */
    @ParameterizedTest
    @CsvSource({
        "+39 (06) 123-45, anna@example.org, it_IT, +390612345, anna@example.org, it-IT",
        "0039.06.12345, ' anna@example.org ', de_DE@euro, +390612345, anna@example.org, de-DE",
        "'', ' ', '', , , ",
        "+39, a@b, it, +39, a@b, it"
    })
    void takesWhatPeopleAndSystemsWrite(
            String phone, String email, String language, String keptPhone, String keptEmail, String keptLanguage) {
        Contact typed = new Contact("c-1", "Anna", phone, email, language);
        Contact kept = new Contact("c-1", "Anna", keptPhone, keptEmail, keptLanguage);

        Ticket ticket = opened(ticket("a").contact(typed).idempotencyKey("k"));
        assertThat(now(ticket).contact()).isEqualTo(kept);
        assertThat(opened(ticket("a").contact(kept).idempotencyKey("k"))).isEqualTo(ticket);
        assertThat(handle(ticket).changeContact(ChangeContact.to(typed)).recorded())
                .isFalse();
        assertThat(as(Actor.contact("c-1", "Anna"))
                        .contact(typed)
                        .open(ticket("b").build())
                        .ticket()
                        .contact())
                .isEqualTo(kept);
        olga().importTickets(List.of(new ImportTicket(
                        ticket("c").contact(typed).externalId("x").build(), clock.instant(), null))
                .iterator());
        assertThat(olga().findByExternalId("x").orElseThrow().contact()).isEqualTo(kept);
    }

    @Test
    void anAddressIsAsLongAsTheMailCanCarryIt() {
        String relayed = "a".repeat(200) + "@example.org";
        assertThat(opened(ticket("a").contact(ADA.withEmail(relayed))).contact().email())
                .isEqualTo(relayed);
        assertRefused(
                "contact.email", () -> opened(ticket("b").contact(ADA.withEmail("a".repeat(243) + "@example.org"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a@", "@b", "a@b@c", "a@b,c@d", "a b@c", "<a@b>", "a\u200b@b", "a@b\nBcc: x@y"})
    @Tag("F52")
    void emailIsOneAddress(String email) {
        Ticket ticket = opened("a");

        assertRefused("contact.email", () -> opened(ticket("b").contact(ADA.withEmail(email))));
        assertRefused("contact.email", () -> handle(ticket).changeContact(ChangeContact.to(ADA.withEmail(email))));
        assertThat(now(ticket)).isEqualTo(ticket);
    }

    @ParameterizedTest
    @ValueSource(strings = {"i", "italiano molto", "it-", "12", "it_", "it,en;q=0.5", "_IT"})
    void languageIsATag(String language) {
        assertRefused("contact.language", () -> opened(ticket("b").contact(ADA.withLanguage(language))));
    }

    @Test
    void originIsWhoOpenedIt() {
        assertThat(ada().open(ticket("a").build()).ticket().origin()).isEqualTo(Origin.CONTACT);
        assertThat(opened("b").origin()).isEqualTo(Origin.OPERATOR);
        assertThat(as(Actor.automation("r1", "Rule"))
                        .open(ticket("c").build())
                        .ticket()
                        .origin())
                .isEqualTo(Origin.AUTOMATION);
        assertThat(as(Actor.host("shop")).open(ticket("d").build()).ticket().origin())
                .isEqualTo(Origin.HOST);
        assertThat(titles(TicketQuery.builder()
                        .origins(Origin.HOST, Origin.CONTACT)
                        .build()))
                .containsExactlyInAnyOrder("a", "d");
    }

    @Test
    void ownerIsOptional() {
        Ticket ticket = opened(ticket("a").owner(PIO));
        assertThat(opened("b").owner()).isNull();
        assertThat(now(ticket).owner()).isEqualTo(PIO);

        assertThat(changed(ticket, change().owner(OLGA)).ticket().owner()).isEqualTo(OLGA);
        assertThat(changed(ticket, change().clear(Clearable.OWNER)).ticket().owner())
                .isNull();
        assertRefused("owner.id", () -> changed(ticket, change().owner(new Party(" ", "x"))));
        assertRefused("owner.label", () -> changed(ticket, change().owner(new Party("x", null))));
    }

    @Test
    void externalIdIsUniqueWithinTheTenantAndNeverUsedAgain() {
        Ticket ticket = opened(ticket("a").externalId("order-123"));
        assertThat(olga().findByExternalId("order-123")).contains(ticket);
        assertThat(olga().findByExternalId("ORDER-123")).isEmpty();
        assertThatThrownBy(() -> opened(ticket("b").externalId("order-123"))).isInstanceOf(TakenException.class);
        assertThat(opened(ticket("c").externalId("Order-123")).externalId()).isEqualTo("Order-123");
        handle(ticket).delete();

        assertTaken("externalId", "order-123", () -> opened(ticket("d").externalId("order-123")));
        assertThat(desk().as(new TenantId(tenant + "-2"), Actor.operator("o"))
                        .open(ticket("e").externalId("order-123").build())
                        .recorded())
                .isTrue();
        assertThat(allTitles()).containsExactly("c");
    }

    @Test
    void attributesAreUpTo32() {
        Ticket ticket = opened(ticket("a").attributes(attributes(32)));

        assertThat(now(ticket).attributes()).isEqualTo(new TreeMap<>(attributes(32)));
        assertRefused("attributes", () -> opened(ticket("b").attributes(attributes(33))));
        assertRefused("attributes", () -> changed(ticket, change().attributes(Map.of("one more", "x"))));
        assertThat(now(ticket)).isEqualTo(ticket);
        assertThat(changed(ticket, change().attributes(Map.of("one more", "x")).removeAttributes(Set.of("a0")))
                        .ticket()
                        .attributes())
                .hasSize(32)
                .containsEntry("one more", "x")
                .doesNotContainKey("a0");
    }

    @Test
    void attributesAreFilteredByEquality() {
        opened(ticket("red 1").attributes(Map.of("colour", "red", "size", "1")));
        opened(ticket("red 2").attributes(Map.of("colour", "red", "size", "2")));
        opened(ticket("blue").attributes(Map.of("colour", "blue")));
        opened("none");

        assertThat(titles(TicketQuery.builder()
                        .attributes(Map.of("colour", "red"))
                        .build()))
                .containsExactlyInAnyOrder("red 1", "red 2");
        assertThat(titles(TicketQuery.builder()
                        .attributes(Map.of("colour", "red", "size", "2"))
                        .build()))
                .containsExactly("red 2");
        assertThat(titles(TicketQuery.builder()
                        .attributes(Map.of("colour", "RED"))
                        .build()))
                .isEmpty();
        assertThat(titles(TicketQuery.builder().attributes(Map.of("colour", "")).build()))
                .isEmpty();
    }
}
