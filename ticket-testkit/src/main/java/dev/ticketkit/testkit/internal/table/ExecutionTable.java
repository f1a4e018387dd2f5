package dev.ticketkit.testkit.internal.table;

import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.storage.automation.AutomationExecution;
import dev.ticketkit.spi.storage.automation.ExecutionState;
import dev.ticketkit.spi.storage.automation.Firing;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
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
public final class ExecutionTable {
    private final DeliveryTable deliveries;
    private final Map<UUID, Firing> firings = new HashMap<>();
    private final Map<UUID, SortedMap<String, AutomationExecution>> runs = new HashMap<>();
    /** Events of erased tickets, and the tickets. */
    private final Set<UUID> erased = new HashSet<>();

    public ExecutionTable(DeliveryTable deliveries) {
        this.deliveries = deliveries;
    }

    public Optional<Firing> fire(Firing firing, List<AutomationExecution> decided, String consumer, Duration delay) {
        @Nullable Firing stored = firings.putIfAbsent(firing.id(), firing);
        if (stored == null) {
            begin(firing.id(), decided);
            deliveries.add(firing, consumer, delay);
        }
        return Optional.ofNullable(stored);
    }

    public Optional<Firing> firing(UUID id) {
        return Optional.ofNullable(firings.get(id));
    }

    public List<AutomationExecution> begin(UUID eventId, List<AutomationExecution> decided) {
        SortedMap<String, AutomationExecution> ofEvent =
                runs.computeIfAbsent(eventId, unknown -> new TreeMap<>(CodePointOrder.OF_TEXTS));
        decided.forEach(run -> ofEvent.putIfAbsent(run.automation(), isErased(run) ? withoutDetail(run) : run));
        return executions(eventId);
    }

    /** Whoever has done fewer steps is late: another went on meanwhile. */
    public void save(AutomationExecution run) {
        runs.getOrDefault(run.eventId(), new TreeMap<>())
                .computeIfPresent(
                        run.automation(),
                        (same, known) -> isDone(known) || run.stepsDone() < known.stepsDone()
                                ? known
                                : isErased(run) ? withoutDetail(run) : run);
    }

    public List<AutomationExecution> executions(UUID eventId) {
        return List.copyOf(runs.getOrDefault(eventId, new TreeMap<>()).values());
    }

    /** Empties the details of a ticket's runs; later ones have none either. */
    public void eraseTicket(TicketId ticket, Collection<UUID> events) {
        erased.add(ticket.value());
        erased.addAll(events);
        runs.values()
                .forEach(ofEvent -> ofEvent.replaceAll((automation, run) -> isErased(run) ? withoutDetail(run) : run));
    }

    public void eraseContact(String contactId) {
        Set<UUID> fired = new HashSet<>();
        firings.replaceAll((id, firing) -> {
            if (!firing.contactId().equals(contactId)) {
                return firing;
            }
            fired.add(id);
            return firing.erased();
        });
        forgetDetails(fired);
        deliveries.cancel(fired);
    }

    /** Empties the details of the runs of some events. */
    public void forgetDetails(Collection<UUID> events) {
        events.forEach(
                id -> runs.getOrDefault(id, new TreeMap<>()).replaceAll((automation, run) -> withoutDetail(run)));
    }

    /** A firing stays as long as one of its runs does. */
    public long purge(Instant before) {
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

    private boolean isErased(AutomationExecution run) {
        @Nullable Firing firing = firings.get(run.eventId());
        @Nullable TicketId ticket = run.ticketId();
        return (firing != null && firing.json() == null)
                || erased.contains(run.eventId())
                || (ticket != null && erased.contains(ticket.value()));
    }

    private static boolean isDone(AutomationExecution run) {
        return run.state() == ExecutionState.DONE;
    }

    private static AutomationExecution withoutDetail(AutomationExecution run) {
        return new AutomationExecution(
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
