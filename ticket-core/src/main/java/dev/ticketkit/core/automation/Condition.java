package dev.ticketkit.core.automation;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.ticketkit.spi.constraint.CodePoints;
import dev.ticketkit.spi.constraint.NoControl;
import dev.ticketkit.spi.model.Origin;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.text.TextRule;
import dev.ticketkit.spi.text.UnknownProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What must hold for an automation to run. Judged before the first step of any automation, on the ticket as the event left it. In JSON told
 * apart by {@code type}: {@code category}, {@code priority}, {@code owner}, {@code origin}, {@code contactHasOpenTicket},
 * {@code contactHadResolvedTicket}, {@code and}, {@code or} or {@code not}; never the name of a class.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Condition.CategoryIs.class, name = "category"),
    @JsonSubTypes.Type(value = Condition.PriorityIs.class, name = "priority"),
    @JsonSubTypes.Type(value = Condition.OwnerIs.class, name = "owner"),
    @JsonSubTypes.Type(value = Condition.OriginIs.class, name = "origin"),
    @JsonSubTypes.Type(value = Condition.ContactHasOpenTicket.class, name = "contactHasOpenTicket"),
    @JsonSubTypes.Type(value = Condition.ContactHadResolvedTicket.class, name = "contactHadResolvedTicket"),
    @JsonSubTypes.Type(value = Condition.AllOf.class, name = "and"),
    @JsonSubTypes.Type(value = Condition.AnyOf.class, name = "or"),
    @JsonSubTypes.Type(value = Condition.Not.class, name = "not")
})
public sealed interface Condition {
    /** The ticket is in one of these categories, in any spelling. */
    static Condition categoryIs(String... names) {
        return new CategoryIs(new LinkedHashSet<>(Arrays.asList(names)), false);
    }

    /** The ticket has no category. */
    static Condition hasNoCategory() {
        return new CategoryIs(Set.of(), true);
    }

    /** The ticket has one of these priorities. */
    static Condition priorityIs(Priority... priorities) {
        return new PriorityIs(new LinkedHashSet<>(Arrays.asList(priorities)));
    }

    /** The ticket has this priority or a more urgent one. */
    static Condition priorityIsAtLeast(Priority lowest) {
        Set<Priority> all = new LinkedHashSet<>();
        for (Priority priority : Priority.values()) {
            if (priority.compareTo(lowest) >= 0) {
                all.add(priority);
            }
        }
        return new PriorityIs(all);
    }

    /** The ticket is owned by one of these operators, by id. */
    static Condition ownerIs(String... operatorIds) {
        return new OwnerIs(new LinkedHashSet<>(Arrays.asList(operatorIds)), false);
    }

    /** Nobody owns the ticket. */
    static Condition isUnassigned() {
        return new OwnerIs(Set.of(), true);
    }

    /** The ticket has one of these origins. */
    static Condition originIs(Origin... origins) {
        return new OriginIs(new LinkedHashSet<>(Arrays.asList(origins)));
    }

    /** The contact has a ticket in progress, other than the one of the event. */
    static Condition contactHasOpenTicket() {
        return new ContactHasOpenTicket();
    }

    /** The contact has had a ticket resolved, other than the one of the event: it is in a terminated status, or was and was reopened. */
    static Condition contactHadResolvedTicket() {
        return new ContactHadResolvedTicket();
    }

    /** All of them hold. */
    static Condition allOf(Condition... conditions) {
        return new AllOf(Arrays.asList(conditions));
    }

    /** At least one of them holds. */
    static Condition anyOf(Condition... conditions) {
        return new AnyOf(Arrays.asList(conditions));
    }

    /** It does not hold. */
    static Condition not(Condition condition) {
        return new Not(condition);
    }

    /**
     * The ticket is in one of some categories. A firing has no ticket yet: then it has no category.
     *
     * @param names in any spelling, at most 100
     * @param none whether having no category counts too
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonPropertyOrder({"names", "none"})
    record CategoryIs(
            @Size(max = 100) Set<@NotNull @CodePoints(min = 1, max = 100) @NoControl(TextRule.NAME) String> names,
            boolean none)
            implements Condition {
        /** Copies the set; null is none. */
        public CategoryIs {
            names = Copies.of(names);
        }

