package dev.ticketkit.jdbc;

import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.TicketChange;
import dev.ticketkit.testkit.contract.TicketFixtures;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/**
 * Callers of whom the first, who commit at once, are held up until all others wait: so that what the others commit is one batch, each
 * time.
 */
final class Crowd {
    private final CountDownLatch others = new CountDownLatch(1);
    private final AtomicInteger connections = new AtomicInteger();
    private final DataSource sound;
    private volatile boolean begun;
    private final List<Thread> threads = new ArrayList<>();

    /** @param sound what is used until the callers come */
    Crowd(DataSource sound) {
        this.sound = sound;
    }

    /** A data source whose next connections, one for each leader, come only when the others wait. */
    DataSource holdingUp(DataSource real) {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (self, method, arguments) -> {
                    if (method.getName().equals("getConnection")) {
                        return connection(real);
                    }
                    return method.invoke(real, arguments);
                });
    }

    private Connection connection(DataSource real) throws SQLException, InterruptedException {
        if (!begun) {
            return sound.getConnection();
        }
        if (connections.getAndIncrement() < CoalescedCommits.MOST_LEADERS) {
            others.await(1, TimeUnit.MINUTES);
        }
        return real.getConnection();
    }

    /** Commits each change on a thread of its own: first those of the leaders, then the others together. */
    List<FutureTask<CommitOutcome>> commit(JdbcStorage store, List<TicketChange> leaders, List<TicketChange> together)
            throws SQLException {
        TicketFixtures first = TicketFixtures.ofNewTenant();
        store.tickets().commit(first.opening(first.ticket().build()));
        begun = true;
        List<FutureTask<CommitOutcome>> tasks = new ArrayList<>();
        leaders.forEach(change -> tasks.add(start(() -> store.tickets().commit(change))));
        Await.until("the leaders commit", () -> connections.get() >= leaders.size());
        for (TicketChange change : together) {
            FutureTask<CommitOutcome> task = start(() -> store.tickets().commit(change));
            Await.until("the caller waits", () -> isWaiting(threads.get(threads.size() - 1)));
            tasks.add(task);
        }
        return tasks;
    }

    /** Lets the leaders go on. */
    void release() {
        others.countDown();
    }

    private FutureTask<CommitOutcome> start(Callable<CommitOutcome> call) {
        FutureTask<CommitOutcome> task = new FutureTask<>(call);
        Thread thread = new Thread(task, "caller");
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
        return task;
    }

    private static boolean isWaiting(Thread thread) {
        return LockSupport.getBlocker(thread) instanceof Waiting;
    }
}
