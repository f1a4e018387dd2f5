package dev.ticketkit.testkit.contract.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.SortDirection;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.TicketQueryBuilder;
import dev.ticketkit.spi.query.TicketSort;
import dev.ticketkit.spi.storage.Receipt;
import dev.ticketkit.spi.storage.ReferenceRequest;
import dev.ticketkit.testkit.contract.fixture.StorageContract;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Words next to each other, alternatives, numbers, and fields of their own. */
@Tag("R16")
public abstract class PhraseSearchContract extends StorageContract {
    /** For subclasses. */
    protected PhraseSearchContract() {}

    @Test
    void findsQuotedWordsNextToEachOther() {
        Ticket paid = opened(make.ticket().title("Paid by credit card").description("late again"));
        Ticket apart = opened(make.ticket().title("A card and a credit").description("credit, then a card"));
        Ticket fields = opened(make.ticket().title("no credit").description("card"));

        assertFinds("\"credit card\"", paid);
        assertFinds("\u201CCredit-CARD\u201D", paid);
        assertFinds("\u00ABby credit card\u00BB again", paid);
        assertFinds("\"card late\"");
        assertFinds("\"cred*\" ");
        assertFinds("\"credit card", paid, apart, fields);
    }

    @Test
    void leavesOutWhatHasAllPartsNextToEachOther() {
        Ticket second =
                opened(make.ticket().reference(new Reference("T-000002")).title("t"));
        Ticket third = opened(make.ticket().reference(new Reference("T-000003")).title("e mail, 000002"));
        Ticket mail = opened(make.ticket().reference(new Reference("T-000004")).title("An e-mail"));
        Ticket card = opened(make.ticket().reference(new Reference("T-000005")).title("Credit card"));
        Ticket cards = opened(make.ticket().reference(new Reference("T-000006")).title("Card of credit"));

        assertFinds(excluding("T-000002"), third, mail, card, cards);
        assertFinds(excluding("t-2"), third, mail, card, cards);
        assertFinds(excluding("e-mail"), second, card, cards);
        assertFinds(excluding("\"credit card\""), second, third, mail, cards);
        assertFinds(excluding("credit card"), second, third, mail);
        assertFinds(excluding("\u201Ccredit card\u201D an"), second, third, cards);
        assertFinds(excluding("cred*"), second, third, mail);
    }

    @Test
    void findsOneOfSomeAlternatives() {
        Ticket printer = opened(make.ticket().title("printer late"));
        Ticket scanner = opened(make.ticket().title("scanner late"));
        Ticket other = opened(make.ticket().title("other or late"));

        assertFinds("printer OR scanner", printer, scanner);
        assertFinds("late printer OR scan* OR nothing", printer, scanner);
        assertFinds("\"printer late\" OR \"late scanner\"", printer);
        assertFinds("printer OR scanner OR other", printer, scanner, other);
        assertFinds("late or", other);
        assertFinds("OR late", other);
        assertFinds("late OR", other);
        assertFinds("\"OR\"", other);
        assertFinds("printer \"OR\" scanner");
    }

    @Test
    void findsNumbersWithoutTheirZeros() {
        Ticket first = stored(numbered("T-"));
        Ticket yearly = stored(numbered("F-2026-"));
        Ticket joined = stored(numbered("T/N"));
        Ticket given = opened(make.ticket().reference(new Reference("T-000010")).title("x"));

        assertFinds("T-1", first);
        assertFinds("t-000001", first);
        assertFinds("F-1", yearly);
        assertFinds("2026-1", yearly);
        assertFinds("F-2026-1", yearly);
        assertFinds("T/N1", joined);
        assertFinds("1", first, yearly);
        assertFinds("T-10", given);
        assertFinds("T-01");
        assertFinds("\"T-1\"");
        assertFinds("T-0");
        assertFinds("T-2 OR T-10", given);
        assertFinds(query().references("T-1"), first);
        assertFinds(query().references("\"T-1\""));
    }

    private Receipt numbered(String prefix) {
        return committed(make.numbered(
                make.ticket().title("Numbered").build(), new ReferenceRequest("s" + prefix, prefix, 6), null));
    }

    private Ticket stored(Receipt receipt) {
        return stored(receipt.ticketId());
    }

    @Test
    void findsWhatIsTogetherWithoutBlanksTogether() {
        Ticket right = opened(make.ticket().title("host aa:33:cc, https://shop.example/o/77 l'imprimante"));
        opened(make.ticket().title("aa 33 of cc shop example o 7 77"));
        Ticket chinese = opened(make.ticket().title("\u6211\u7684\u6253\u5370\u673A\u574F\u4E86"));
        opened(make.ticket().title("\u5370\u673A \u6253\u5370"));

        assertFinds("aa:33:cc", right);
        assertFinds("https://shop.example/o/77", right);
        assertFinds("imprimante'l", right);
        assertFinds("(aa:33:cc),<o>77", right);
        assertFinds("\u6253\u5370\u673A", chinese);
        assertFinds("\u7684\u6253\u5370\u673A\u574F", chinese);
    }

