package dev.ticketkit.core.internal.query;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.when;

import dev.ticketkit.spi.catalogue.CategoryEntry;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.query.InstantRange;
import dev.ticketkit.spi.query.TicketQuery;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands behind a keyword, and between words. */
@Tag("R16")
class QueryValuesTest {
    private final TestParser parsing = new TestParser();

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
        assertThat(parsing.by(Actor.host("h"), ZoneId.of(zone))
                        .parse(text)
                        .query()
                        .opened())
                .isEqualTo(InstantRange.of(from, until));
    }

    @Test
    void quotedValuesAreLiteral() {
        TicketQuery query = parsing.parse("owner:\"me\",\"none\",\"nessuno\" category:\"none\",\"ninguna\"");

        assertThat(query.owners()).containsExactly("me", "nessuno", "none");
        assertThat(query.categories()).containsExactly("ninguna", "none");
        assertThat(query.unassigned() || query.uncategorised()).isFalse();
    }

    @Test
    void aCategoryOfTheTenantGoesBeforeAWordOfTheQuery() {
        Category nobody = Category.named(new TenantId("t"), "Nobody");
        when(parsing.categories.find(any(), eq(nobody.id())))
                .thenReturn(Optional.of(new CategoryEntry(nobody, false)))
                .thenReturn(Optional.of(new CategoryEntry(nobody, true)));

        for (int shownThenHidden = 0; shownThenHidden < 2; shownThenHidden++) {
            assertThat(parsing.parse("category:nobody,none")).satisfies(query -> {
                assertThat(query.categories()).containsExactly("nobody");
                assertThat(query.uncategorised()).isTrue();
            });
        }
    }

    @Test
    void valuesThatNoFilterTakesAreWords() {
        String name = "x".repeat(TicketQuery.MAX_VALUE + 1);
        for (String text : List.of("contact:" + name, "owner:" + name, "category:a," + name, "@a:" + name.repeat(4))) {
            assertThat(parsing.by(Actor.host("h")).parse(text)).satisfies(parsed -> {
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
        assertThatThrownBy(() -> parsing.parse(many)).hasMessageContaining("too many values, at most 1000");
        assertThatThrownBy(() -> parsing.parse(
                        IntStream.range(0, 33).mapToObj(i -> "@a" + i + ":b").collect(joining(" "))))
                .hasMessageContaining("at most 32 attributes");
    }

    @Test
    void soMuchCanBeLeftOut() {
        String most = IntStream.range(0, 32).mapToObj(i -> "-@a" + i + ":b").collect(joining(" "));

        assertThat(parsing.parse(most).excluded()).hasSize(TicketQuery.MAX_EXCLUDED);
        for (String more : List.of(" -title:x", " -opened:2026", " -@b:c")) {
            assertThatThrownBy(() -> parsing.parse(most + more))
                    .hasMessageContaining("query: at " + (most.length() + (more.contains("title") ? 9 : 2)))
                    .hasMessageContaining("at most 32 attributes, times and fields can be left out");
        }
        assertThat(parsing.parse("-title:a -title:b,c -titolo:d").excluded())
                .singleElement()
                .satisfies(query -> assertThat(query.titles()).containsExactly("a", "b", "c", "d"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a OR b | a OR b | ",
                "OR a | OR a | ",
                "a OR | a OR | ",
                "a or b | a or b | ",
                "status:open OR status:closed b | b | ",
                "a OR status:open b | a \"OR\" b | at 3",
                "a OR -b c | a \"OR\" c | at 3",
                "title:a OR title:b |  | ",
                "status:open OR is:open | \"OR\" | at 13"
            })
    void orStandsBetweenWordsOrValuesOfOneKeyword(String text, @Nullable String words, @Nullable String hint) {
        assertThat(parsing.by(Actor.host("h")).parse(text)).satisfies(parsed -> {
            assertThat(parsed.query().text()).isEqualTo(words);
            if (hint == null) {
                assertThat(parsed.hints()).isEmpty();
            } else {
                assertThat(parsed.hints()).singleElement(STRING).startsWith(hint + ": \"OR\" stands between words");
            }
        });
    }

    @Test
    void titleAndReferenceAreFieldsOfTheirOwn() {
        TicketQuery query = parsing.parse("title:printer,\"very late\" titolo:x* riferimento:T-1 word");

        assertThat(query.titles()).containsExactly("\"very late\"", "printer", "x*");
        assertThat(query.references()).containsExactly("T-1");
        assertThat(query.text()).isEqualTo("word");
        assertThat(parsing.parse("title:\"" + "x".repeat(TicketQuery.MAX_VALUE) + "\"")
                        .titles())
                .singleElement(STRING)
                .hasSize(TicketQuery.MAX_VALUE);
    }
}
