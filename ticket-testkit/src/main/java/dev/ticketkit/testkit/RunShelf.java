package dev.ticketkit.testkit;

import dev.ticketkit.spi.storage.AutomationRun;
import dev.ticketkit.spi.storage.Firing;
import dev.ticketkit.spi.storage.RunState;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One tenant's firings and runs. Not thread-safe. */
final class RunShelf {
    private final DeliveryShelf deliveries;
    private final Map<UUID, Firing> firings = new HashMap<>();
    private final Map<UUID, SortedMap<String, AutomationRun>> runs = new HashMap<>();

    RunShelf(DeliveryShelf deliveries) {
        this.deliveries = deliveries;
    }

    Optional<Firing> fire(Firing firing, List<AutomationRun> decided, String consumer, Duration delay) {
        @Nullable Firing stored = firings.putIfAbsent(firing.id(), firing);
        if (stored == null) {
            begin(firing.id(), decided);
            deliveries.add(firing, consumer, delay);
        }
        return Optional.ofNullable(stored);
    }

    Optional<Firing> firing(UUID id) {
        return Optional.ofNullable(firings.get(id));
    }

    List<AutomationRun> begin(UUID eventId, List<AutomationRun> decided) {
        SortedMap<String, AutomationRun> ofEvent =
                runs.computeIfAbsent(eventId, unknown -> new TreeMap<>(CodePointOrder.OF_TEXTS));
        decided.forEach(run -> ofEvent.putIfAbsent(run.automation(), isErased(eventId) ? withoutDetail(run) : run));
        return runs(eventId);
    }

    /** Whoever has done fewer steps is late: another went on meanwhile. */
    void save(AutomationRun run) {
        runs.getOrDefault(run.eventId(), new TreeMap<>())
                .computeIfPresent(
                        run.automation(),
                        (same, known) -> isDone(known) || run.stepsDone() < known.stepsDone()
                                ? known
                                : isErased(run.eventId()) ? withoutDetail(run) : run);
    }

    List<AutomationRun> runs(UUID eventId) {
        return List.copyOf(runs.getOrDefault(eventId, new TreeMap<>()).values());
    }

    void eraseContact(String contactId) {
        Set<UUID> erased = new HashSet<>();
        firings.replaceAll((id, firing) -> {
            if (!firing.contactId().equals(contactId)) {
                return firing;
            }
            erased.add(id);
            return new Firing(firing.tenant(), id, contactId, firing.at(), firing.bodyHash(), null);
        });
        erased.forEach(
                id -> runs.getOrDefault(id, new TreeMap<>()).replaceAll((automation, run) -> withoutDetail(run)));
        deliveries.cancel(erased);
    }

    /** A firing stays as long as one of its runs does. */
    long purge(Instant before) {
        Set<UUID> unfinished = deliveries.unfinished();
        int all = size();
        runs.forEach((eventId, ofEvent) -> {
            if (!unfinished.contains(eventId)) {
                ofEvent.values().removeIf(run -> run.at().isBefore(before));
            }
        });
        runs.values().removeIf(Map::isEmpty);
        firings.values()
                .removeIf(firing -> firing.at().isBefore(before)
                        && !unfinished.contains(firing.id())
                        && !runs.containsKey(firing.id()));
        return (long) all - size();
    }

    private int size() {
        return firings.size() + runs.values().stream().mapToInt(Map::size).sum();
    }

    private boolean isErased(UUID eventId) {
        @Nullable Firing firing = firings.get(eventId);
        return firing != null && firing.json() == null;
    }

    private static boolean isDone(AutomationRun run) {
        return run.state() == RunState.DONE;
    }

    private static AutomationRun withoutDetail(AutomationRun run) {
        return new AutomationRun(
                run.tenant(),
                run.eventId(),
                run.automation(),
                run.state(),
                run.stepsDone(),
                run.ticketId(),
                null,
                run.at());
    }
}
