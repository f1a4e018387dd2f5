package dev.ticketkit.core.internal.query;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.ticketkit.core.catalogue.Catalogue;
import dev.ticketkit.core.label.Labels;
import dev.ticketkit.spi.catalogue.CategoryEntry;
import dev.ticketkit.spi.catalogue.PriorityEntry;
import dev.ticketkit.spi.catalogue.StatusEntry;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Origin;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.query.InstantRange;
import dev.ticketkit.spi.query.SortDirection;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.TicketSort;
import dev.ticketkit.spi.storage.CategoryStore;
import dev.ticketkit.spi.storage.StatusStore;
import dev.ticketkit.spi.storage.TicketStorage;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("R16")
class QueryParserTest {
    private static final long SEED = 20_261_123L;
    private static final Instant NOW = Instant.parse("2026-03-29T10:00:00Z");

    private final CategoryStore categories = mock();

    @Test
    void readsTheExampleOfTheReadme() {
        TicketQuery query = parse("status:open priority>=high category:\"Logistica\" owner:me -spam");

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
        TicketQuery query = parse(text);

        assertThat(query.statuses()).containsExactly("waiting");
        assertThat(query.priorities()).containsExactly(Priority.HIGH);
        assertThat(query.unassigned()).isTrue();
        assertThat(query.uncategorised()).isTrue();
        assertThat(query.macroStatus()).isEqualTo(MacroStatus.IN_PROGRESS);
    }

    @Test
    void takesWordsPhrasesBeginningsAndWhatLooksLikeNone() {
        TicketQuery query = parse("  print* \"status:open late\" 12:30 - x-ray -\"bad luck\" -c* ?! ");

        assertThat(query.text()).isEqualTo("print* status:open late 12:30 - x-ray ?!");
        assertThat(query.excludedText()).isEqualTo("bad luck c*");
        assertThat(query.statuses()).isEmpty();
    }

