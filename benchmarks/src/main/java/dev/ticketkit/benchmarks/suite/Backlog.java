package dev.ticketkit.benchmarks.suite;

import dev.ticketkit.benchmarks.desk.Filling;
import dev.ticketkit.benchmarks.desk.OurDesk;
import dev.ticketkit.benchmarks.desk.OurDispatch;
import dev.ticketkit.benchmarks.load.Dispatched;
import dev.ticketkit.benchmarks.load.WarmUp;
import dev.ticketkit.benchmarks.peer.BareOutbox;
import dev.ticketkit.benchmarks.report.Result;
import dev.ticketkit.core.desk.TicketDesk;
import java.time.Duration;

/** Events that nobody has handled yet: how many a second, until none is left or the time is over. */
final class Backlog {
    private static final double NANOS_A_SECOND = 1e9;
    private static final long EVENTS_A_SECOND = 10_000;
    private static final Duration STOP = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Setting setting;
    private final OurDesk desk;
    private final BareOutbox bare;
    private final long events;

    Backlog(Setting setting, OurDesk desk) {
        this.setting = setting;
        this.desk = desk;
        this.bare = new BareOutbox(desk.schema());
        this.events = Math.max(1_000, EVENTS_A_SECOND * setting.pace().round().toMillis() / 1_000);
    }

    Result result() throws Exception {
        int rounds = setting.pace().rounds();
        WarmUp.of("backlog, ours", setting.pace(), setting.progress()::now, this::ours);
        WarmUp.of("backlog, bare", setting.pace(), setting.progress()::now, this::theirs);
        double[] ours = new double[rounds];
        double[] theirs = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            setting.progress().now("backlog, round " + (i + 1) + " of " + rounds);
            boolean weFirst = i % 2 == 0;
            double first = weFirst ? ours() : theirs();
            double second = weFirst ? theirs() : ours();
            ours[i] = weFirst ? first : second;
            theirs[i] = weFirst ? second : first;
        }
        return Result.ofRates("dispatch, backlog, against bare SKIP LOCKED batches of 100", "/s", ours, theirs, 0.9);
    }

    private double ours() throws InterruptedException {
        // Two events for nearly every ticket.
        Filling.fillUndelivered(desk, events / 2);
        Dispatched dispatched = new Dispatched();
        long waiting = desk.schema().number("SELECT count(*) FROM ticket_delivery");
        TicketDesk pump = OurDispatch.pump(desk, dispatched);
        long begin = System.nanoTime();
        long end = begin + setting.pace().round().toNanos();
        pump.start();
        pump.wakeUp();
        while (dispatched.count() < waiting && (System.nanoTime() - end < 0 || dispatched.count() == 0)) {
            requirePatience(begin);
            Thread.sleep(1);
        }
        double rate = rate(dispatched.count(), begin);
        if (!pump.stop(STOP)) {
            throw new IllegalStateException("the pump did not stop within " + STOP);
        }
        return rate;
    }

    private double theirs() throws Exception {
        bare.fill(events);
        long begin = System.nanoTime();
        return rate(bare.drain(setting.pace().round().toNanos()), begin);
    }

    private static void requirePatience(long begin) {
        if (System.nanoTime() - begin > PATIENCE.toNanos()) {
            throw new IllegalStateException("the pump handled nothing within minutes");
        }
    }

    private static double rate(long handled, long begin) {
        return handled / ((System.nanoTime() - begin) / NANOS_A_SECOND);
    }
}
