package dev.ticketkit.samples.embedding.smallstore;

import dev.ticketkit.spi.catalogue.PriorityEntry;
import dev.ticketkit.spi.catalogue.StatusEntry;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.text.FoldedText;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a tenant has made of statuses and priorities. */
final class SmallStatuses {
    private final Map<String, StatusEntry> kept = new HashMap<>();
    private final Map<String, Status> removed = new HashMap<>();
    private final Map<Priority, PriorityEntry> priorities = new EnumMap<>(Priority.class);

    List<StatusEntry> all() {
        return kept.values().stream()
                .filter(entry -> !isDefault(entry))
                .sorted(Comparator.comparingInt(entry -> entry.status().position()))
                .toList();
    }

    List<Status> removed() {
        return removed.values().stream()
                .sorted(Comparator.comparingInt(Status::position))
                .toList();
    }

    List<PriorityEntry> priorities() {
        return priorities.values().stream()
                .filter(entry -> entry.label() != null || !entry.offered())
                .toList();
    }

    void save(PriorityEntry entry) {
        priorities.put(entry.priority(), entry);
    }

    /** Whether no ticket may enter a status. */
    boolean isShut(Status status) {
        StatusEntry entry = kept.get(status.key());
        return !status.key().equals(Status.OPEN.key())
                && (removed.containsKey(status.key()) || (entry != null && entry.hidden()));
    }

    boolean save(@Nullable StatusEntry before, StatusEntry entry) {
        String key = entry.status().key();
        StatusEntry now = kept.get(key);
        if (!isAsSeen(now, before) || isLabelTaken(entry) || (now == null && !isFree(entry.status()))) {
            return false;
        }
        kept.put(key, now == null ? entry : new StatusEntry(now.status(), entry.label(), entry.hidden()));
        removed.remove(key);
        return true;
    }

    boolean remove(StatusEntry before) {
        StatusEntry now = kept.get(before.status().key());
        if (now == null || now.status().isPredefined() || !isAsSeen(now, before)) {
            return false;
        }
        kept.remove(now.status().key());
        removed.put(now.status().key(), now.status());
        return true;
    }

    private static boolean isAsSeen(@Nullable StatusEntry now, @Nullable StatusEntry before) {
        if (now == null || before == null) {
            return now == null && (before == null || (before.status().isPredefined() && isDefault(before)));
        }
        return Objects.equals(now.label(), before.label()) && now.hidden() == before.hidden();
    }

    private static boolean isDefault(StatusEntry entry) {
        return entry.status().isPredefined() && entry.label() == null && !entry.hidden();
    }

    private boolean isLabelTaken(StatusEntry entry) {
        return entry.label() != null
                && kept.values().stream()
                        .filter(other ->
                                !other.status().key().equals(entry.status().key()))
                        .anyMatch(other -> other.label() != null
                                && FoldedText.ofLabel(other.label()).equals(FoldedText.ofLabel(entry.label())));
    }

    /** Whether a new status takes nobody's position, and is what it was if it was removed before. */
    private boolean isFree(Status status) {
        Status was = removed.get(status.key());
        return (was == null || was.equals(status))
                && Stream.concat(kept.values().stream().map(StatusEntry::status), removed.values().stream())
                        .noneMatch(other -> !other.equals(status) && other.position() == status.position());
    }
}