        // A flag that is left out is false; the newer Jackson would refuse it.
        @JsonCreator
        static CategoryIs fromJson(
                @JsonProperty("names") @Nullable Set<String> names, @JsonProperty("none") @Nullable Boolean none) {
            return new CategoryIs(Copies.of(names), Boolean.TRUE.equals(none));
        }

        @JsonAnySetter
        void refuse(String property, @Nullable Object value) {
            UnknownProperty.refuse(CategoryIs.class, property);
        }
    }

    /**
     * The ticket has one of some priorities.
     *
     * @param priorities one or more
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record PriorityIs(@Size(min = 1) Set<@NotNull Priority> priorities) implements Condition {
        /** Copies the set; null is none. */
        public PriorityIs {
            priorities = Copies.of(priorities);
        }

        @JsonAnySetter
        void refuse(String property, @Nullable Object value) {
            UnknownProperty.refuse(PriorityIs.class, property);
        }
    }

    /**
     * The ticket is owned by one of some operators.
     *
     * @param ids at most 100
     * @param nobody whether having no owner counts too
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonPropertyOrder({"ids", "nobody"})
    record OwnerIs(@Size(max = 100) Set<@NotNull @CodePoints(min = 1, max = 128) @NoControl String> ids, boolean nobody)
            implements Condition {
        /** Copies the set; null is none. */
        public OwnerIs {
            ids = Copies.of(ids);
        }

        // A flag that is left out is false; the newer Jackson would refuse it.
        @JsonCreator
        static OwnerIs fromJson(
                @JsonProperty("ids") @Nullable Set<String> ids, @JsonProperty("nobody") @Nullable Boolean nobody) {
            return new OwnerIs(Copies.of(ids), Boolean.TRUE.equals(nobody));
        }

        @JsonAnySetter
        void refuse(String property, @Nullable Object value) {
            UnknownProperty.refuse(OwnerIs.class, property);
        }
    }

    /**
     * The ticket has one of some origins.
     *
     * @param origins one or more
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record OriginIs(@Size(min = 1) Set<@NotNull Origin> origins) implements Condition {
        /** Copies the set; null is none. */
        public OriginIs {
            origins = Copies.of(origins);
        }

        @JsonAnySetter
        void refuse(String property, @Nullable Object value) {
            UnknownProperty.refuse(OriginIs.class, property);
        }
    }

    /** The contact has a ticket in progress, other than the one of the event. */
    record ContactHasOpenTicket() implements Condition {
        @JsonAnySetter
        void refuse(String property, @Nullable Object value) {
            UnknownProperty.refuse(ContactHasOpenTicket.class, property);
        }
    }

    /** The contact has had a ticket resolved, other than the one of the event. */
    record ContactHadResolvedTicket() implements Condition {
        @JsonAnySetter
        void refuse(String property, @Nullable Object value) {
            UnknownProperty.refuse(ContactHadResolvedTicket.class, property);
        }
    }

    /**
     * All of some conditions hold.
     *
     * @param conditions 1 to 20
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record AllOf(@Size(min = 1, max = 20) List<@NotNull @Valid Condition> conditions) implements Condition {
        /** Copies the list; null is none. */
        public AllOf {
            conditions = Copies.of(conditions);
        }

        @JsonAnySetter
        void refuse(String property, @Nullable Object value) {
            UnknownProperty.refuse(AllOf.class, property);
        }
    }

    /**
     * At least one of some conditions holds.
     *
     * @param conditions 1 to 20
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record AnyOf(@Size(min = 1, max = 20) List<@NotNull @Valid Condition> conditions) implements Condition {
        /** Copies the list; null is none. */
        public AnyOf {
            conditions = Copies.of(conditions);
        }

        @JsonAnySetter
        void refuse(String property, @Nullable Object value) {
            UnknownProperty.refuse(AnyOf.class, property);
        }
    }

    /**
     * A condition does not hold.
     *
     * @param condition which
     */
    record Not(@NotNull @Valid @Nullable Condition condition) implements Condition {
        @JsonAnySetter
        void refuse(String property, @Nullable Object value) {
            UnknownProperty.refuse(Not.class, property);
        }
    }
}
