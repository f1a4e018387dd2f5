package dev.ticketkit.core.statistics;

import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.storage.OwnerTally;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts counted groups together by owner. Pure. */
final class WorkloadCalculator {
    private static final Comparator<OwnerWorkload> UNASSIGNED_LAST =
            Comparator.comparing(load -> load.ownerId() == null);

    private WorkloadCalculator() {}

    static List<OwnerWorkload> workload(List<OwnerTally> counted) {
        Map<Optional<String>, Map<Priority, Long>> owners = new HashMap<>();
        for (OwnerTally one : counted) {
            owners.computeIfAbsent(Optional.ofNullable(one.ownerId()), id -> new EnumMap<>(Priority.class))
                    .merge(one.priority(), one.tickets(), Long::sum);
        }
        return owners.entrySet().stream()
                .map(owner -> OwnerWorkload.of(owner.getKey().orElse(null), owner.getValue()))
                .sorted(UNASSIGNED_LAST
                        .thenComparing(
                                Comparator.comparingLong(OwnerWorkload::open).reversed())
                        .thenComparing(load -> String.valueOf(load.ownerId())))
                .toList();
    }
}
