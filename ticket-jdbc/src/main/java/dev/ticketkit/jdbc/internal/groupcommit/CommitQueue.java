package dev.ticketkit.jdbc.internal.groupcommit;

import dev.ticketkit.jdbc.internal.commit.RowKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Who commits now and who waits. A few callers lead at a time; the others queue, and whoever leads next takes along those that wait,
 * in their order. Each row is claimed by one of them at a time, and each series of numbers by one leader: its commit holds its counter,
 * and a second one could only wait for it.
 */
final class CommitQueue {
    static final int MOST_TOGETHER = 256;

    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<WaitingCommit> queue = new ArrayDeque<>();
    private final Set<RowKey> claimed = new HashSet<>();
    private final Map<RowKey, WaitingCommit> counting = new HashMap<>();
    private final int mostLeaders;
    private int leaders;

    CommitQueue(int mostLeaders) {
        this.mostLeaders = mostLeaders;
    }

    /** Says whether the caller leads, by itself; if not, it does not wait either. */
    boolean lead(WaitingCommit caller) {
        lock.lock();
        try {
            if (leaders < mostLeaders && claim(caller, caller)) {
                leaders++;
                return true;
            }
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Says whether the caller leads, by itself; if not, it waits. */
    boolean leadOrWait(WaitingCommit caller) {
        lock.lock();
        try {
            boolean leads = lead(caller);
            if (!leads) {
                queue.add(caller);
            }
            return leads;
        } finally {
            lock.unlock();
        }
    }

    /** The batch of the new leader: it comes first, with those whose connections lead to the same database as its own. */
    List<WaitingCommit> batchOf(WaitingCommit leader) {
        List<WaitingCommit> batch = new ArrayList<>();
        batch.add(leader);
        lock.lock();
        try {
            Iterator<WaitingCommit> waiting = queue.iterator();
            while (waiting.hasNext() && batch.size() < MOST_TOGETHER) {
                WaitingCommit next = waiting.next();
                if (next.database() == leader.database() && claim(next, leader)) {
                    waiting.remove();
                    batch.add(next);
                }
            }
            return batch;
        } finally {
            lock.unlock();
        }
    }

    /** Ends a batch, however it went, and lets the next one begin. */
    void done(List<WaitingCommit> batch) {
        lock.lock();
        try {
            for (WaitingCommit each : batch) {
                each.claims.forEach(claimed::remove);
                counting.remove(each.series);
            }
            leaders--;
            Iterator<WaitingCommit> waiting = queue.iterator();
            while (leaders < mostLeaders && waiting.hasNext()) {
                WaitingCommit next = waiting.next();
                if (claim(next, next)) {
                    waiting.remove();
                    leaders++;
                    next.lead();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean claim(WaitingCommit caller, WaitingCommit leader) {
        for (RowKey row : caller.claims) {
            if (claimed.contains(row)) {
                return false;
            }
        }
        RowKey series = caller.series;
        if (series != null) {
            WaitingCommit counts = counting.putIfAbsent(series, leader);
            if (counts != null && counts != leader) {
                return false;
            }
        }
        claimed.addAll(caller.claims);
        return true;
    }
}