    @Test
    void looksIntoOneField() {
        Ticket title =
                opened(make.ticket().title("blue printer").description("7").reference(new Reference("A-7")));
        Ticket text = opened(
                make.ticket().title("x7 A").description("blue printer A-7").reference(new Reference("B-1")));
        Ticket contact = opened(make.ticket().title("y").contact(Contact.of("c", "Printer A 7")));

        assertFinds(query().titles("printer"), title);
        assertFinds(query().titles("blue printer", "x7*"), title, text);
        assertFinds(query().titles("printer blue"));
        assertFinds(query().titles("7"));
        assertFinds(query().titles("?!"));
        assertFinds(query().references("A-7"), title);
        assertFinds(query().references("7"), title);
        assertFinds(query().references("b-1", "a*"), title, text);
        assertFinds(query().references("printer"));
        assertFinds(query().references("A-7").text("printer").excludedText("x7"), title);
        assertFinds(query().contactNames("printer"), contact);
        assertFinds(query().contactNames("7"), contact);
    }

    @Test
    void findsContactsByNameMailAndPhone() {
        Ticket bruno = opened(make.ticket()
                .contact(new Contact("c-7", "Bruno N\u00FA\u00F1ez", "+3906123", "b.nunez@shop.example", null)));
        Ticket anna = opened(make.ticket().title("of Bruno").contact(new Contact("bruno", "Anna", null, null, null)));
        Ticket none = opened(make.ticket().contact(new Contact("c-8", null, null, null, null)));

        assertFinds("bruno", bruno, anna);
        assertFinds("nunez@shop.example", bruno);
        assertFinds("\"shop example\"", bruno);
        for (String phone : new String[] {"+39 06 123", "+3906123", "+39 (06) 12-3", "3906123", "3906*"}) {
            assertFinds(phone, bruno);
            assertFinds(query().contactNames(phone), bruno);
        }
        assertFinds("+39 06 124");
        assertFinds(query().contactNames("Bruno"), bruno);
        assertFinds(query().contactNames("bruno").contacts("bruno"), bruno, anna);
        assertFinds(query().contactNames("nobody").contacts("c-8"), none);
        assertFinds(query().contactNames("?").contacts("c-8"), none);
        assertFinds(query().contactNames("bruno nunez", "Anna"), bruno, anna);
        assertFinds(query().contactNames("of"));
        assertFinds(query().contactNames("bruno").contacts("bruno").text("of"), anna);
        assertFinds(query().excludedText("bruno"), none);
    }

    @Test
    void findsOwnersByName() {
        Ticket anna = opened(make.ticket().owner(new Party("op-1", "Anna N\u00FA\u00F1ez")));
        Ticket other = opened(make.ticket().owner(new Party("op-2", "ANNA Rossi")));
        Ticket closed = opened(make.ticket()
                .owner(new Party("anna", "Bruno"))
                .status(Status.CLOSED)
                .closedAt(TicketFixtures.START));
        Ticket none = opened(make.ticket());

        assertFinds(query().ownerNames("anna"), anna, other);
        assertFinds(query().ownerNames("anna").owners("anna"), anna, other, closed);
        assertFinds(query().ownerNames("Nunez", "bruno"), anna, closed);
        assertFinds(query().ownerNames("anna ros*"), other);
        assertFinds(query().ownerNames("rossi anna"));
        assertFinds(query().ownerNames("?"));
        assertFinds(query().ownerNames("nobody").owners("op-1"), anna);
        assertFinds(query().ownerNames("nobody").unassigned(true), none);
        assertFinds(query().ownerNames("bruno").unassigned(true), closed, none);
        assertFinds(query().text("anna"));
        for (TicketSort sort : TicketSort.values()) {
            assertFinds(query().ownerNames("bruno").sort(sort, SortDirection.ASCENDING), closed);
        }
        deleted(anna);
        assertFinds(query().ownerNames("nunez"));
    }

    @Test
    void findsTheContactOfNowAndNotTheFormerOne() {
        Ticket ticket = opened(make.ticket().contact(new Contact("c-1", "Bruno", null, null, null)));
        finishMaintenance();
        committed(make.moved(ticket, new Contact("c-2", "Anna", "+3906123", null, null)));
        for (int round = 0; round < 2; round++) {
            assertFinds("bruno");
            assertFinds(query().contactNames("bruno"));
            assertFinds("anna 3906123", stored(ticket.id()));
            finishMaintenance();
        }
    }

    private static TicketQueryBuilder query() {
        return TicketQuery.builder();
    }

    private static TicketQueryBuilder excluding(String text) {
        return query().excludedText(text);
    }

    private void assertFinds(String text, Ticket... expected) {
        assertFinds(query().text(text), expected);
    }

    private void assertFinds(TicketQueryBuilder query, Ticket... expected) {
        TicketQuery built = query.build();
        assertThat(list(built))
                .as(
                        "%s -%s %s %s %s",
                        built.text(), built.excludedText(), built.titles(), built.references(), built.contactNames())
                .containsExactlyInAnyOrder(expected);
    }
}
