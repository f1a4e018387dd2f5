package dev.ticketkit.spring.internal.operation;

import dev.ticketkit.spi.host.DeskListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Commands, attempts, group commits and maintenance as meters. A meter is found by two words, so that a command pays for no key. */
public final class DeskMeters implements DeskListener {
    private final MeterRegistry registry;
    private final Map<String, Map<String, Timer>> commands = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Timer>> attempts = new ConcurrentHashMap<>();
    private final DistributionSummary groups;
    private final Timer maintenance;
    private final Counter maintained;

    /** In one registry. */
    public DeskMeters(MeterRegistry registry) {
        this.registry = registry;
        groups = DistributionSummary.builder("ticketkit.group.commits")
                .description("How many changes shared a commit")
                .register(registry);
        maintenance = Timer.builder("ticketkit.maintenance")
                .description("Maintenance of the store that had something to do")
                .register(registry);
        maintained = Counter.builder("ticketkit.maintenance.rows")
                .description("Rows that maintenance has dealt with")
                .register(registry);
    }

    @Override
    public void commandEnded(String command, String outcome, long nanos) {
        timer(commands, "ticketkit.commands", "command", command, outcome).record(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void attemptEnded(String consumer, String outcome, long nanos) {
        timer(attempts, "ticketkit.delivery.attempts", "consumer", consumer, outcome)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void groupCommitted(int changes) {
        groups.record(changes);
    }

    @Override
    public void maintained(int rows, long nanos) {
        maintained.increment(rows);
        maintenance.record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Map<String, Map<String, Timer>> known, String name, String tag, String value, String outcome) {
        Map<String, Timer> ofValue = known.get(value);
        Timer timer = ofValue == null ? null : ofValue.get(outcome);
        return timer != null
                ? timer
                : known.computeIfAbsent(value, key -> new ConcurrentHashMap<>())
                        .computeIfAbsent(outcome, key -> registry.timer(name, tag, value, "outcome", outcome));
    }
}
