package dev.ticketkit.core.internal.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Origin;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.query.InstantRange;
import dev.ticketkit.spi.query.SortDirection;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.TicketQueryBuilder;
import dev.ticketkit.spi.query.TicketSort;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** A random query, and how somebody would type it. */
record QueryText(String text, TicketQuery query) {
    static QueryText random(Random random) {
        var query = TicketQuery.builder();
        List<String> terms = new ArrayList<>();
        if (random.nextBoolean()) {
            query.statuses("open", "resolved");
            terms.add(random.nextBoolean() ? "status:open,\"Resolved\"" : "estado:abierto stato:risolto");
        }
        if (random.nextBoolean()) {
            Priority least = Priority.ofRank(1 + random.nextInt(6));
            Priority[] all = Priority.values();
            query.priorities(Arrays.stream(all)
                    .filter(each -> each.rank() >= least.rank())
                    .toList());
            terms.add("priority>=" + least.name().toLowerCase(Locale.ROOT));
        }
        if (random.nextBoolean()) {
            query.owners("o 1", "o,2").ownerNames("o 1", "o,2").unassigned(true);
            terms.add("owner:\"o 1\",\"o,2\",none");
        }
        if (random.nextBoolean()) {
            query.categories("After sales").contacts("c:1").contactNames("c:1");
            terms.add("category:\"After sales\" contact:c:1");
        }
        if (random.nextBoolean()) {
            query.origins(Origin.HOST).macroStatus(MacroStatus.TERMINATED);
            terms.add("origin:host is:closed");
        }
        if (random.nextBoolean()) {
            query.attributes(Map.of("a-b", "x=y"));
            terms.add("attribute.a-b:x=y");
        }
        if (random.nextBoolean()) {
            query.closed(InstantRange.of(Instant.parse("2026-01-01T00:00:00Z"), null));
            terms.add("closed>=2026-01-01T00:00:00Z");
        }
        terms.add(sorted(query, random));
        Collections.shuffle(terms, random);
        return new QueryText(String.join("  ", terms), query.build());
    }

    private static String sorted(TicketQueryBuilder query, Random random) {
        TicketSort sort = List.of(TicketSort.values()).get(random.nextInt(TicketSort.values().length));
        boolean descending = random.nextBoolean();
        query.sort(sort, descending ? SortDirection.DESCENDING : SortDirection.ASCENDING);
        String column =
                sort == TicketSort.CONTACT_NAME ? "contact" : sort.name().toLowerCase(Locale.ROOT);
        return "sort:" + (descending ? "-" : "") + column;
    }

    void equalsQuery(TicketQuery read) {
        assertThat(read).usingRecursiveComparison().isEqualTo(allPriorities());
    }

    /** At least the lowest is no filter, written as all six. */
    private TicketQuery allPriorities() {
        return query.priorities().size() == Priority.values().length
                ? query.toBuilder().priorities(List.of()).build()
                : query;
    }
}
