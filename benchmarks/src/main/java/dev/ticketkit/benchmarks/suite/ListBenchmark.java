package dev.ticketkit.benchmarks.suite;

import dev.ticketkit.benchmarks.desk.OurDesk;
import dev.ticketkit.benchmarks.desk.Reading;
import dev.ticketkit.benchmarks.load.Rounds;
import dev.ticketkit.benchmarks.peer.CountAndPage;
import dev.ticketkit.benchmarks.peer.KeysetPage;
import dev.ticketkit.benchmarks.peer.OffsetPage;
import dev.ticketkit.benchmarks.report.Result;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.query.SortPosition;
import dev.ticketkit.spi.query.TicketQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Pages of fifty tickets, most urgent first. */
final class ListBenchmark implements Benchmark {
    private static final String OURS = "ours";
    private static final String KEYSET = "keyset";
    private static final String OFFSET = "OFFSET";
    private static final int ROWS = 50;
    private static final double MEDIAN = 50;
    private static final int FULL_DEPTH = 20_000;
    private static final double OFFSET_GOAL = 300;
    private static final double KEYSET_GOAL = 1 / 1.3;

    @Override
    public String name() {
        return "list";
    }

    @Override
    public List<Result> run(Setting setting) throws Exception {
        OurDesk desk = setting.large().desk();
        List<Result> results = new ArrayList<>();
        results.add(first(setting, desk));
        results.addAll(deep(setting, desk, Math.min(FULL_DEPTH, setting.large().tickets() / 5)));
        results.add(macroStatus(setting, desk));
        results.add(withTotal(setting, desk));
        return results;
    }

    private static Result first(Setting setting, OurDesk desk) throws Exception {
        Rounds rounds = setting.inTurn(setting.pace().shorter(2))
                .side(OURS, page(desk, closed(), null))
                .side(KEYSET, new KeysetPage(desk, Status.CLOSED.key(), null, ROWS))
                .run(1);
        return times("list, first page of a status, against the bare keyset statement", rounds, KEYSET, KEYSET_GOAL);
    }

    private static List<Result> deep(Setting setting, OurDesk desk, long depth) throws Exception {
        Ticket last = ticketAt(desk, depth);
        Rounds rounds = setting.inTurn(setting.pace().shorter(2))
                .side(OURS, page(desk, closed(), closed().sort().positionOf(last)))
                .side(KEYSET, new KeysetPage(desk, Status.CLOSED.key(), last, ROWS))
                .side(OFFSET, new OffsetPage(desk, Status.CLOSED.key(), ROWS, depth))
                .run(1);
        String page = "list, page after row " + String.format(Locale.ROOT, "%,d", depth) + " of a status, against ";
        return List.of(
                times(page + "the bare keyset statement", rounds, KEYSET, KEYSET_GOAL),
                times(page + "OFFSET", rounds, OFFSET, OFFSET_GOAL * depth / FULL_DEPTH));
    }

    private static Result macroStatus(Setting setting, OurDesk desk) throws Exception {
        TicketQuery open = TicketQuery.builder()
                .macroStatus(MacroStatus.IN_PROGRESS)
                .limit(ROWS)
                .build();
        Rounds rounds = setting.inTurn(setting.pace().shorter(2))
                .side(OURS, page(desk, open, null))
                .run(1);
        return Result.ofLimit(
                "list, first page of a macro status, at most 1 ms with the way there and back",
                "ms",
                rounds.millis(OURS, MEDIAN),
                1);
    }

    private static Result withTotal(Setting setting, OurDesk desk) throws Exception {
        ActorDesk actor = desk.withCodes();
        Rounds rounds = setting.inTurn(setting.pace().shorter(2))
                .side(OURS, new Reading(() -> actor.list(closed()).items().size()))
                .side(KEYSET, new CountAndPage(desk, Status.CLOSED.key(), ROWS))
                .run(1);
        return times(
                "list, first page of a status with its total through the desk, against keyset and count(*)",
                rounds,
                KEYSET,
                1);
    }

    private static Result times(String name, Rounds rounds, String peer, double goal) {
        return Result.ofTimes(name, "ms", rounds.millis(OURS, MEDIAN), rounds.millis(peer, MEDIAN), goal);
    }

    private static Reading page(OurDesk desk, TicketQuery query, @Nullable SortPosition after) {
        return new Reading(() -> desk.storage()
                .tickets()
                .list(OurDesk.TENANT, query, AccessScope.all(), after, ROWS)
                .size());
    }

    private static TicketQuery closed() {
        return TicketQuery.builder().statuses(Status.CLOSED.key()).limit(ROWS).build();
    }

    private static Ticket ticketAt(OurDesk desk, long row) {
        String id = desk.schema()
                .text("SELECT id FROM ticket WHERE status_key = 'closed'"
                        + " ORDER BY priority DESC, opened_at DESC, id LIMIT 1 OFFSET " + (row - 1));
        return desk.storage()
                .tickets()
                .find(OurDesk.TENANT, new TicketId(UUID.fromString(id)))
                .orElseThrow();
    }
}
