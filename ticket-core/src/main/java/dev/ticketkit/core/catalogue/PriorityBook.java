package dev.ticketkit.core.catalogue;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.core.label.Labels;
import dev.ticketkit.spi.catalogue.PriorityEntry;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.model.Priority;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's priorities as they are now: the six, with what the tenant has made of them. Immutable. In JSON it is its {@code entries} and, by
 * name, the {@code words} for them.
 */
@JsonAutoDetect(
        fieldVisibility = Visibility.NONE,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE,
        creatorVisibility = Visibility.NONE)
@JsonPropertyOrder({"entries", "words"})
public final class PriorityBook {
    private final List<PriorityEntry> entries;
    private final Labels labels;

    private PriorityBook(List<PriorityEntry> entries, Labels labels) {
        this.entries = List.copyOf(entries);
        this.labels = labels;
    }

    /**
     * The book of one tenant.
     *
     * @param kept what the store keeps
     * @param labels the words of the tenant's language
     */
    public static PriorityBook of(List<PriorityEntry> kept, Labels labels) {
        Map<Priority, PriorityEntry> byPriority = new EnumMap<>(Priority.class);
        kept.forEach(entry -> byPriority.put(entry.priority(), entry));
        return new PriorityBook(
                Arrays.stream(Priority.values())
                        .sorted(Comparator.reverseOrder())
                        .map(priority -> byPriority.getOrDefault(priority, new PriorityEntry(priority, null, true)))
                        .toList(),
                labels);
    }

    /** The six priorities, most urgent first. */
    @JsonProperty
    public List<PriorityEntry> entries() {
        return entries;
    }

    /** Whether a priority may be chosen. */
    public boolean offers(Priority priority) {
        return entries.stream().anyMatch(entry -> entry.priority() == priority && entry.offered());
    }

    /**
     * A priority that may be chosen.
     *
     * @throws RefusedException when the tenant does not offer it
     */
    public Priority choose(Priority priority) {
        if (!offers(priority)) {
            throw new RefusedException("priority", priority.name() + " is not offered; choose another");
        }
        return priority;
    }

    /** The word for a priority: the tenant's own, else that of its language. */
    public String label(PriorityEntry entry) {
        return entry.label() != null ? entry.label() : labels.priority(entry.priority());
    }

    @JsonProperty("words")
    private SortedMap<String, String> words() {
        SortedMap<String, String> words = new TreeMap<>();
        entries.forEach(entry -> words.put(entry.priority().name(), label(entry)));
        return words;
    }

    @JsonCreator
    private static PriorityBook fromJson(
            @JsonProperty("entries") List<PriorityEntry> entries,
            @JsonProperty("words") @Nullable Map<String, String> words) {
        Map<String, String> labels = new HashMap<>();
        if (words != null) {
            words.forEach((key, word) -> labels.put("priority." + key, word));
        }
        return of(entries, Labels.english().with(labels));
    }
}
