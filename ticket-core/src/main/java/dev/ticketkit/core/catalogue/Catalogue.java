package dev.ticketkit.core.catalogue;

import dev.ticketkit.core.internal.retry.ConflictRetry;
import dev.ticketkit.core.label.Labels;
import dev.ticketkit.spi.catalogue.CategoryEntry;
import dev.ticketkit.spi.catalogue.PriorityEntry;
import dev.ticketkit.spi.catalogue.StatusEntry;
import dev.ticketkit.spi.error.NotFoundException;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.error.TakenException;
import dev.ticketkit.spi.host.Action;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.spi.text.TextRule;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Statuses, priorities and categories of one tenant. All may read statuses and priorities; the access policy says who lists categories
 * and who administers. Each change is a commit of its own, or part of the host's transaction if the desk has joined one.
 */
public final class Catalogue {
    private final TenantId tenant;
    private final TicketStorage storage;
    private final Labels labels;
    private final Consumer<Action> permission;
    private final Runnable changed;

    /**
     * The catalogue of a tenant.
     *
     * @param labels the words of the tenant's language
     * @param permission throws when the actor may not do something
     * @param changed is run after each change
     */
    public Catalogue(
            TenantId tenant, TicketStorage storage, Labels labels, Consumer<Action> permission, Runnable changed) {
        this.tenant = tenant;
        this.storage = storage;
        this.labels = labels;
        this.permission = permission;
        this.changed = changed;
    }

    /** The statuses in order. */
    public StatusBook statuses() {
        return StatusBook.of(storage.statuses().statuses(tenant), labels);
    }

    /**
     * Adds a status of the tenant's own, after all others; its key is made of the label.
     *
     * <p>A status that was removed comes back by adding its key again.
     *
     * @param label 1 to 60 code points, unlike every other label after folding
     * @param macro work to do or work done; can never be changed
     * @throws TakenException when label or key is taken
     * @throws RefusedException naming {@code macro} when the key was a removed status's of the other macro status
     */
    public Status addStatus(String label, MacroStatus macro) {
        return addStatus(StatusKeys.fromLabel(requireLabel(label)), label, macro);
    }

    /** Adds a status with a key of one's own choice; see {@link #addStatus(String, MacroStatus)}. */
    public Status addStatus(String key, String label, MacroStatus macro) {
        permission.accept(Action.ADMINISTER);
        requireLabel(label);
        // Another may take the place in the order meanwhile; then look again.
        return ConflictRetry.untilStored("the catalogue", () -> {
            StatusBook book = statuses();
            Status status = statusToAdd(key, macro, book);
            if (book.find(key).isPresent()) {
                throw new TakenException("key", key);
            }
            if (book.hasLabel(label, key)) {
                throw new TakenException("label", label);
            }
            return saved(null, new StatusEntry(status, label.strip(), false))
                    ? Optional.of(statuses().choose(key))
                    : Optional.empty();
        });
    }

    private boolean saved(@Nullable StatusEntry before, StatusEntry after) {
        boolean saved = storage.statuses().saveStatus(tenant, before, after);
        if (saved) {
            changed.run();
        }
        return saved;
    }

    /**
     * Gives a status another word; null gives a predefined one the words of each language back.
     *
     * @throws TakenException when another status has that label
     */
    public void relabelStatus(String key, @Nullable String label) {
        permission.accept(Action.ADMINISTER);
        String given = label == null ? null : requireLabel(label).strip();
        changeStatus(key, (book, entry) -> {
            if (given == null && !entry.status().isPredefined()) {
                throw new RefusedException("label", "is required for a status of the tenant's own");
            }
            StatusEntry relabelled = new StatusEntry(entry.status(), given, entry.hidden());
            // The words of a language count too: the tenant may have used one of them for another status meanwhile.
            String word = book.label(relabelled);
            if (book.hasLabel(word, entry.status().key())) {
                throw new TakenException("label", label == null ? word : label);
            }
            return relabelled;
        });
    }

    /** The six priorities, most urgent first. */
    public List<PriorityEntry> priorities() {
        return priorityBook().entries();
    }

    /** The six priorities with the words for them. */
    public PriorityBook priorityBook() {
        return PriorityBook.of(storage.statuses().priorities(tenant), labels);
    }

    /** The word to show for a ticket's status: the tenant's own, else that of its language. Reads the catalogue at each call. */
    public String label(Status status) {
        StatusBook book = statuses();
        return book.find(status.key()).map(book::label).orElseGet(status::key);
    }

    /** The word to show for a ticket's priority; see {@link #label(Status)}. */
    public String label(Priority priority) {
        PriorityBook book = priorityBook();
        return book.entries().stream()
                .filter(entry -> entry.priority() == priority)
                .map(book::label)
                .findFirst()
                .orElseThrow();
    }

