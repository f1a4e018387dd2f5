package dev.ticketkit.benchmarks.suite;

import dev.ticketkit.benchmarks.desk.SizedDesk;
import dev.ticketkit.benchmarks.desk.SizedReading;
import dev.ticketkit.benchmarks.desk.SizedTickets;
import dev.ticketkit.benchmarks.load.CpuFigures;
import dev.ticketkit.benchmarks.report.Result;
import dev.ticketkit.spi.query.Page;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.TicketQueryBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Lists, searches and reports of desks of several sizes.
 *
 * @param <S> what the desks are filled in
 */
record SizedReads<S>(Sized<S> sized) {
    private static final int ROWS = 50;
    private static final int CALLS = 5;
    private static final int TURNS = 1_000;

    /** A deep page begins after this part of all tickets. */
    private static final double DEPTH = 0.4;

    private static final long MEDIUM = 10_000;
    private static final double MEDIUM_MILLIS = 5;
    private static final double LARGE_MILLIS = 50;

    /** Lists and searches. */
    List<Result> lists() throws Exception {
        List<Result> results = new ArrayList<>();
        results.addAll(listed("list, first page of 50 with its total", desk -> first().build()));
        results.addAll(listed("list, page of 50 after 40% of all, with its total", SizedReads::deep));
        results.addAll(listed("search, word of five tickets", desk -> found(SizedTickets.RARE_WORD)));
        results.addAll(listed("search, word of half of the tickets", desk -> found(SizedTickets.COMMON_WORD)));
        return results;
    }

    private List<Result> listed(String what, Function<SizedDesk, TicketQuery> question) throws Exception {
        Map<String, CpuFigures> figures = sized.inTurn(CALLS, TURNS, place -> {
            SizedDesk desk = place.desk();
            TicketQuery query = question.apply(desk);
            return new SizedReading(desk, () -> desk.actor().list(query).items().size());
        });
        return sized.growth(what, figures);
    }

    /**
     * Reports of the current month.
     *
     * @param before what is done before each, by desk; it has to write something
     */
    List<Result> reports(String when, Function<Sized.Place<S>, Runnable> before) throws Exception {
        Map<String, CpuFigures> figures = sized.inTurn(
                CALLS,
                TURNS,
                place -> new SizedReading(
                        before.apply(place),
                        () -> place.desk().actor().statistics().report().tickets()));
        return sized.desks().stream()
                .map(place -> {
                    double limit = place.desk().tickets() <= MEDIUM ? MEDIUM_MILLIS : LARGE_MILLIS;
                    return Result.ofLimit(
                            sized.name() + ", report of the month " + when + ", " + place.size() + " tickets, at most "
                                    + Math.round(limit) + " ms",
                            "ms",
                            Objects.requireNonNull(figures.get(place.size())).millis(),
                            limit);
                })
                .toList();
    }

    private static TicketQueryBuilder first() {
        return TicketQuery.builder().limit(ROWS);
    }

    private static TicketQuery found(String word) {
        return first().text(word).build();
    }

    private static TicketQuery deep(SizedDesk desk) {
        TicketQuery query = first().build();
        for (long row = 0; row < desk.tickets() * DEPTH; row += ROWS) {
            Page<?> page = desk.actor().list(query);
            query = first().cursor(Objects.requireNonNull(page.cursor())).build();
        }
        return query;
    }
}
