package dev.ticketkit.core.catalogue;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.core.label.Labels;
import dev.ticketkit.spi.catalogue.StatusEntry;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.text.FoldedText;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's statuses as they are now: the predefined ones with what the tenant has made of them, and its own. Immutable. In JSON it is its
 * {@code entries} and, by key, the {@code words} for them.
 */
@JsonAutoDetect(
        fieldVisibility = Visibility.NONE,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE,
        creatorVisibility = Visibility.NONE)
@JsonPropertyOrder({"entries", "words"})
public final class StatusBook {
    /** Of those that may be chosen, in a message. */
    private static final int MOST_NAMED = 20;

    private final List<StatusEntry> entries;
    private final Labels labels;

    private StatusBook(List<StatusEntry> entries, Labels labels) {
        this.entries = List.copyOf(entries);
        this.labels = labels;
    }

    /**
     * The book of one tenant.
     *
     * @param kept what the store keeps
     * @param labels the words of the tenant's language
     */
    public static StatusBook of(List<StatusEntry> kept, Labels labels) {
        Map<String, StatusEntry> byKey = new LinkedHashMap<>();
        Status.predefined().forEach(status -> byKey.put(status.key(), new StatusEntry(status, null, false)));
        kept.forEach(entry -> byKey.put(entry.status().key(), entry));
        List<StatusEntry> ordered = byKey.values().stream()
                .sorted(Comparator.comparingInt(entry -> entry.status().position()))
                .toList();
        return new StatusBook(ordered, labels);
    }

    /** All statuses in order, hidden ones too. */
    @JsonProperty
    public List<StatusEntry> entries() {
        return entries;
    }

    /** The entry of a key in any case. */
    public Optional<StatusEntry> find(String key) {
        String lower = key.strip().toLowerCase(Locale.ROOT);
        return entries.stream()
                .filter(entry -> entry.status().key().equals(lower))
                .findFirst();
    }

    /**
     * A status that may be chosen.
     *
     * @throws RefusedException when there is none with this key, or it is hidden
     */
    public Status choose(String key) {
        StatusEntry entry = find(key)
                .orElseThrow(() ->
                        new RefusedException("status", "there is no status with this key; choose one of " + offered()));
        if (entry.hidden()) {
            throw new RefusedException("status", "\"" + entry.status().key() + "\" is hidden; choose another");
        }
        return entry.status();
    }

    private String offered() {
        List<String> keys = entries.stream()
                .filter(entry -> !entry.hidden())
                .map(entry -> entry.status().key())
                .toList();
        String named = String.join(", ", keys.subList(0, Math.min(keys.size(), MOST_NAMED)));
        return keys.size() > MOST_NAMED ? named + " and others of the catalogue" : named;
    }

    /** The word for a status: the tenant's own, else that of its language. */
    public String label(StatusEntry entry) {
        return entry.label() != null ? entry.label() : labels.status(entry.status());
    }

    /** Whether another status than this key's has a label that folds to the same. */
    public boolean hasLabel(String label, String exceptKey) {
        FoldedText folded = FoldedText.ofLabel(label);
        return entries.stream()
                .filter(entry -> !entry.status().key().equals(exceptKey))
                .anyMatch(entry -> FoldedText.ofLabel(label(entry)).equals(folded));
    }

    /** The first free place after all others. */
    int nextPosition() {
        return entries.get(entries.size() - 1).status().position() + 1;
    }

    @JsonProperty("words")
    private SortedMap<String, String> words() {
        SortedMap<String, String> words = new TreeMap<>();
        entries.forEach(entry -> words.put(entry.status().key(), label(entry)));
        return words;
    }

    @JsonCreator
    private static StatusBook fromJson(
            @JsonProperty("entries") List<StatusEntry> entries,
            @JsonProperty("words") @Nullable Map<String, String> words) {
        Map<String, String> labels = new HashMap<>();
        if (words != null) {
            words.forEach((key, word) -> labels.put("status." + key, word));
        }
        return of(entries, Labels.english().with(labels));
    }
}
