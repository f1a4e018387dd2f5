package dev.ticketkit.core.automation;

import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.storage.AutomationDocument;
import dev.ticketkit.spi.storage.AutomationSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All automations of a tenant as they are now. Immutable. A document that cannot be read, because it is damaged or because a newer version
 * of the library wrote it, is left out and logged by its id: the others run all the same.
 */
public final class AutomationBook {
    private static final Logger LOG = LoggerFactory.getLogger(AutomationBook.class);

    private final long revision;
    private final List<Automation> automations;
    private final SortedSet<String> unreadable;

    private AutomationBook(long revision, List<Automation> automations, SortedSet<String> unreadable) {
        this.revision = revision;
        this.automations = List.copyOf(automations);
        this.unreadable = Collections.unmodifiableSortedSet(unreadable);
    }

    /** Reads what the store keeps. */
    public static AutomationBook of(AutomationSet set) {
        List<Automation> read = new ArrayList<>();
        SortedSet<String> unreadable = new TreeSet<>();
        for (AutomationDocument document : set.documents()) {
            try {
                read.add(read(document));
            } catch (RefusedException e) {
                unreadable.add(document.id());
                LOG.warn(
                        "automation {} cannot be read and does not run; save it anew or remove it: {}",
                        document.id(),
                        e.getMessage());
            }
        }
        read.sort(Comparator.comparingInt(Automation::order).thenComparing(Automation::id));
        return new AutomationBook(set.revision(), read, unreadable);
    }

    private static Automation read(AutomationDocument document) {
        Automation automation = AutomationJson.readStored(document.json());
        if (!automation.isComplete() || !automation.id().equals(document.id())) {
            throw new RefusedException(JsonProblem.ROOT, "lacks a part, or is another than the document's id says");
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

    /** The ids of those that cannot be read. */
    public SortedSet<String> unreadable() {
        return unreadable;
    }

    /** How many there are, readable or not. */
    public int size() {
        return automations.size() + unreadable.size();
    }
}
