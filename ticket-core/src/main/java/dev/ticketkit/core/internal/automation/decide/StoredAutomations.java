package dev.ticketkit.core.internal.automation.decide;

import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.AutomationJson;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.storage.automation.AutomationDocument;
import dev.ticketkit.spi.storage.automation.AutomationSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All automations of a tenant as they are now. Immutable. A document that cannot be read, because it is damaged or because a newer version
 * of the library wrote it, is left out and named: the others run all the same.
 */
public final class StoredAutomations {
    private final long revision;
    private final List<Automation> automations;
    private final SortedMap<String, String> unreadable;

    private StoredAutomations(long revision, List<Automation> automations, SortedMap<String, String> unreadable) {
        this.revision = revision;
        this.automations = List.copyOf(automations);
        this.unreadable = Collections.unmodifiableSortedMap(unreadable);
    }

    /** Reads what the store keeps. */
    public static StoredAutomations of(AutomationSet set) {
        List<Automation> read = new ArrayList<>();
        SortedMap<String, String> unreadable = new TreeMap<>();
        for (AutomationDocument document : set.documents()) {
            try {
                read.add(read(document));
            } catch (RefusedException e) {
                unreadable.put(document.id(), String.valueOf(e.getMessage()));
            }
        }
        read.sort(Comparator.comparingInt(Automation::order).thenComparing(Automation::id));
        return new StoredAutomations(set.revision(), read, unreadable);
    }

    private static Automation read(AutomationDocument document) {
        Automation automation = AutomationJson.readStored(document.json());
        if (!automation.isComplete() || !automation.id().equals(document.id())) {
            throw new RefusedException("automation", "lacks a part, or is another than the document's id says");
        }
        return automation;
    }

    /** Of the set that was read. */
    public long revision() {
        return revision;
    }

    /** Those that can be read, disabled ones too, in the order in which they run: by order, then by id. */
    public List<Automation> inRunningOrder() {
        return automations;
    }

    /** The one of an id, if there is one that can be read. */
    public Optional<Automation> find(String id) {
        return automations.stream()
                .filter(automation -> automation.id().equals(id))
                .findFirst();
    }

    /** Those that cannot be read, by id, with what is wrong with them. */
    public SortedMap<String, String> unreadable() {
        return unreadable;
    }

    /** Whether there is one of an id, readable or not. */
    public boolean has(String id) {
        return unreadable.containsKey(id) || find(id).isPresent();
    }

    /** How many there are, readable or not. */
    public int size() {
        return automations.size() + unreadable.size();
    }
}
