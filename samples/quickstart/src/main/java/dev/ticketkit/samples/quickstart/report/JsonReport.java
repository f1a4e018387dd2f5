package dev.ticketkit.samples.quickstart.report;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.core.statistics.CategoryShare;
import dev.ticketkit.core.statistics.ClosingTime;
import dev.ticketkit.core.statistics.PriorityCount;
import dev.ticketkit.core.statistics.StatusCount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The figures for programs, in full precision. */
@JsonPropertyOrder({
    "tickets",
    "stillOpen",
    "reopenings",
    "resolutions",
    "messages",
    "meanClosingHours",
    "byCategory",
    "byStatus",
    "byPriority",
    "stillOpenByPriority"
})
public record JsonReport(
        long tickets,
        long stillOpen,
        long reopenings,
        long resolutions,
        long messages,
        @Nullable Double meanClosingHours,
        Map<String, JsonCategory> byCategory,
        Map<String, Long> byStatus,
        Map<String, Long> byPriority,
        Map<String, Long> stillOpenByPriority) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** One category. */
    @JsonPropertyOrder({"opened", "percent", "closed", "meanClosingHours"})
    record JsonCategory(
            long opened,
            double percent,
            long closed,
            @Nullable Double meanClosingHours) {}

    /**
     * One line of JSON.
     *
     * @param messages how many were written to contacts
     */
    public static String of(Figures figures, long messages) {
        return MAPPER.writeValueAsString(new JsonReport(
                figures.tickets(),
                figures.stillOpen(),
                figures.all().reopenings(),
                figures.resolutions(),
                messages,
                figures.all().closingTime().meanHours(),
                categories(figures),
                counts(figures.statuses(), StatusCount::label, StatusCount::tickets),
                priorities(figures.priorities()),
                priorities(figures.open().priorities())));
    }

    private static Map<String, JsonCategory> categories(Figures figures) {
        Map<String, JsonCategory> all = new LinkedHashMap<>();
        for (CategoryShare share : figures.categories()) {
            ClosingTime time = figures.closingTime(share.category());
            all.put(
                    Figures.name(share.category()),
                    new JsonCategory(
                            share.tickets(),
                            share.percent(),
                            time == null ? 0 : time.closed(),
                            time == null ? null : time.meanHours()));
        }
        return all;
    }

    private static Map<String, Long> priorities(List<PriorityCount> counts) {
        return counts(counts, each -> each.priority().name(), PriorityCount::tickets);
    }

    private static <T> Map<String, Long> counts(List<T> rows, Function<T, String> name, ToLongFunction<T> tickets) {
        Map<String, Long> counts = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> tickets.applyAsLong(row) > 0)
                .forEach(row -> counts.put(name.apply(row), tickets.applyAsLong(row)));
        return counts;
    }
}
