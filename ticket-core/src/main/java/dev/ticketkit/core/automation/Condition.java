package dev.ticketkit.core.automation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.ticketkit.spi.model.Origin;
import dev.ticketkit.spi.model.Priority;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What must hold for an automation to run. Judged before the first step of any automation, on the ticket as the event left it. In JSON told
 * apart by {@code type}: {@code category}, {@code priority}, {@code owner}, {@code origin}, {@code contactHasOpenTicket},
 * {@code contactHadResolvedTicket}, {@code and}, {@code or} or {@code not}; never the name of a class.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CategoryIs.class, name = "category"),
    @JsonSubTypes.Type(value = PriorityIs.class, name = "priority"),
    @JsonSubTypes.Type(value = OwnerIs.class, name = "owner"),
    @JsonSubTypes.Type(value = OriginIs.class, name = "origin"),
    @JsonSubTypes.Type(value = ContactHasOpenTicket.class, name = "contactHasOpenTicket"),
    @JsonSubTypes.Type(value = ContactHadResolvedTicket.class, name = "contactHadResolvedTicket"),
    @JsonSubTypes.Type(value = AllOf.class, name = "and"),
    @JsonSubTypes.Type(value = AnyOf.class, name = "or"),
    @JsonSubTypes.Type(value = Not.class, name = "not")
})
public sealed interface Condition
        permits CategoryIs,
                PriorityIs,
                OwnerIs,
                OriginIs,
                ContactHasOpenTicket,
                ContactHadResolvedTicket,
                AllOf,
                AnyOf,
                Not {
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
}
