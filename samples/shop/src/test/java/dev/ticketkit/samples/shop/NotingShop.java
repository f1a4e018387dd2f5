package dev.ticketkit.samples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.host.Notification;
import dev.ticketkit.spi.host.Notifier;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.context.ConfigurableApplicationContext;

/** One instance of the shop from its start to its end: notes what it tells instead of sending it. */
final class NotingShop {
    private final Queue<Told> told;
    private final boolean isPulled;
    private final AtomicBoolean pullNow = new AtomicBoolean();
    private final CountDownLatch pulled = new CountDownLatch(1);
    final ConfigurableApplicationContext context;

    /** Who told of which ticket. */
    record Told(String ticket, NotingShop by, Thread thread) {}

    /** @param isPulled whether it ends without its database, as if the plug was pulled */
    NotingShop(String database, Queue<Told> told, boolean isPulled) {
        this.told = told;
        this.isPulled = isPulled;
        Notifier noting = this::note;
        context = Instances.start(database, beans -> beans.registerBean("notifier", Notifier.class, () -> noting));
    }

    boolean isPulled() {
        return isPulled;
    }

    /** In the middle of it the plug is pulled: it is told, and cannot be marked as told. */
    private DeliveryResult note(Notification notification) {
        told.add(new Told(notification.ticket().reference().value(), this, Thread.currentThread()));
        if (pullNow.compareAndSet(true, false)) {
            context.getBean(HikariDataSource.class).close();
            pulled.countDown();
        }
        return DeliveryResult.DELIVERED;
    }

    /** @param more brings something to tell, should others have told everything */
    void end(Runnable more) throws InterruptedException {
        pullNow.set(isPulled);
        for (int i = 0; isPulled && i < 120 && !pulled.await(1, TimeUnit.SECONDS); i++) {
            more.run();
        }
        assertThat(pullNow).as("still to be pulled").isFalse();
        context.close();
    }
}
