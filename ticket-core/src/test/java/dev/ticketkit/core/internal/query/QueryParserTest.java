package dev.ticketkit.core.internal.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Origin;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.query.InstantRange;
import dev.ticketkit.spi.query.SortDirection;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.TicketSort;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("R16")
class QueryParserTest {
    private static final long SEED = 20_261_123L;

    private static final String[] PARTS = {
        "status",
        ":",
        ">=",
        "<",
        "=",
        "\"",
        "-",
        ",",
        " ",
        "open",
        "*",
        "@",
        ".",
        "opened",
        "2026",
        "\u00E9",
        "\u202E",
        "\uD83D\uDE00",
        "sort",
        "priority",
        "\u0000",
        "'",
        "owner",
        "me",
        "attribute"
    };

    private final TestParser parsing = new TestParser();

    @Test
    void readsTheExampleOfTheReadme() {
        TicketQuery query = parsing.parse("status:open priority>=high category:\"Logistica\" owner:me -spam");

        assertThat(query.statuses()).containsExactly("open");
        assertThat(query.priorities()).containsExactly(Priority.HIGH, Priority.HIGHEST, Priority.URGENT);
        assertThat(query.categories()).containsExactly("Logistica");
        assertThat(query.owners()).containsExactly("op-1");
        assertThat(query.excludedText()).isEqualTo("spam");
        assertThat(query.text()).isNull();
        assertThat(query.sort()).isEqualTo(TicketSort.PRIORITY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status:waiting priority:high owner:none category:none is:open",
                "stato:\"In attesa\" priorità:alta assegnatario:nessuno categoria:nessuna is:\"in lavorazione\"",
                "ESTADO:\"en espera\" prioridad=Alta responsable:nadie categoría:ninguna macro:abierto",
                "stato:in-attesa priorita:ALTA owner:unassigned category:NONE is:aperti",
                "Status:Rückruf priority:Hoch owner:none category:none is:open"
            })
    void readsThreeLanguagesAndTheTenantsOwnWords(String text) {
        TicketQuery query = parsing.parse(text);

        assertThat(query.statuses()).containsExactly("waiting");
        assertThat(query.priorities()).containsExactly(Priority.HIGH);
        assertThat(query.unassigned()).isTrue();
        assertThat(query.uncategorised()).isTrue();
        assertThat(query.macroStatus()).isEqualTo(MacroStatus.IN_PROGRESS);
    }

    @Test
    void takesWordsPhrasesBeginningsAndWhatLooksLikeNone() {
        TicketQuery query = parsing.parse("  print* \"status:open late\" 12:30 - x-ray -\"bad luck\" -c* ?! ");

        assertThat(query.text()).isEqualTo("print* \"status:open late\" 12:30 - x-ray ?!");
        assertThat(query.excludedText()).isEqualTo("\"bad luck\" c*");
        assertThat(query.statuses()).isEmpty();
    }

    @Test
    void takesAlternativesAndOtherFilters() {
        TicketQuery query = parsing.parse(
                "status:open,\"in progress\" stato:chiuso contact:c-1,c-2 origine:importazione owner:op-2,io"
                        + " attribute.colour:blue @size:\"very large\" ref:T-0077 sort:-aperto is:closed");

        assertThat(query.statuses()).containsExactly("closed", "in-progress", "open");
        assertThat(query.contacts()).containsExactly("c-1", "c-2");
        assertThat(query.origins()).containsExactly(Origin.IMPORT);
        assertThat(query.owners()).containsExactly("op-1", "op-2");
        assertThat(query.ownerNames()).containsExactly("op-2");
        assertThat(query.attributes()).isEqualTo(Map.of("colour", "blue", "size", "very large"));
        assertThat(query.contactNames()).containsExactly("c-1", "c-2");
        assertThat(query.references()).containsExactly("T-0077");
        assertThat(query.text()).isNull();
        assertThat(query.sort()).isEqualTo(TicketSort.OPENED);
        assertThat(query.direction()).isEqualTo(SortDirection.DESCENDING);
        assertThat(query.macroStatus()).isEqualTo(MacroStatus.TERMINATED);
    }

