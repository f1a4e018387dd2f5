package dev.ticketkit.core.statistics;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.core.internal.validation.Required;
import dev.ticketkit.spi.constraint.CodePoints;
import dev.ticketkit.spi.constraint.NoControl;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.query.InstantRange;
import dev.ticketkit.spi.storage.statistics.CountBasis;
import dev.ticketkit.spi.text.UnknownProperty;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a report is about: which tickets, whole days in a zone, categories. Immutable; made by {@link #builder()} or read from JSON, where what
 * is left out is as in the default report, and the two days go together.
 */
@JsonAutoDetect(
        fieldVisibility = Visibility.NONE,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE,
        creatorVisibility = Visibility.NONE)
@JsonPropertyOrder({"basis", "closing", "firstDay", "lastDay", "allTime", "zone", "categories"})
public final class StatisticsQuery {
    private final CountBasis basis;
    private final CountBasis closing;
    private final @Nullable LocalDate first;
    private final @Nullable LocalDate last;
    private final boolean allTime;
    private final @Nullable ZoneId zone;

    @Size(max = 1000) private final Set<@CodePoints(min = 1, max = 100) @NoControl String> categories;

    private StatisticsQuery(Builder from) {
        basis = from.basis;
        closing = from.closing;
        first = from.first;
        last = from.last;
        allTime = from.allTime;
        zone = from.zone;
        categories = Collections.unmodifiableSet(new TreeSet<>(from.categories));
    }

    /** A builder of the default report: opened in the current month of the tenant's zone, all categories. */
    public static Builder builder() {
        return new Builder();
    }

    /** Which tickets shares and counts are about. */
    @JsonProperty
    public CountBasis basis() {
        return basis;
    }

    /** Which closed tickets the mean closing time is about. */
    @JsonProperty
    public CountBasis closing() {
        return closing;
    }

    /** Names of the categories the report is limited to, in any spelling; empty for all. */
    @JsonProperty
    public Set<String> categories() {
        return categories;
    }

    /**
     * The range as instants.
     *
     * @param tenantZone the zone when the query names none
     * @param today what day it is there
     */
    public InstantRange range(ZoneId tenantZone, LocalDate today) {
        if (allTime) {
            return InstantRange.ALWAYS;
        }
        ZoneId days = zone == null ? tenantZone : zone;
        YearMonth month = YearMonth.from(today);
        LocalDate from = first == null ? month.atDay(1) : first;
        LocalDate to = last == null ? month.atEndOfMonth() : last;
        return InstantRange.of(
                from.atStartOfDay(days).toInstant(),
                to.plusDays(1).atStartOfDay(days).toInstant());
    }

    @Nullable public ZoneId zone() {
        return zone;
    }

    @JsonProperty("firstDay")
    private @Nullable String firstText() {
        return first == null ? null : first.toString();
    }

    @JsonProperty("lastDay")
    private @Nullable String lastText() {
        return last == null ? null : last.toString();
    }

    @JsonProperty("allTime")
    private boolean isAllTime() {
        return allTime;
    }

    @JsonProperty("zone")
    private @Nullable String zoneText() {
        return zone == null ? null : zone.getId();
    }

    @JsonCreator
    private static StatisticsQuery fromJson(
            @JsonProperty("basis") @Nullable CountBasis basis,
            @JsonProperty("closing") @Nullable CountBasis closing,
            @JsonProperty("firstDay") @Nullable String first,
            @JsonProperty("lastDay") @Nullable String last,
            @JsonProperty("allTime") @Nullable Boolean allTime,
            @JsonProperty("zone") @Nullable String zone,
            @JsonProperty("categories") @Nullable Set<String> categories) {
        Builder query = builder()
                .basis(basis == null ? CountBasis.OPENED : basis)
                .closing(closing == null ? CountBasis.CLOSED : closing)
                .days(first, last);
        query.categories = categories == null ? Set.of() : categories;
        query.zone = zone == null ? null : ZoneId.of(zone);
        query.allTime = Boolean.TRUE.equals(allTime);
        return query.build();
    }

    @JsonAnySetter
    void refuse(String property, @Nullable Object value) {
        UnknownProperty.refuse(StatisticsQuery.class, property);
    }

    /** Builds a query. Not thread-safe. */
    public static final class Builder {
        private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
        private static final LocalDate LATEST = LocalDate.of(9999, 12, 30);

        private CountBasis basis = CountBasis.OPENED;
        private CountBasis closing = CountBasis.CLOSED;
        private @Nullable LocalDate first;
        private @Nullable LocalDate last;
        private boolean allTime;
        private @Nullable ZoneId zone;
        private Set<String> categories = Set.of();

        private Builder() {}

        /** Which tickets shares and counts are about; those opened in the range by default. */
        public Builder basis(CountBasis value) {
            basis = Required.argument(value, "basis");
            return this;
        }

        /**
         * Which tickets the mean closing time and its percentiles are about: those closed in the range, by default, or those opened in it and closed
         * since. Tickets that were reopened and are in progress now never count.
         *
         * @throws RefusedException for {@link CountBasis#OPEN_NOW}, which has no closed ones
         */
        public Builder closing(CountBasis value) {
            if (Required.argument(value, "closing") == CountBasis.OPEN_NOW) {
                throw new RefusedException("closing", "must be CLOSED or OPENED; what is open now has no closing time");
            }
            closing = value;
            return this;
        }

        /**
         * Whole days, both included.
         *
         * @throws RefusedException when the last day is before the first, or outside the years 1900 to 9999
         */
        public Builder days(LocalDate firstDay, LocalDate lastDay) {
            if (Required.argument(lastDay, "days").isBefore(Required.argument(firstDay, "days"))) {
                throw new RefusedException("days", "the last day must not be before the first");
            }
            if (firstDay.isBefore(EARLIEST) || lastDay.isAfter(LATEST)) {
                throw new RefusedException("days", "must be between the years 1900 and 9999");
            }
            first = firstDay;
            last = lastDay;
            allTime = false;
            return this;
        }

        private Builder days(@Nullable String firstDay, @Nullable String lastDay) {
            if (firstDay == null && lastDay == null) {
                return this;
            }
            if (firstDay == null || lastDay == null) {
                throw new RefusedException("days", "need both firstDay and lastDay, or neither");
            }
            return days(LocalDate.parse(firstDay), LocalDate.parse(lastDay));
        }

        /** A whole month. */
        public Builder month(YearMonth month) {
            return days(Required.argument(month, "month").atDay(1), month.atEndOfMonth());
        }

        /** Everything there is. */
        public Builder allTime() {
            allTime = true;
            return this;
        }

        /** The zone in which the days begin and end; the tenant's by default. */
        public Builder zone(ZoneId value) {
            zone = Required.argument(value, "zone");
            return this;
        }

        /** Only these categories, in any spelling. */
        public Builder categories(String... names) {
            categories = Set.copyOf(Required.all(names, "categories"));
            return this;
        }

        public StatisticsQuery build() {
            return new StatisticsQuery(this);
        }
    }
}
