package dev.ticketkit.testkit.contract.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.TicketQueryBuilder;
import dev.ticketkit.spi.storage.Receipt;
import dev.ticketkit.spi.storage.ReferenceRequest;
import dev.ticketkit.testkit.contract.fixture.StorageContract;
import dev.ticketkit.testkit.contract.internal.PlainSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Words of title, description and reference are found, whatever stands between them. */
public abstract class TextSearchContract extends StorageContract {
    private static final long SEED = 20_261_103L;

    /** What pattern languages, query languages and SQL would take for more than a gap between words. */
    private static final List<String> GAPS = List.of(
            "%",
            "_",
            "\\",
            "\\%",
            "!_",
            "'",
            "\"",
            ".*",
            "[]",
            "(",
            "^",
            "$",
            "|",
            "?",
            "{fn ",
            "::",
            "&",
            "';--",
            "<b>",
            ":*",
            "<->",
            "\uD83D\uDE00",
            "-",
            "!",
            "/* x */",
            "\u2019",
            ",");

    /** For subclasses. */
    protected TextSearchContract() {}

    @Test
    @Tag("R16")
    void findsWordsInTitleDescriptionAndReference() {
        Ticket ticket = opened(make.ticket()
                .title("Broken printer")
                .description("It stands in\nthe cellar")
                .reference(new Reference("ORD-77")));
        opened(make.ticket());

        assertFinds("printer", ticket);
        assertFinds("CELLAR", ticket);
        assertFinds("ord-77", ticket);
        assertFinds("77 cellar broken", ticket);
        assertFinds("printer It", ticket);
        assertFinds("printer, printer", ticket);
        assertFinds("printer missing");
        assertFinds("rint ell");
        assertFinds("print");
        assertFinds("printercellar");
    }

    @Test
    @Tag("R16")
    void findsBeginningsOfWordsByAStar() {
        Ticket ticket = opened(make.ticket().title("Broken printer").reference(new Reference("ORD-0077")));
        opened(make.ticket());

        assertFinds("print*", ticket);
        assertFinds("printer*", ticket);
        assertFinds("PR* bro*", ticket);
        assertFinds("ord-00*", ticket);
        assertFinds("print\uFF0A", ticket);
        assertFinds("rint*");
        assertFinds("printers*");
        assertFinds("print *");
        assertFinds("b*");
    }

    @Test
    @Tag("R16")
    void findsWordsInOtherCaseWidthCompositionAndAccents() {
        Ticket ticket = opened(make.ticket()
                .title("Stra\u00DFe Caf\u00E9 \uFB01le perche")
                .description("\u0130stanbul \u03C3\u03C2 ma\u00F1ana"));

        for (String text : List.of(
                "STRASSE",
                "cafe\u0301",
                "CAF\u00C9",
                "cafe",
                "perch\u00E9",
                "manana",
                "istanbul",
                "FILE",
                "\uFF46\uFF49le",
                "i\u0307stanbul",
                "\u03A3\u03A3")) {
            assertFinds(text, ticket);
        }
    }

    @Test
    @Tag("R16")
    void findsLettersAsTheyAreTypedWithoutThem() {
        Ticket ticket = opened(make.ticket()
                .title("\u0141\u00F3d\u017A S\u00F8nderborg \u00C6ther \u0152uvre \u0110uro \u00DEing")
                .description(
                        "\u0645\u064F\u062D\u064E\u0645\u0651\u064E\u062F \u05E9\u05C1\u05B8\u05DC\u05D5\u05B9\u05DD"));
        opened(make.ticket());

        for (String text : List.of(
                "lodz",
                "\u0142\u00F3d\u017A",
                "sonderborg",
                "aether",
                "OEUVRE",
                "duro",
                "thing",
                "\u0645\u062D\u0645\u062F",
                "\u0645\u062D\u0640\u0640\u0645\u062F",
                "\u05E9\u05DC\u05D5\u05DD")) {
            assertFinds(text, ticket);
        }
    }