    @ParameterizedTest
    @CsvSource({
        "priority>high, 'HIGHEST,URGENT'",
        "priority<low, LOWEST",
        "priority<=low, 'LOWEST,LOW'",
        "priority>=low priority<=medium, 'LOW,MEDIUM'",
        "priority:>=highest, 'HIGHEST,URGENT'",
        "'priority:low,urgent priority>=medium', URGENT"
    })
    void comparesPriorities(String text, String expected) {
        assertThat(parsing.parse(text).priorities().stream().map(Enum::name)).containsExactly(expected.split(","));
    }

    @ParameterizedTest
    @CsvSource({
        "opened:2026-03-29, 2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z",
        "opened:29/03/2026, 2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z",
        "aperto:oggi, 2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z",
        "abierto:ayer, 2026-03-27T23:00:00Z, 2026-03-28T23:00:00Z",
        "opened:2026-03, 2026-02-28T23:00:00Z, 2026-03-31T22:00:00Z",
        "opened:2026, 2025-12-31T23:00:00Z, 2026-12-31T23:00:00Z",
        "opened>=2026-03-29, 2026-03-28T23:00:00Z,",
        "opened>2026-03-29, 2026-03-29T22:00:00Z,",
        "opened<2026-03-29, , 2026-03-28T23:00:00Z",
        "opened<=2026-03-29, , 2026-03-29T22:00:00Z",
        "opened>=2026-03 opened<2026-03-15, 2026-02-28T23:00:00Z, 2026-03-14T23:00:00Z",
        "opened:2026-03-29T10:15, 2026-03-29T08:15:00Z, 2026-03-29T08:16:00Z",
        "opened>=2026-03-29T10:15:00Z, 2026-03-29T10:15:00Z,"
    })
    void readsTimesInTheTenantsZone(String text, Instant from, Instant until) {
        assertThat(parsing.parse(text).opened()).isEqualTo(InstantRange.of(from, until));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a status:opne | at 10: \"opne\" is no status; did you mean open? | Allowed: Open, In Progress",
                "stato:xyz | at 7: \"xyz\" is no status. | Allowed:",
                "priority>=hihg | at 11: \"hihg\" is no priority; did you mean | Allowed:",
                "opened:soon | at 8: \"soon\" is no time | 2026-03-29",
                "opened:2026-02-30 | at 8: | is no time",
                "opened:1,2 | at 1: | one value",
                "status>open | at 1: | takes only a colon",
                "is:open is:closed | at 12: | not both",
                "attribute:blue | at 1: | attribute.colour:blue",
                "@a:1 @a:2 | at 6: | one value",
                "sort:colour | at 6: | is no column",
                "priority>urgent | at 1: | no priority is left",
                "-priority<=urgent | at 1: | no priority is left",
                "-owner>me | at 1: | takes only a colon",
                "-opened:2026,2027 | at 1: | one value",
                "-origin:moon | at 9: \"moon\" is no origin | Allowed:",
                "-sort:colour | at 7: | is no column",
                "-status>open | at 1: | takes only a colon",
                "NOT @a:1,2 | at 5: | one value"
            })
    void saysWhereAndWhatIsWrong(String text, String place, String advice) {
        assertThatThrownBy(() -> parsing.parse(text))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("query: " + place)
                .hasMessageContaining(advice);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://shop.example/o/77?a=b&c=d",
                "aa:33:cc",
                "C:\\Temp\\x.log",
                "Re: order late",
                "AW: Re: order",
                "it's \"open",
                "order \"77",
                "a:b:c owner",
                "<b>bold</b>",
                "x=1 y>2",
                "status:",
                "status:open,",
                "status:open, late",
                "owner:\"a\"b",
                "opened: yesterday",
                "mailto:anna@shop.example",
                "Fwd:\u00A0Hello",
                "foo.bar:1",
                "status.open:1",
                "12:30:59",
                "-",
                "NOT",
                "\"",
            })
    void whatIsPastedIsWords(String text) {
        assertThat(parsing.parse(text))
                .usingRecursiveComparison()
                .isEqualTo(
                        TicketQuery.builder().text(text.replace('\u00A0', ' ')).build());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stauts:open | at 1: \"stauts\" is no keyword, did you mean status?; it is looked for as words",
                "late prority:high | at 6: \"prority\" is no keyword, did you mean priority?; it is looked for as words",
                "-catgory:x | at 1: \"catgory\" is no keyword, did you mean category?; it is looked for as words",
                "https://x | at 1: \"https\" is no keyword; it is looked for as words",
                "status: open | at 1: a value is missing after \"status\"; it is looked for as words",
                "owner:\"a\"b | at 1: \"b\" follows a quotation mark; put a blank between; it is looked for as words"
            })
    void hintsAtWhatMayHaveBeenMeant(String text, String hint) {
        assertThat(parsing.by(Actor.operator("op-1", "Olga")).parse(text).hints())
                .containsExactly(hint);
    }

    @Test
    void hintsAtNothingThatIsUnderstood() {
        String understood = "print* -spam status:open is:open priority>=low owner:me \"a: b\" sort:-opened @a:1";

        assertThat(parsing.by(Actor.operator("op-1", "Olga")).parse(understood).hints())
                .isEmpty();
    }

    @Test
    void leavesOutStatusesPrioritiesAndMacroStatus() {
        assertThat(parsing.parse("-status:open,waiting status:open,resolved").statuses())
                .containsExactly("resolved");
        assertThat(parsing.parse("NOT status:open").statuses()).isNotEmpty().doesNotContain("open");
        assertThat(parsing.parse("-status:open -stato:chiuso").statuses()).doesNotContain("open", "closed");
        assertThat(parsing.parse("-priority:high,low").priorities())
                .doesNotContain(Priority.HIGH, Priority.LOW)
                .hasSize(4);
        assertThat(parsing.parse("-priority>=high").priorities())
                .containsExactlyElementsOf(parsing.parse("priority<high").priorities());
        assertThat(parsing.parse("-is:closed").macroStatus()).isEqualTo(MacroStatus.IN_PROGRESS);
        assertThat(parsing.parse("NOT spam NOT \"bad luck\" late").excludedText())
                .isEqualTo("spam \"bad luck\"");
        assertThatThrownBy(() -> parsing.parse("status:open -status:open")).hasMessageContaining("no status is left");
    }

    @Test
    void readsTypographicQuotesAndDashesAsThePlainOnes() {
        assertThat(parsing.parse(
                        "\u201Cstatus:open late\u201D category:\u00ABAfter sales\u00BB \u2013spam \u2212status:closed"))
                .satisfies(query -> {
                    assertThat(query.text()).isEqualTo("\"status:open late\"");
                    assertThat(query.categories()).containsExactly("After sales");
                    assertThat(query.excludedText()).isEqualTo("spam");
                    assertThat(query.statuses()).doesNotContain("closed");
                });
    }

    @Test
    void onlyAnOperatorIsMe() {
        assertThatThrownBy(() -> parsing.by(Actor.host("crm")).parse("owner:me"))
                .hasMessageContaining("at 7: only an operator");
    }

    @Test
    @Tag("F47")
    void endsOnAnyText() {
        Random random = new Random(SEED);
        int read = 0;
        for (int i = 0; i < 10_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(12); n >= 0; n--) {
                text.append(PARTS[random.nextInt(PARTS.length)]);
            }
            try {
                parsing.parse(text.toString());
                read++;
            } catch (RefusedException e) {
                assertThat(e.field()).as("seed %d: %s", SEED, text).isEqualTo("query");
                assertThat(e.getMessage().codePoints())
                        .as("seed %d: %s", SEED, text)
                        .noneMatch(c -> c < ' ' || c == 0x202E);
            }
        }
        assertThat(read).as("texts that could be read").isBetween(500, 9_990);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status:open,",
                "-",
                "\"",
                "a:",
                "(",
                "status:",
                "@a.",
                "<",
                "\"a\" ",
                "aaaaaaaaa",
                "\uD83D\uDE00"
            })
    void refusesWhatIsTooLong(String part) {
        assertThatThrownBy(() -> parsing.parse(part.repeat(100_000 / part.length())))
                .isInstanceOf(RefusedException.class)
                .hasMessage("query: is too long, at most 4000 code points are allowed");
    }

    @Test
    void readsBackWhatItWrites() {
        Random random = new Random(SEED);
        for (int i = 0; i < 500; i++) {
            QueryText written = QueryText.random(random);
            assertThat(parsing.parse(written.text()))
                    .as("seed %d: %s", SEED, written.text())
                    .satisfies(written::equalsQuery);
        }
    }
}
