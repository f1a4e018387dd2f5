package dev.ticketkit.jdbc.internal.delivery;

import dev.ticketkit.spi.storage.delivery.Delivery;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Looks for what is left to consumers, tenant by tenant in the order of their names, from where the last look stopped. Thread-safe. */
public final class LeftDeliveries {
    private static final int MOST_TENANTS = 20;

    private final JdbcConsumerStore consumers;
    private final Map<String, String> last = new ConcurrentHashMap<>();

    /** Claims of one tenant. */
    @FunctionalInterface
    public interface Claim {
        List<Delivery> of(String consumer, String tenant);
    }

    public LeftDeliveries(JdbcConsumerStore consumers) {
        this.consumers = consumers;
    }

    /** What the first tenant that has some gives; nothing when those that were looked at have none that is first of its ticket. */
    public List<Delivery> claim(Set<String> wanted, Claim claim) {
        for (String consumer : wanted) {
            List<Delivery> claimed = claim(consumer, claim);
            if (!claimed.isEmpty()) {
                return claimed;
            }
        }
        return List.of();
    }

    private List<Delivery> claim(String consumer, Claim claim) {
        String after = last.getOrDefault(consumer, "");
        boolean around = after.isEmpty();
        for (int i = 0; i < MOST_TENANTS; i++) {
            Optional<String> tenant = consumers.nextLeft(consumer, after);
            if (tenant.isEmpty() && around) {
                break;
            }
            around |= tenant.isEmpty();
            after = tenant.orElse("");
            List<Delivery> claimed = tenant.isPresent() ? claim.of(consumer, after) : List.of();
            last.put(consumer, after);
            if (!claimed.isEmpty()) {
                return claimed;
            }
        }
        last.remove(consumer);
        return List.of();
    }
}
