package dev.ticketkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.TicketQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Words of title, description and reference are found as they are, whatever characters they are made of. */
public abstract class TextSearchContract extends StorageContract {
    private static final long SEED = 20_261_103L;

    /** Each with a text that a pattern language would take for the same. */
    private static final Map<String, String> LITERALS = Map.ofEntries(
            Map.entry("100%", "100x"),
            Map.entry("a_b", "axb"),
            Map.entry("c:\\temp", "c:temp"),
            Map.entry("\\%", "%"),
            Map.entry("!_", "_"),
            Map.entry("o'brien", "obrien"),
            Map.entry("\"quoted\"", "quoted"),
            Map.entry("a.*b", "axxb"),
            Map.entry("[xyz]", "x"),
            Map.entry("(group)", "group"),
            Map.entry("^start", "start"),
            Map.entry("end$", "end"),
            Map.entry("one|two", "one"),
            Map.entry("what?", "wha"),
            Map.entry("{fn", "fn"),
            Map.entry("::text", "text"),
            Map.entry("and&or", "and"),
            Map.entry("';--", "--;"),
            Map.entry("$1", "1"),
            Map.entry("<b>", "b"));

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
        assertFinds("rint ell", ticket);
        assertFinds("printer missing");
        assertFinds("printercellar");
        assertFinds("printer It", ticket);
    }

    @Test
    @Tag("R16")
    void findsWordsInOtherCaseWidthAndComposition() {
        Ticket ticket =
                opened(make.ticket().title("Stra\u00DFe Caf\u00E9 \uFB01le").description("\u0130stanbul \u03C3\u03C2"));

        for (String text : List.of(
                "STRASSE", "cafe\u0301", "CAF\u00C9", "FILE", "\uFF46\uFF49le", "i\u0307stanbul", "\u03A3\u03A3")) {
            assertFinds(text, ticket);
        }
    }

    @Test
    @Tag("R16")
    void blankTextFindsEverything() {
        Ticket ticket = opened(make.ticket());

        assertFinds("", ticket);
        assertFinds(" \u00A0\u2003 ", ticket);
    }

    @Test
    @Tag("F47")
    void takesCharactersOfPatternLanguagesLiterally() {
        Map<String, Ticket> tickets = new HashMap<>();
        LITERALS.forEach((literal, decoy) -> {
            tickets.put(
                    literal,
                    opened(make.ticket().title("xx" + literal + "yy").reference(new Reference("R " + tickets.size()))));
            opened(make.ticket().title(decoy).reference(new Reference("D " + tickets.size())));
        });
        LITERALS.keySet()
                .forEach(literal ->
                        assertThat(search("x" + literal + "y")).as(literal).containsExactly(tickets.get(literal)));
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
        String alphabet = "ab%_\\!'\"?*.[](){}|&:;,$^+-~#@/<>= \u00E9\u00DF\u0130\uD83D\uDE00";
        int[] codePoints = alphabet.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(codePoints[random.nextInt(codePoints.length)]);
        }
        return text.toString();
    }

    private List<Ticket> search(String text) {
        return list(TicketQuery.builder().text(text).build());
    }

    private void assertFinds(String text, Ticket... expected) {
        assertThat(search(text)).as(text).containsExactlyInAnyOrder(expected);
    }
}
