package dev.ticketkit.core.internal.export;

import dev.ticketkit.core.Tickets;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.text.TextRule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * Tickets whose texts are made of what misleads programs that read CSV. They come from a store of a host's own, which may hold what no command
 * lets in: only a reference has a rule that cannot be passed by.
 */
final class HostileCells {
    static final String ATTRIBUTE = "@colour;=1+1";
    static final Instant OPENED = Instant.parse("2026-03-10T09:00:00.999Z");
    static final Instant CLOSED = Instant.parse("2026-07-01T22:30:00Z");

    /** What a spreadsheet takes for the beginning of a formula, as it is and wide, and what may stand before it unseen. */
    private static final List<String> STARTS = List.of(
            "=",
            "+",
            "-",
            "@",
            "\t",
            "\r",
            "\n",
            "\uFF1D",
            "\uFF0B",
            "\uFF0D",
            "\uFF20",
            "\uFE66",
            "\uFE62",
            "\uFE63",
            "\uFE6B",
            "\u2212",
            "=cmd|' /C calc'!A0",
            "=1+1",
            "@SUM(A1:A9)",
            "-5",
            "+39 06 1234567",
            "-2+3+cmd|' /C calc'!A0");

    private static final List<String> UNSEEN = List.of(
            " ",
            "   ",
            "\u00A0",
            "\u3000",
            "\u2007",
            "\uFEFF",
            "\u200B",
            "\u2060",
            "\u00AD",
            "\u200E",
            "\u202E",
            "\u2066",
            "\u115F",
            "\u3164",
            "\uDB40\uDC01",
            "\uD834\uDD73",
            "\u0000",
            "\u0001",
            "\u001F",
            "\u007F",
            "\u009F");

    private static final List<String> BETWEEN = List.of(
            ",", ";", "\t", "|", "\n", "\r", "\r\n", "\n\r", "\u000B", "\f", "\u0085", "\u2028", "\u2029", ",,", ";;");

    private static final List<String> REST = List.of(
            "\"",
            "\"\"",
            "\",\"",
            "\";\"",
            "'",
            "''",
            "\\",
            "a",
            "late",
            "x = y",
            "1,5",
            "\uD83D\uDCA1",
            "\uD800",
            "\uDC00",
            "\u0661",
            "\u0130",
            "sep=;",
            "{1}");

    private static final List<List<String>> KINDS = List.of(STARTS, UNSEEN, BETWEEN, REST);

    private HostileCells() {}

    /** Empty, of blanks alone, very long, or of up to nine pieces, each of one kind or another. */
    static String any(Random random) {
        return switch (random.nextInt(40)) {
            case 0 -> "";
            case 1 -> " ".repeat(1 + random.nextInt(4));
            case 2 -> pieces(random, 3) + "x".repeat(9_000) + pieces(random, 3);
            default -> pieces(random, 9);
        };
    }

    private static String pieces(Random random, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = 1 + random.nextInt(most); i > 0; i--) {
            List<String> kind = KINDS.get(random.nextInt(KINDS.size()));
            text.append(kind.get(random.nextInt(kind.size())));
        }
        return text.toString();
    }

    static Ticket ticket(Random random) {
        return Tickets.open()
                .reference(new Reference(TextRule.NAME.cleaned(any(random), 256, "=1")))
                .title(any(random))
                .description(any(random))
                .category(new Category(new UUID(0, 1), any(random)))
                .contact(new Contact(any(random), any(random), null, null, null))
                .owner(new Party(any(random), any(random)))
                .externalId(any(random))
                .attributes(Map.of(ATTRIBUTE, any(random), any(random) + "n", any(random)))
                .openedAt(OPENED)
                .updatedAt(OPENED)
                .closedAt(CLOSED)
                .build();
    }
}
