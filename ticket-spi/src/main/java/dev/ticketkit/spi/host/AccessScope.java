package dev.ticketkit.spi.host;

import dev.ticketkit.spi.internal.Required;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.Ticket;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which tickets an actor may read, in a form a store can filter by. A ticket is inside if any part names it; parts are joined with
 * {@link #or}. Immutable.
 */
public final class AccessScope {
    private static final AccessScope ALL = new AccessScope(true, false, Set.of(), Set.of(), Set.of());
    private static final AccessScope NONE = new AccessScope(false, false, Set.of(), Set.of(), Set.of());

    private final boolean all;
    private final boolean unassigned;
    private final Set<String> owners;
    private final Set<String> categories;
    private final Set<String> contacts;

    private AccessScope(
            boolean all, boolean unassigned, Set<String> owners, Set<String> categories, Set<String> contacts) {
        this.all = all;
        this.unassigned = unassigned;
        this.owners = Set.copyOf(owners);
        this.categories = Set.copyOf(categories);
        this.contacts = Set.copyOf(contacts);
    }

    /** Every ticket of the tenant. */
    public static AccessScope all() {
        return ALL;
    }

    /** No ticket. */
    public static AccessScope none() {
        return NONE;
    }

    /** Tickets without an owner. */
    public static AccessScope unassigned() {
        return new AccessScope(false, true, Set.of(), Set.of(), Set.of());
    }

    /** Tickets owned by these operators. */
    public static AccessScope owners(Set<String> operatorIds) {
        return new AccessScope(false, false, Required.all(operatorIds, "operatorIds"), Set.of(), Set.of());
    }

    /** Tickets in these categories, named in any spelling. */
    public static AccessScope categories(Set<String> names) {
        return new AccessScope(false, false, Set.of(), Required.all(names, "names"), Set.of());
    }

    /** Tickets of these contacts. */
    public static AccessScope contacts(Set<String> contactIds) {
        return new AccessScope(false, false, Set.of(), Set.of(), Required.all(contactIds, "contactIds"));
    }

    /** What either shows. */
    public AccessScope or(AccessScope other) {
        return new AccessScope(
                all || other.all,
                unassigned || other.unassigned,
                union(owners, other.owners),
                union(categories, other.categories),
                union(contacts, other.contacts));
    }

    /** Whether every ticket of the tenant is inside. */
    public boolean isAll() {
        return all;
    }

    /** Whether no ticket can be inside. */
    public boolean isNone() {
        return !all && !unassigned && owners.isEmpty() && categories.isEmpty() && contacts.isEmpty();
    }

    /** Whether tickets without an owner are inside. */
    public boolean includesUnassigned() {
        return unassigned;
    }

    /** Ids of operators whose tickets are inside. */
    public Set<String> owners() {
        return owners;
    }

    /** Names of categories whose tickets are inside, as the policy spelled them. */
    public Set<String> categories() {
        return categories;
    }

    /** Ids of contacts whose tickets are inside. */
    public Set<String> contacts() {
        return contacts;
    }

    /**
     * Whether a ticket is inside, by what it holds. Categories are compared by the name the ticket shows: a scope that names a
     * category by a spelling from before a rename must be asked of the store.
     */
    public boolean covers(Ticket ticket) {
        return all
                || (ticket.owner() == null
                        ? unassigned
                        : owners.contains(ticket.owner().id()))
                || contacts.contains(ticket.contact().id())
                || inCategories(ticket, ticket.category());
    }

    private boolean inCategories(Ticket ticket, @Nullable Category category) {
        return category != null
                && categories.stream()
                        .anyMatch(name -> Category.idOf(ticket.tenant(), name).equals(category.id())
                                || Category.idOf(ticket.tenant(), name)
                                        .equals(Category.idOf(ticket.tenant(), category.name())));
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AccessScope that
                && all == that.all
                && unassigned == that.unassigned
                && owners.equals(that.owners)
                && categories.equals(that.categories)
                && contacts.equals(that.contacts);
    }

    @Override
    public int hashCode() {
        return Objects.hash(all, unassigned, owners, categories, contacts);
    }
}
