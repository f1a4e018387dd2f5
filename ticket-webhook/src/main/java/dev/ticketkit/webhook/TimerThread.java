package dev.ticketkit.webhook;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Does something at its time, unless it is cancelled before. It has a thread only while it has something to do, and a second more: the one
 * that the JDK has for such work never ends, and keeps the application that happened to need it first.
 */
final class TimerThread {
    private static final int IDLE_SECONDS = 1;

    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, TimerThread::thread);

    TimerThread() {
        executor.setRemoveOnCancelPolicy(true);
        executor.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        executor.allowCoreThreadTimeOut(true);
    }

    Future<?> after(Duration delay, Runnable work) {
        return executor.schedule(work, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "ticketkit-webhook-limit");
        thread.setDaemon(true);
        thread.setContextClassLoader(TimerThread.class.getClassLoader());
        return thread;
    }
}
