package dev.ticketkit.acceptance.list;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.acceptance.DeskFixture;
import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.reference.ReferenceFormat;
import dev.ticketkit.core.tenant.TenantSettings;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.Priority;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every keyword in every language, plain, quoted and left out. */
@OnEveryStore
@Tag("R16")
class KeywordsTest extends DeskFixture {
    private static final List<String> ALL = List.of("A-1", "B-2", "C-3", "D-4");

    /** Keywords, a value, and what it finds. */
    private static final String TABLE = """
            status stato estado | resolved | B-2
            is macro situazione situacion | closed | B-2
            priority priorita prioridad | high | A-1
            category categoria | sales | A-1
            category categoria | nothing |
            owner assegnatario operatore responsable asignado | neri | A-1
            owner assegnatario operatore responsable asignado | o-2 | C-3
            contact contatto contacto | rossi | A-1
            contact contatto contacto | c-3 | C-3
            contact contatto contacto | 39061234 | C-3
            contact contatto contacto | shop.example | C-3
            reference ref riferimento referencia | A-1 | A-1
            reference ref riferimento referencia | 4 | D-4
            title titolo titulo | scanner | B-2
            origin origine origen | host | C-3
            opened aperto abierto | 2026-03-11 | B-2
            updated aggiornato actualizado | 2026-03-12 | C-3
            closed chiuso cerrado | 2026-03-11 | B-2
            attribute.colour attributo.colour atributo.colour @colour | blue | A-1
            """;

    /** What has no quoted form, or compares. */
    private static final List<String> MORE = List.of(
            "owner:none | D-4 B-2",
            "-owner:none | A-1 C-3",
            "-owner:none,neri | C-3",
            "-owner:me | A-1 B-2 C-3 D-4",
            "-category:none | A-1 C-3",
            "-category:none,sales | C-3",
            "-opened>=2026-03-12 | A-1 B-2",
            "-opened>2026-03-12 | A-1 B-2 C-3",
            "-opened<=2026-03-11 | C-3 D-4",
            "-opened<2026-03-11 | B-2 C-3 D-4",
            "-opened:2026-03-11 -opened:2026-03-12 | A-1 D-4",
            "-updated>=2026-03-12 | A-1 B-2",
            "-closed>=2026-03-11 | A-1 C-3 D-4",
            "-closed<2026-03-11 | A-1 B-2 C-3 D-4",
            "-closed>2026-03-01 -title:blue | D-4",
            "-title:\"blue printer\" | B-2 C-3 D-4",
            "-title:\"printer blue\" | A-1 B-2 D-4",
            "-title:blue,scanner | D-4",
            "-title:print* | B-2 D-4",
            "-reference:A-1,B-2 | C-3 D-4",
            "-contact:rossi,c-3 | B-2 D-4",
            "-owner:neri -contact:c-3 printer | ",
            "title:blue -owner:neri | C-3",
            "title:blue -title:printer | ",
            "-@colour:blue -@colour:red | C-3 D-4",
            "-origin:host -origin:operator | ",
            "-status:resolved -owner:neri -title:cable | C-3");

    KeywordsTest(Store store) {
        super(store);
    }

    @BeforeEach
    void openSome() {
        Actor olga = Actor.operator("olga", "Olga");
        open(
                olga,
                filed("A-1", "blue printer", Contact.of("c-1", "Bruno Rossi"))
                        .priority(Priority.HIGH)
                        .category("Sales")
                        .owner(new Party("o-1", "Anna Neri"))
                        .attributes(Map.of("colour", "blue")));
        at("2026-03-11T09:00:00Z");
        open(
                olga,
                filed("B-2", "red scanner", Contact.of("c-2", null))
                        .status("resolved")
                        .attributes(Map.of("colour", "red")));
        at("2026-03-12T09:00:00Z");
        open(
                Actor.host("shop"),
                filed("C-3", "printer blue", new Contact("c-3", "Anna", "+39061234", "anna@shop.example", null))
                        .priority(Priority.LOW)
                        .category("Spam")
                        .owner(new Party("o-2", "Bruno")));
        at("2026-03-13T09:00:00Z");
        open(olga, filed("D-4", "cable", Contact.of("c-4", "Olga")));
    }

    @Test
    void findsAndLeavesOutByEveryKeyword() {
        SoftAssertions softly = new SoftAssertions();
        for (String line : TABLE.lines().toList()) {
            String[] cells = line.split("\\|", -1);
            List<String> found = references(cells[2]);
            List<String> others = new ArrayList<>(ALL);
            others.removeAll(found);
            for (String keyword : cells[0].strip().split(" ", -1)) {
                String plain = keyword + ":" + cells[1].strip();
                String quoted = keyword + ":\"" + cells[1].strip() + '"';
                assertFinds(softly, plain, found);
                assertFinds(softly, quoted, found);
                for (String minus : List.of("-", "\u2212", "NOT ")) {
                    assertFinds(softly, minus + plain, others);
                    assertFinds(softly, minus + quoted, others);
                }
            }
        }
        softly.assertAll();
    }

    @Test
    void leavesOutWhatIsMeantByWordsComparisonsAndSeveralValues() {
        SoftAssertions softly = new SoftAssertions();
        for (String line : MORE) {
            String[] cells = line.split("\\|", -1);
            assertFinds(softly, cells[0].strip(), references(cells[1]));
        }
        softly.assertAll();
    }

    @Test
    void aMinusBeforeAnOrderTurnsItRound() {
        for (String typed : List.of("-sort:reference", "sort:-reference", "NOT sort:reference", "-orden:referencia")) {
            assertThat(found(typed)).containsExactly("D-4", "C-3", "B-2", "A-1");
        }
        assertThat(found("-sort:-reference")).containsExactlyElementsOf(ALL);
    }

    private void assertFinds(SoftAssertions softly, String typed, List<String> references) {
        softly.assertThat(found(typed)).as(typed).containsExactlyInAnyOrderElementsOf(references);
        softly.assertThat(olga().list(olga().query(typed)).total().count())
                .as("total of " + typed)
                .isEqualTo(references.size());
    }

    private List<String> found(String typed) {
        return olga().list(olga().query(typed)).items().stream()
                .map(ticket -> ticket.reference().value())
                .toList();
    }

    private static List<String> references(String cell) {
        return Arrays.stream(cell.split(" ", -1))
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private static OpenTicket.Builder filed(String reference, String title, Contact contact) {
        return OpenTicket.builder().reference(reference).title(title).contact(contact);
    }

    /** References of the form that a desk gives are not given to it. */
    private void open(Actor actor, OpenTicket.Builder ticket) {
        deskBuilder()
                .tenants(any -> TenantSettings.defaults().withReferences(ReferenceFormat.sequence("X-", 6)))
                .build()
                .as(tenant, actor)
                .open(ticket.build());
    }
}
