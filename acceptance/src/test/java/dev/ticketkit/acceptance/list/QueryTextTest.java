package dev.ticketkit.acceptance.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.ticketkit.acceptance.DeskFixture;
import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.query.TicketQuery;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is typed, from the text to the list. */
@OnEveryStore
@Tag("R16")
class QueryTextTest extends DeskFixture {
    private static final long SEED = 20_261_129L;

    /** Pieces of the language, and what texts of a host may hold. */
    private static final List<String> PARTS = List.of(
            "status:open ",
            "-status:",
            "is:closed ",
            "priority>=",
            "high ",
            "owner:",
            "me",
            "none",
            "category:",
            "contact:",
            "title:",
            "reference:",
            "origin:host ",
            "opened",
            "updated<",
            "closed>",
            ":2026 ",
            ":0001 ",
            ":9999-12 ",
            ":2026-10-25T02:30 ",
            "attribute.",
            "@",
            "sort:",
            "-owner ",
            "OR ",
            "NOT ",
            "\"",
            "-",
            ",",
            ":",
            "=",
            "*",
            " ",
            " ",
            " ",
            "T-1 ",
            "17 ",
            "\u201C",
            "\u2013",
            "\u0000",
            "\u0007",
            "\n",
            "\t",
            "\uD800",
            "\uDC00",
            "\u202E",
            "\u200D",
            "\uD83D\uDE00",
            "\u6253\u5370",
            "caf\u00E9 ",
            "a",
            "printer",
            "#",
            "|",
            "~",
            "x".repeat(70),
            "long".repeat(80),
            "y,".repeat(40),
            "v".repeat(1_100));

    QueryTextTest(Store store) {
        super(store);
    }

    @Test
    void whateverIsReadCanBeListed() {
        Random random = new Random(SEED);
        List<ActorDesk> actors = List.of(olga(), ada());
        int listed = 0;
        for (int i = 0; i < 600; i++) {
            String text = text(random);
            for (ActorDesk actor : actors) {
                listed += isListed(actor, text) ? 1 : 0;
            }
        }
        assertThat(listed).as("texts that could be read").isBetween(300, 1_150);
    }

    private static boolean isListed(ActorDesk actor, String text) {
        TicketQuery query;
        try {
            query = actor.query(text);
        } catch (RefusedException e) {
            return false;
        }
        assertThatCode(() -> actor.list(query)).as("seed %d: %s", SEED, text).doesNotThrowAnyException();
        return true;
    }

    @Test
    void aWholeTextOfWordsCanBeListed() {
        for (String part : List.of("a ", "-b ", "\"c\" ", "x1,", "7 ", "-\"", "d OR ")) {
            String text = part.repeat(4_000 / part.length());
            assertThatCode(() -> olga().list(olga().query(text))).as(part).doesNotThrowAnyException();
        }
        StringBuilder different = new StringBuilder();
        for (int i = 0; different.length() < 3_990; i++) {
            different.append(Integer.toString(i, 36)).append(' ');
        }
        assertThat(olga().list(olga().query(different.toString())).items()).isEmpty();
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int parts = random.nextInt(50) == 0 ? 400 : 1 + random.nextInt(12);
        for (int n = 0; n < parts; n++) {
            text.append(PARTS.get(random.nextInt(PARTS.size())));
        }
        return text.toString();
    }
}