    /** The word for a priority: the tenant's own, else that of its language. */
    public String label(PriorityEntry entry) {
        return entry.label() != null ? entry.label() : labels.priority(entry.priority());
    }

    /** Gives a priority a word of the tenant's own (null for those of each language) and says whether it may be chosen. */
    public void setPriority(Priority priority, @Nullable String label, boolean offered) {
        permission.accept(Action.ADMINISTER);
        if (label != null) {
            requireLabel(label);
        }
        storage.statuses()
                .savePriority(tenant, new PriorityEntry(priority, label == null ? null : label.strip(), offered));
        changed.run();
    }

    /**
     * A priority that may be chosen.
     *
     * @throws RefusedException when the tenant does not offer it
     */
    public Priority choose(Priority priority) {
        return priorityBook().choose(priority);
    }

    /** The categories by name, hidden ones too. */
    public List<CategoryEntry> categories() {
        permission.accept(Action.READ_CATEGORIES);
        return storage.categories().categories(tenant);
    }

    /**
     * The category a name means, in any spelling; a new one when the tenant has none, made when a ticket with it is stored.
     *
     * @throws RefusedException when the name breaks the rules of names, or the category is hidden
     */
    public Category choose(String name) {
        Category spelled = Category.named(tenant, name);
        return shown(storage.categories().find(tenant, spelled.id())).orElse(spelled);
    }

    /**
     * The category a name means, in any spelling; empty when the tenant has none yet.
     *
     * @throws RefusedException when the name breaks the rules of names, or the category is hidden
     */
    public Optional<Category> find(String name) {
        return shown(
                storage.categories().find(tenant, Category.named(tenant, name).id()));
    }

    /**
     * Gives a category another name; tickets, history and statistics follow, and the old name goes on meaning it.
     *
     * @throws NotFoundException when there is no such category
     * @throws TakenException when the new name means another one: merge them instead
     */
    public void renameCategory(String name, String newName) {
        permission.accept(Action.ADMINISTER);
        Category category = existingCategory(name);
        TextRule.NAME.require("category", newName, 1, Category.MAX_CODE_POINTS);
        if (!storage.categories().rename(tenant, category.id(), newName.strip())) {
            throw new TakenException("category", newName);
        }
        changed.run();
    }

    /** Makes one category part of another; its tickets, history and statistics become the other's. */
    public void mergeCategory(String from, String into) {
        permission.accept(Action.ADMINISTER);
        storage.categories()
                .merge(
                        tenant,
                        existingCategory(from).id(),
                        existingCategory(into).id());
        changed.run();
    }

    /** Hides a category from those who choose, or shows it again; tickets keep it. */
    public void hideCategory(String name, boolean hidden) {
        permission.accept(Action.ADMINISTER);
        storage.categories().hide(tenant, existingCategory(name).id(), hidden);
        changed.run();
    }

    private Status statusToAdd(String key, MacroStatus macro, StatusBook book) {
        List<Status> removed = storage.statuses().removedStatuses(tenant);
        int after = removed.stream().mapToInt(Status::position).max().orElse(0);
        Status fresh = new Status(key, macro, Math.max(book.nextPosition(), after + 1));
        Status status = removed.stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElse(fresh);
        if (status.macro() != macro) {
            throw new RefusedException(
                    "macro",
                    "was " + status.macro() + " when the status \"" + key
                            + "\" was removed, and never changes; say so, or choose another key");
        }
        return status;
    }

    private static Optional<Category> shown(Optional<CategoryEntry> found) {
        if (found.isPresent() && found.get().hidden()) {
            throw new RefusedException("category", "is hidden; show it again or choose another");
        }
        return found.map(CategoryEntry::category);
    }

    private Category existingCategory(String name) {
        return storage.categories()
                .find(tenant, Category.named(tenant, name).id())
                .orElseThrow(() -> new NotFoundException("category"))
                .category();
    }

    /** Decides on the entry as it is, and again when another has changed the catalogue meanwhile. */
    private void changeStatus(String key, BiFunction<StatusBook, StatusEntry, StatusEntry> decision) {
        ConflictRetry.untilStored("the catalogue", () -> {
            StatusBook book = statuses();
            StatusEntry before = existing(book, key);
            return saved(before, decision.apply(book, before)) ? Optional.of(before) : Optional.empty();
        });
    }

    private static StatusEntry existing(StatusBook book, String key) {
        return book.find(key).orElseThrow(() -> new NotFoundException("status"));
    }

    private static String requireLabel(String label) {
        return TextRule.LABEL.require("label", label, 1, StatusEntry.MAX_LABEL_CODE_POINTS);
    }
}