    /** What stands before is found by what stands behind, and the other way round. */
    @Test
    @Tag("R16")
    void findsLettersOfEveryAlphabetAsTheyAreTypedWithoutThem() {
        for (String pair : List.of(
                "\u0253aki baki",
                "\u0257an dan",
                "\u0199asa kasa",
                "\u01B4aro yaro",
                "\u01B6ako zako",
                "\u01E5oa goa",
                "b\u0268l bil",
                "t\u0289m tum",
                "d\u0275n don",
                "\u0256o do",
                "v\u0254 vo",
                "ch\u025B che",
                "\u0259li eli",
                "\u029Eep \u029Eep",
                "\u0491anok \u0433anok",
                "\u049B\u0430\u043B\u0430 \u043A\u0430\u043B\u0430",
                "\u0671lkitab \u0627lkitab",
                "\u06A9tab \u0643tab",
                "\u06CCad \u064Aad",
                "\u00E5s as",
                "\u0111a da")) {
            String[] ways = pair.split(" ", -1);
            Ticket ticket = opened(make.ticket().title(ways[0] + " one"));
            Ticket plain = opened(make.ticket().title(ways[1] + " other"));
            assertFinds(ways[0], ticket, plain);
            assertFinds(ways[1], ticket, plain);
            deleted(ticket);
            deleted(plain);
        }
    }

    @Test
    @Tag("R16")
    void takesSignsForGapsThoughUnicodeWritesThemOutInLetters() {
        Ticket ticket = opened(make.ticket()
                .title("Pedido n\u00BA4711 Acme\u2122 printer")
                .description("1\u00AAparte \u21165 Caf\u00E9\u00AE"));
        opened(make.ticket());

        for (String text :
                List.of("4711", "n 4711", "n\u00BA4711", "acme printer", "Acme\u2122", "parte", "5", "cafe")) {
            assertFinds(text, ticket);
        }
        assertFinds("acmetm");
        assertFinds("no4711");
    }

    @Test
    @Tag("R16")
    void findsTwoNeighboursOfScriptsWithoutBlanks() {
        Ticket chinese = opened(make.ticket().title("\u6211\u7684\u6253\u5370\u673A\u574F\u4E86"));
        Ticket japanese =
                opened(make.ticket().title("\u30D7\u30EA\u30F3\u30BF\u30FC\u304C\u58CA\u308C\u305FABC\u3067\u3059"));
        Ticket thai = opened(make.ticket()
                .title("x")
                .description("\u0E40\u0E04\u0E23\u0E37\u0E48\u0E2D\u0E07\u0E1E\u0E34\u0E21\u0E1E\u0E4C"));

        assertFinds("\u6253\u5370\u673A", chinese);
        assertFinds("\u5370\u673A", chinese);
        assertFinds("\u6211\u7684\u6253\u5370\u673A\u574F\u4E86", chinese);
        assertFinds("\u574F\u4E86 \u6211\u7684", chinese);
        assertFinds("\u673A\u5370");
        assertFinds("\u6253\u673A");
        assertFinds("\u30D7\u30EA\u30F3\u30BF\u30FC", japanese);
        assertFinds("abc", japanese);
        assertFinds("\u30BF\u30FC\u304C\u58CA", japanese);
        assertFinds("\uFF8C\uFF9F\uFF98\uFF9D\uFF80\uFF70", japanese);
        assertFinds("\u0E1E\u0E34\u0E21\u0E1E\u0E4C", thai);
        assertFinds(TicketQuery.builder().excludedText("\u6253\u5370"), japanese, thai);
    }

    @Test
    @Tag("R16")
    void findsNumbersBehindAScriptWithoutBlanks() {
        Receipt receipt = committed(make.numbered(
                make.ticket().title("Numbered").build(), new ReferenceRequest("s", "\u7968\u53F7", 6), null));
        opened(make.ticket());

        assertFinds("000001", stored(receipt.ticketId()));
        assertFinds("\u7968\u53F7000001", stored(receipt.ticketId()));
    }

    @Test
    @Tag("R16")
    void findsByTheNumberOfAReferenceThatTheStoreGave() {
        Receipt receipt = committed(
                make.numbered(make.ticket().title("Numbered").build(), new ReferenceRequest("s", "T/N", 6), null));
        opened(make.ticket());

        assertFinds("t/n000001 numbered", stored(receipt.ticketId()));
        assertFinds("n0000*", stored(receipt.ticketId()));
        assertFinds("000001");
    }

