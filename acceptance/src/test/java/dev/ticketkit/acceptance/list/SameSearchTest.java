package dev.ticketkit.acceptance.list;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.acceptance.DeskFixture;
import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.TicketQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is typed, over tickets of many alphabets and signs, finds on every store what it finds in memory. */
@OnEveryStore
@Tag("R16")
class SameSearchTest extends DeskFixture {
    private static final long SEED = 20_261_130L;
    private static final int TICKETS = 60;
    private static final int TEXTS = 700;

    /** Words of texts and of queries alike. */
    private static final List<String> WORDS = List.of(
            "printer",
            "PRINTERS",
            "printer-1",
            "1",
            "01",
            "2026",
            "n\u00BA4711",
            "4711",
            "Acme\u2122",
            "acme",
            "tm",
            "\u2116 7",
            "\u0141\u00F3d\u017A",
            "lodz",
            "Stra\u00DFe",
            "strasse",
            "\u00C6ther",
            "caf\u00E9",
            "cafe\u0301",
            "\uFF21\uFF22\uFF23",
            "abc",
            "\u0130stanbul",
            "istanbul",
            "\u0131stanbul",
            "\u03A3\u03AF\u03C3\u03C5\u03C6\u03BF\u03C2",
            "\u03C3\u03B9\u03C3\u03C5\u03C6\u03BF\u03C3",
            "\u0645\u064F\u062D\u064E\u0645\u0651\u064E\u062F",
            "\u0645\u062D\u0645\u062F",
            "\u6211\u7684\u6253\u5370\u673A",
            "\u6253\u5370",
            "\u30D7\u30EA\u30F3\u30BF",
            "\u0E01\u0E32\u0E23",
            "\uD55C\uAD6D\uC5B4",
            "\uD83D\uDE00",
            "O'Brien",
            "obrien",
            "brien",
            "a_b",
            "a%b",
            "a\\b",
            "50%",
            "x.y@shop.example",
            "https://shop.example/o/77",
            "aa:33:cc",
            "C:\\Temp",
            "T-1",
            "+39 06 123",
            "3906123",
            "me",
            "none",
            "null",
            "or",
            "OR",
            "NOT",
            "|",
            "=",
            "#",
            "~a",
            "(",
            "&",
            "!",
            ":*",
            "<b>",
            "--",
            "\u00AD",
            "\u200B",
            "\uFEFF",
            "\u0378",
            "\u2460",
            "\uFB01le",
            "file",
            "x".repeat(70));

    private static final List<String> KEYWORDS = List.of(
            "title:",
            "reference:",
            "contact:",
            "owner:",
            "category:",
            "attribute.k:",
            "status:open ",
            "is:closed ",
            "priority>=",
            "opened:2026-03-10 ",
            "closed<2027 ",
            "titel:");

    SameSearchTest(Store store) {
        super(store);
    }

    private final Random random = new Random(SEED);

    @Test
    void findsWhatTheStoreInMemoryFinds() {
        ActorDesk here = olga();
        ActorDesk memory = TicketDesk.builder()
                .storage(Store.MEMORY.storage())
                .clock(clock)
                .build()
                .as(
                        store == Store.MEMORY ? new dev.ticketkit.spi.model.TenantId("same-" + tenant.value()) : tenant,
                        Actor.operator("olga", "Olga"));
        List<OpenTicket> tickets = new ArrayList<>();
        for (int i = 0; i < TICKETS; i++) {
            tickets.add(ticket(i));
        }
        tickets.forEach(here::open);
        tickets.forEach(memory::open);

        int found = 0;
        for (int i = 0; i < TEXTS; i++) {
            String typed = typed();
            List<String> expected = titles(memory, typed);
            assertThat(titles(here, typed))
                    .as("seed %d, text %d: %s", SEED, i, typed)
                    .isEqualTo(expected);
            found += expected.isEmpty() || expected.size() == TICKETS ? 0 : 1;
        }
        assertThat(found).as("texts that find some tickets and not all").isGreaterThan(TEXTS / 4);
    }

    private OpenTicket ticket(int number) {
        OpenTicket.Builder ticket = OpenTicket.builder()
                .title(number + "th " + some(3))
                .description(some(4))
                .attributes(Map.of("k", some(1)))
                .contact(new Contact("c-" + number % 7, some(1), null, null, null));
        if (random.nextInt(3) > 0) {
            ticket.owner(new Party("o-" + random.nextInt(5), some(2)));
        }
        if (random.nextInt(4) == 0) {
            ticket.status("resolved");
        }
        return ticket.build();
    }

    /** With a letter, so that it can be a name. */
    private String some(int words) {
        StringBuilder some = new StringBuilder("w");
        for (int i = 0; i < words; i++) {
            some.append(' ').append(word());
        }
        return some.toString().replaceAll("[\\u00AD\\u200B\\uFEFF\\u0378]", "").strip();
    }

    private String typed() {
        StringBuilder typed = new StringBuilder();
        int terms = 1 + random.nextInt(3);
        for (int i = 0; i < terms; i++) {
            typed.append(oneOf(List.of("", "", "", "-", "NOT ", "")))
                    .append(random.nextInt(3) == 0 ? oneOf(KEYWORDS) : "");
            boolean quoted = random.nextInt(4) == 0;
            typed.append(quoted ? "\"" : "")
                    .append(word())
                    .append(random.nextInt(4) == 0 ? oneOf(List.of(" ", "-", "'", "/", "")) + word() : "")
                    .append(quoted ? "\"" : oneOf(List.of("", "", "*", ",")))
                    .append(random.nextInt(5) == 0 ? " OR " : " ");
        }
        return typed.toString();
    }

    private String word() {
        return oneOf(WORDS);
    }

    private <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** Of one page, which holds all; what is refused is refused everywhere. */
    private static List<String> titles(ActorDesk desk, String typed) {
        try {
            TicketQuery query = desk.query(typed + " sort:reference").toBuilder()
                    .limit(TicketQuery.MAX_LIMIT)
                    .build();
            return desk.list(query).items().stream().map(Ticket::title).toList();
        } catch (RefusedException e) {
            return List.of(e.field());
        }
    }
}
