package dev.ticketkit.samples.quickstart.replay;

import dev.ticketkit.core.catalogue.Catalogue;
import dev.ticketkit.spi.error.TakenException;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Status;
import java.util.HashMap;
import java.util.Map;

/** The status each activity means. What the desk has no status for becomes one of the tenant's own, when it first comes. */
final class ActivityStatuses {
    private static final Map<String, String> BUG_ENDS = Map.of(
            "RESOLVED", "Bug resolved",
            "VERIFIED", "Bug verified",
            "INVALID", "Bug invalid",
            "DUPLICATE", "Bug duplicate");

    private final Catalogue catalogue;
    private final Map<String, Status> known = new HashMap<>();

    ActivityStatuses(Catalogue catalogue) {
        this.catalogue = catalogue;
        known.put("Resolve ticket", Status.RESOLVED);
        known.put("Closed", Status.CLOSED);
    }

    Status of(String activity) {
        Status status = known.get(activity);
        if (status == null) {
            status = add(activity);
            known.put(activity, status);
        }
        return status;
    }

    private Status add(String activity) {
        String bugEnd = BUG_ENDS.get(activity);
        return bugEnd == null ? add(activity, MacroStatus.IN_PROGRESS) : add(bugEnd, MacroStatus.TERMINATED);
    }

    private Status add(String label, MacroStatus macro) {
        try {
            return catalogue.addStatus(label, macro);
        } catch (TakenException e) {
            if (!e.field().equals("key")) {
                throw e;
            }
            // "Wait" and "Wait!" are two activities, yet the desk makes one key of both.
            return catalogue.addStatus("activity-" + known.size(), label, macro);
        }
    }
}
