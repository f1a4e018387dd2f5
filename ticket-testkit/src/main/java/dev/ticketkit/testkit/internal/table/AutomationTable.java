package dev.ticketkit.testkit.internal.table;

import dev.ticketkit.spi.storage.automation.AutomationDocument;
import dev.ticketkit.spi.storage.automation.AutomationSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** One tenant's automations. Not thread-safe. */
public final class AutomationTable {
    private final NavigableMap<String, AutomationDocument> documents = new TreeMap<>();
    private long revision;

    public AutomationSet all() {
        return new AutomationSet(revision, List.copyOf(documents.values()));
    }

    public boolean change(long decidedOn, List<AutomationDocument> saved, Set<String> removed) {
        if (decidedOn != revision) {
            return false;
        }
        revision++;
        removed.forEach(documents::remove);
        saved.forEach(each -> documents.put(each.id(), each));
        return true;
    }
}