    @Test
    void takesAlternativesAndOtherFilters() {
        TicketQuery query =
                parse("status:open,\"in progress\" stato:chiuso contact:c-1,c-2 origine:importazione owner:op-2,io"
                        + " attribute.colour:blue @size:\"very large\" ref:T-0077 sort:-aperto is:closed");

        assertThat(query.statuses()).containsExactly("closed", "in-progress", "open");
        assertThat(query.contacts()).containsExactly("c-1", "c-2");
        assertThat(query.origins()).containsExactly(Origin.IMPORT);
        assertThat(query.owners()).containsExactly("op-1", "op-2");
        assertThat(query.attributes()).isEqualTo(Map.of("colour", "blue", "size", "very large"));
        assertThat(query.text()).isEqualTo("T-0077");
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
        assertThat(parse(text).priorities().stream().map(Enum::name)).containsExactly(expected.split(","));
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
        assertThat(parse(text).opened()).isEqualTo(InstantRange.of(from, until));
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Rome, opened:2026-10-25T02:30, 2026-10-25T00:30:00Z, 2026-10-25T01:31:00Z",
        "Europe/Rome, opened>=2026-10-25T02:30, 2026-10-25T00:30:00Z,",
        "Europe/Rome, opened>2026-10-25T02:30, 2026-10-25T01:31:00Z,",
        "Europe/Rome, opened<2026-10-25T02:30, , 2026-10-25T00:30:00Z",
        "Europe/Rome, opened:2026-10-25T03:00, 2026-10-25T02:00:00Z, 2026-10-25T02:01:00Z",
        "Europe/Rome, opened:2026-03-29T02:30, 2026-03-29T01:00:00Z, 2026-03-29T01:01:00Z",
        "Europe/Rome, opened>=2026-03-29T02:59, 2026-03-29T01:00:00Z,",
        "Europe/Rome, opened<2026-03-29T02:00, , 2026-03-29T01:00:00Z",
        "Australia/Lord_Howe, opened:2026-04-05T01:45, 2026-04-04T14:45:00Z, 2026-04-04T15:16:00Z",
        "Australia/Lord_Howe, opened:2026-10-04T02:15, 2026-10-03T15:30:00Z, 2026-10-03T15:31:00Z",
        "Pacific/Apia, opened:2011-12-30T12:00, 2011-12-30T10:00:00Z, 2011-12-30T10:01:00Z"
    })
    void readsMinutesThatClocksShowTwiceOrNever(String zone, String text, Instant from, Instant until) {
        assertThat(parser(Actor.host("h"), ZoneId.of(zone)).parse(text).query().opened())
                .isEqualTo(InstantRange.of(from, until));
    }

    @Test
    void quotedValuesAreLiteral() {
        TicketQuery query = parse("owner:\"me\",\"none\",\"nessuno\" category:\"none\",\"ninguna\"");

        assertThat(query.owners()).containsExactly("me", "nessuno", "none");
        assertThat(query.categories()).containsExactly("ninguna", "none");
        assertThat(query.unassigned() || query.uncategorised()).isFalse();
    }

    @Test
    void aCategoryOfTheTenantGoesBeforeAWordOfTheQuery() {
        Category nobody = Category.named(new TenantId("t"), "Nobody");
        when(categories.find(any(), eq(nobody.id())))
                .thenReturn(Optional.of(new CategoryEntry(nobody, false)))
                .thenReturn(Optional.of(new CategoryEntry(nobody, true)));

        for (int shownThenHidden = 0; shownThenHidden < 2; shownThenHidden++) {
            assertThat(parse("category:nobody,none")).satisfies(query -> {
                assertThat(query.categories()).containsExactly("nobody");
                assertThat(query.uncategorised()).isTrue();
            });
        }
    }

    @Test
    void valuesThatNoFilterTakesAreWords() {
        String name = "x".repeat(TicketQuery.MAX_VALUE + 1);
        for (String text : List.of("contact:" + name, "owner:" + name, "category:a," + name, "@a:" + name.repeat(4))) {
            assertThat(parser(Actor.host("h")).parse(text)).satisfies(parsed -> {
                assertThat(parsed.query())
                        .usingRecursiveComparison()
                        .isEqualTo(TicketQuery.builder().text(text).build());
                assertThat(parsed.hints()).singleElement(STRING).contains("is too long; it is looked for as words");
            });
        }
        String many = "contact:"
                + String.join(
                        ",",
                        IntStream.range(0, 1_001).mapToObj(Integer::toString).toList());
        assertThatThrownBy(() -> parse(many)).hasMessageContaining("too many values, at most 1000");
        assertThatThrownBy(() -> parse(
                        IntStream.range(0, 33).mapToObj(i -> "@a" + i + ":b").collect(joining(" "))))
                .hasMessageContaining("at most 32 attributes");
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
                "-owner:me | at 1: | only words, status, priority and is can be left out",
                "-opened:2026 | at 1: | only words, status, priority and is can be left out",
                "-status>open | at 1: | takes only a colon",
                "NOT @a:1 | at 5: | can be left out"
            })
    void saysWhereAndWhatIsWrong(String text, String place, String advice) {
        assertThatThrownBy(() -> parse(text))
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
        assertThat(parse(text))
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
        assertThat(parser(Actor.operator("op-1", "Olga")).parse(text).hints()).containsExactly(hint);
    }

    @Test
    void hintsAtNothingThatIsUnderstood() {
        String understood = "print* -spam status:open is:open priority>=low owner:me \"a: b\" sort:-opened @a:1";

        assertThat(parser(Actor.operator("op-1", "Olga")).parse(understood).hints())
                .isEmpty();
    }

    @Test
    void leavesOutStatusesPrioritiesAndMacroStatus() {
        assertThat(parse("-status:open,waiting status:open,resolved").statuses())
                .containsExactly("resolved");
        assertThat(parse("NOT status:open").statuses()).isNotEmpty().doesNotContain("open");
        assertThat(parse("-status:open -stato:chiuso").statuses()).doesNotContain("open", "closed");
        assertThat(parse("-priority:high,low").priorities())
                .doesNotContain(Priority.HIGH, Priority.LOW)
                .hasSize(4);
        assertThat(parse("-priority>=high").priorities())
                .containsExactlyElementsOf(parse("priority<high").priorities());
        assertThat(parse("-is:closed").macroStatus()).isEqualTo(MacroStatus.IN_PROGRESS);
        assertThat(parse("NOT spam NOT \"bad luck\" late").excludedText()).isEqualTo("spam bad luck");
        assertThatThrownBy(() -> parse("status:open -status:open")).hasMessageContaining("no status is left");
    }

    @Test
    void readsTypographicQuotesAndDashesAsThePlainOnes() {
        assertThat(parse(
                        "\u201Cstatus:open late\u201D category:\u00ABAfter sales\u00BB \u2013spam \u2212status:closed"))
                .satisfies(query -> {
                    assertThat(query.text()).isEqualTo("status:open late");
                    assertThat(query.categories()).containsExactly("After sales");
                    assertThat(query.excludedText()).isEqualTo("spam");
                    assertThat(query.statuses()).doesNotContain("closed");
                });
    }

    @Test
    void onlyAnOperatorIsMe() {
        assertThatThrownBy(() -> parser(Actor.host("crm")).parse("owner:me"))
                .hasMessageContaining("at 7: only an operator");
    }

    @Test
    @Tag("F47")
    void endsOnAnyText() {
        Random random = new Random(SEED);
        String[] parts = {
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
        int read = 0;
        for (int i = 0; i < 10_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(12); n >= 0; n--) {
                text.append(parts[random.nextInt(parts.length)]);
            }
            try {
                parse(text.toString());
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
        assertThatThrownBy(() -> parse(part.repeat(100_000 / part.length())))
                .isInstanceOf(RefusedException.class)
                .hasMessage("query: is too long, at most 4000 code points are allowed");
    }

    @Test
    void readsBackWhatItWrites() {
        Random random = new Random(SEED);
        for (int i = 0; i < 500; i++) {
            QueryText written = QueryText.random(random);
            assertThat(parse(written.text()))
                    .as("seed %d: %s", SEED, written.text())
                    .satisfies(written::equalsQuery);
        }
    }

    private TicketQuery parse(String text) {
        return parser(Actor.operator("op-1", "Olga")).parse(text).query();
    }

    private QueryParser parser(Actor actor) {
        return parser(actor, ZoneId.of("Europe/Rome"));
    }

    private QueryParser parser(Actor actor, ZoneId zone) {
        TicketStorage storage = mock();
        StatusStore statuses = mock();
        when(storage.statuses()).thenReturn(statuses);
        when(storage.categories()).thenReturn(categories);
        when(statuses.statuses(any())).thenReturn(List.of(new StatusEntry(Status.WAITING, "Rückruf", false)));
        when(statuses.priorities(any())).thenReturn(List.of(new PriorityEntry(Priority.HIGH, "Hoch", true)));
        Catalogue catalogue =
                new Catalogue(new TenantId("t"), storage, Labels.of(Locale.ENGLISH), action -> {}, () -> {});
        return new QueryParser(catalogue, actor, zone, NOW);
    }
}
