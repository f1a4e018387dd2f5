package dev.ticketkit.mail;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs something after a fixed time. It has a thread only while something waits, and a second more: the one that the JDK has for such work
 * never ends, and keeps the application that happened to need it first.
 */
final class TimerThread implements Later {
    private static final int IDLE_SECONDS = 1;

    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, TimerThread::thread);
    private final Duration delay;

    TimerThread(Duration delay) {
        this.delay = delay;
        executor.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        executor.allowCoreThreadTimeOut(true);
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // Nobody waits for it.
    public void execute(Runnable work) {
        executor.schedule(work, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "ticketkit-mail-idle");
        thread.setDaemon(true);
        thread.setContextClassLoader(TimerThread.class.getClassLoader());
        return thread;
    }
}
