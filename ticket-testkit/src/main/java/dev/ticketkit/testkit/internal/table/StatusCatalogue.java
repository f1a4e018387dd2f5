package dev.ticketkit.testkit.internal.table;

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

/** One tenant's words for statuses and priorities. */
public final class StatusCatalogue {
    private final Map<String, StatusEntry> statuses = new HashMap<>();
    private final Map<String, Status> removed = new HashMap<>();
    private final Map<Priority, PriorityEntry> priorities = new EnumMap<>(Priority.class);

    /** Kept entries that say something; a predefined status with its defaults does not. */
    public List<StatusEntry> statuses() {
        return statuses.values().stream()
                .filter(entry -> !entry.status().isPredefined() || entry.label() != null || entry.hidden())
                .sorted(Comparator.comparingInt(entry -> entry.status().position()))
                .toList();
    }

    public boolean save(@Nullable StatusEntry before, StatusEntry entry) {
        StatusEntry known = statuses.get(entry.status().key());
        if (!isAsSeen(known, before) || isLabelTaken(entry) || (known == null && isPositionTaken(entry))) {
            return false;
        }
        StatusEntry kept = known == null ? entry : new StatusEntry(known.status(), entry.label(), entry.hidden());
        statuses.put(kept.status().key(), kept);
        removed.remove(kept.status().key());
        return true;
    }

    public boolean remove(StatusEntry before) {
        String key = before.status().key();
        StatusEntry known = statuses.get(key);
        if (known == null || known.status().isPredefined() || !isAsSeen(known, before)) {
            return false;
        }
        statuses.remove(key);
        removed.put(key, known.status());
        return true;
    }

    public List<Status> removed() {
        return removed.values().stream()
                .sorted(Comparator.comparingInt(Status::position))
                .toList();
    }

    /** Whether tickets may no longer enter a status. */
    public boolean isShut(Status status) {
        StatusEntry known = statuses.get(status.key());
        boolean hidden = known != null && known.hidden();
        return !status.key().equals(Status.OPEN.key()) && (hidden || removed.containsKey(status.key()));
    }

    public List<PriorityEntry> priorities() {
        return priorities.values().stream()
                .filter(entry -> entry.label() != null || !entry.offered())
                .toList();
    }

    public void save(PriorityEntry entry) {
        priorities.put(entry.priority(), entry);
    }

    private static boolean isAsSeen(@Nullable StatusEntry known, @Nullable StatusEntry before) {
        if (known == null) {
            return before == null || (before.status().isPredefined() && before.label() == null && !before.hidden());
        }
        return before != null && Objects.equals(known.label(), before.label()) && known.hidden() == before.hidden();
    }

    private boolean isPositionTaken(StatusEntry entry) {
        Status mine = entry.status();
        Status was = removed.get(mine.key());
        return (was != null && !was.equals(mine))
                || Stream.concat(statuses.values().stream().map(StatusEntry::status), removed.values().stream())
                        .anyMatch(other -> !other.equals(mine) && other.position() == mine.position());
    }

    private boolean isLabelTaken(StatusEntry entry) {
        return statuses.values().stream()
                .filter(other -> !other.status().key().equals(entry.status().key()))
                .anyMatch(other -> haveSameLabel(other, entry));
    }

    private static boolean haveSameLabel(StatusEntry one, StatusEntry other) {
        return one.label() != null
                && other.label() != null
                && FoldedText.ofLabel(one.label()).equals(FoldedText.ofLabel(other.label()));
    }
}
