package dev.ticketkit.core.internal.automation.decide;

import dev.ticketkit.core.automation.Condition;
import dev.ticketkit.core.automation.Condition.AllOf;
import dev.ticketkit.core.automation.Condition.AnyOf;
import dev.ticketkit.core.automation.Condition.CategoryIs;
import dev.ticketkit.core.automation.Condition.ContactHadResolvedTicket;
import dev.ticketkit.core.automation.Condition.ContactHasOpenTicket;
import dev.ticketkit.core.automation.Condition.Not;
import dev.ticketkit.core.automation.Condition.OriginIs;
import dev.ticketkit.core.automation.Condition.OwnerIs;
import dev.ticketkit.core.automation.Condition.PriorityIs;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.Ticket;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether conditions hold for one occurrence. A firing has no ticket: conditions about one do not hold. */
final class ConditionJudge {
    private final Occurrence occurrence;
    private final @Nullable Ticket ticket;
    private final CategoryNames categories;
    private final ContactRecord contact;

    ConditionJudge(Occurrence occurrence, CategoryNames categories, ContactRecord contact) {
        this.occurrence = occurrence;
        this.ticket = occurrence.ticket();
        this.categories = categories;
        this.contact = contact;
    }

    /** What does not hold, in words, or null when all does. */
    @Nullable String reasonAgainst(Condition condition) {
        if (condition instanceof AllOf all) {
            return all.conditions().stream()
                    .map(this::reasonAgainst)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
        return holds(condition) ? null : words(condition);
    }

    private boolean holds(Condition condition) {
        if (condition instanceof AllOf all) {
            return all.conditions().stream().allMatch(this::holds);
        }
        if (condition instanceof AnyOf any) {
            return any.conditions().stream().anyMatch(this::holds);
        }
        if (condition instanceof Not not) {
            return !holds(Objects.requireNonNull(not.condition(), "condition"));
        }
        if (condition instanceof ContactHasOpenTicket) {
            return contact.hasOpenTicket();
        }
        if (condition instanceof ContactHadResolvedTicket) {
            return contact.hadResolvedTicket();
        }
        return ticket != null && holdsFor(ticket, condition);
    }

    private boolean holdsFor(Ticket subject, Condition condition) {
        if (condition instanceof PriorityIs is) {
            return is.priorities().contains(subject.priority());
        }
        if (condition instanceof OriginIs is) {
            return is.origins().contains(subject.origin());
        }
        if (condition instanceof OwnerIs is) {
            Party owner = subject.owner();
            return owner == null ? is.nobody() : is.ids().contains(owner.id());
        }
        CategoryIs is = (CategoryIs) condition;
        Category category = subject.category();
        return category == null
                ? is.none()
                : is.names().stream().anyMatch(name -> categories.means(occurrence.tenant(), name, category));
    }

    private static String words(Condition condition) {
        return condition instanceof Not not && not.condition() != null
                ? words(not.condition(), true)
                : words(condition, false);
    }

    /** Of a condition that does not hold, or of one that holds and must not. Each sentence stands whole, as in the table of messages. */
    private static String words(Condition condition, boolean holds) {
        if (condition instanceof CategoryIs) {
            return holds ? "the ticket's category is one that it must not be" : "the ticket's category is another";
        }
        if (condition instanceof PriorityIs) {
            return holds ? "the ticket's priority is one that it must not be" : "the ticket's priority is another";
        }
        if (condition instanceof OwnerIs) {
            return holds ? "the ticket's owner is one that it must not be" : "the ticket's owner is another";
        }
        if (condition instanceof OriginIs) {
            return holds ? "the ticket's origin is one that it must not be" : "the ticket's origin is another";
        }
        if (condition instanceof ContactHasOpenTicket) {
            return holds ? "the contact has another open ticket" : "the contact has no other open ticket";
        }
        if (condition instanceof ContactHadResolvedTicket) {
            return holds
                    ? "the contact has had another ticket resolved"
                    : "the contact has had no other ticket resolved";
        }
        return holds ? "what must not be is so" : "none of the alternatives holds";
    }
}
