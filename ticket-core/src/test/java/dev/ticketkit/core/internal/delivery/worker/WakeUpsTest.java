package dev.ticketkit.core.internal.delivery.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Polls once a day: whoever begins was nudged. */
@Timeout(60)
class WakeUpsTest {
    private static final Duration DAY = Duration.ofDays(1);

    private final WakeUps nudges = new WakeUps();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @BeforeEach
    void lookOnce() throws InterruptedException {
        nudges.end(nudges.begin(false, DAY));
    }

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void nudgeDuringALookIsFollowedAfterIt() throws InterruptedException {
        long look = nudges.begin(true, DAY);
        nudges.wakeUp();
        nudges.end(look);

        nudges.end(nudges.begin(false, DAY));
    }

    @Test
    void nudgeDuringALongLookIsFollowedBySomebodyElse() throws Exception {
        nudges.begin(true, DAY);
        Future<Long> other = threads.submit(() -> nudges.begin(false, DAY));
        nudges.wakeUp();

        assertThat(other.get()).isNotNull();
    }

    @Test
    void thePollNeedsNoNudge() throws InterruptedException {
        nudges.end(nudges.begin(false, Duration.ofNanos(1)));
    }

    @Test
    void stopLetsEverybodyGo() throws Exception {
        Future<Long> one = threads.submit(() -> nudges.begin(false, DAY));
        Future<Long> two = threads.submit(() -> nudges.begin(false, DAY));
        nudges.stop();

        assertThat(one.get()).isNotNull();
        assertThat(two.get()).isNotNull();
    }
}
