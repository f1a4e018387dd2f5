package dev.ticketkit.core.internal.statistics;

import dev.ticketkit.core.statistics.OwnerWorkload;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.storage.statistics.OwnerCount;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts counted groups together by owner. Pure. */
public final class WorkloadCalculator {
    private static final Comparator<OwnerWorkload> UNASSIGNED_LAST =
            Comparator.comparing(load -> load.ownerId() == null);

    private WorkloadCalculator() {}

    public static List<OwnerWorkload> workload(List<OwnerCount> counted) {
        Map<Optional<String>, Map<Priority, Long>> owners = new HashMap<>();
        for (OwnerCount one : counted) {
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