    @Test
    @Tag("R16")
    void leavesOutTicketsWithExcludedWords() {
        Ticket one = opened(make.ticket().title("printer broken"));
        Ticket other = opened(make.ticket().title("printer lost").description("perch\u00E9"));

        assertFinds(TicketQuery.builder().text("printer").excludedText("broken"), other);
        assertFinds(TicketQuery.builder().text("printer").excludedText("bro* LOST"));
        assertFinds(TicketQuery.builder().excludedText("perche"), one);
        assertFinds(TicketQuery.builder().excludedText("missing"), one, other);
        assertFinds(TicketQuery.builder().excludedText(" ?"), one, other);
    }

    @Test
    @Tag("R15")
    void findsTheSameBeforeAndAfterMaintenance() {
        Ticket first = opened(make.ticket().title("before").description("same"));
        Ticket gone = opened(make.ticket().title("before same"));
        for (int round = 0; round < 2; round++) {
            assertFinds("before same", first, gone);
            assertFinds("bef* sam*", first, gone);
            assertFinds("after");
            finishMaintenance();
        }
        Ticket second = changed(first, edit -> edit.title("after"));
        deleted(gone);
        for (int round = 0; round < 2; round++) {
            assertFinds("before");
            assertFinds("after same", second);
            finishMaintenance();
        }
    }

    @Test
    @Tag("R20")
    void findsRestoredTickets() {
        Ticket ticket = opened(make.ticket().title("lost"));
        finishMaintenance();
        Ticket restored = changed(deleted(ticket), edit -> edit.deletedAt(null));

        assertFinds("lost", restored);
    }

    @Test
    @Tag("R16")
    void blankTextFindsEverything() {
        Ticket ticket = opened(make.ticket());

        assertFinds("", ticket);
        assertFinds(" \u00A0\u2003 ", ticket);
        assertFinds("?! %", ticket);
    }

    @Test
    @Tag("F47")
    void takesCharactersOfPatternLanguagesForGaps() {
        for (int i = 0; i < GAPS.size(); i++) {
            Ticket ticket = opened(make.ticket().title("left" + GAPS.get(i) + "right and" + i));
            assertFinds("left" + GAPS.get(i) + "right and" + i, ticket);
            assertFinds("right" + GAPS.get(i) + "and" + i, ticket);
        }
    }

    @Test
    @Tag("F47")
    void takesAnyTextForSearch() {
        Random random = new Random(SEED);
        List<Ticket> tickets = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            tickets.add(opened(make.ticket().title("t" + noise(random, 30)).description(noise(random, 300))));
        }
        for (int i = 0; i < 300; i++) {
            TicketQuery query =
                    TicketQuery.builder().text(noise(random, 1 + i % 3)).build();
            assertThat(ids(list(query)))
                    .as("seed %d, search %d: %s", SEED, i, query.text())
                    .containsExactlyElementsOf(ids(PlainSearch.list(tickets, query, AccessScope.all())));
        }
    }

    @Test
    @Tag("R6")
    void findsWordsAtTheEndOfLongDescriptions() {
        Ticket ticket = opened(make.ticket().description("\uD83D\uDE00".repeat(9_990) + " needle"));

        assertFinds("needle", ticket);
    }

    @Test
    @Tag("R15")
    void searchFollowsChanges() {
        Ticket first = opened(make.ticket().title("before").description("before"));
        Ticket second = changed(first, edit -> edit.title("after").description(null));

        assertFinds("before");
        assertFinds("after", second);
    }

    @Test
    @Tag("R16")
    void takesManyWords() {
        Ticket ticket = opened(make.ticket().title("a b c d e f g h i j"));

        assertFinds("j i h g f e d c b a ".repeat(50), ticket);
        assertFinds("a b ".repeat(200) + "z");
    }

    private static String noise(Random random, int length) {
        String alphabet =
                "aabb  %_\\!'\"?*.[](){}|&:;,$^+-~#@/<>= \u00E9\u00DF\u0130\u00BA\u6253\u5370\u673A\u3099\u064B\u0142\uD83D\uDE00";
        int[] codePoints = alphabet.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(codePoints[random.nextInt(codePoints.length)]);
        }
        return text.toString();
    }

    private void assertFinds(String text, Ticket... expected) {
        assertThat(list(TicketQuery.builder().text(text).build())).as(text).containsExactlyInAnyOrder(expected);
    }

    private void assertFinds(TicketQueryBuilder query, Ticket... expected) {
        assertThat(list(query.build())).containsExactlyInAnyOrder(expected);
    }
}
