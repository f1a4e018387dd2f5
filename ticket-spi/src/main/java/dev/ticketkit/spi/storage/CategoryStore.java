package dev.ticketkit.spi.storage;

import dev.ticketkit.spi.catalogue.CategoryEntry;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps categories. They are made by {@link TicketStore#commit}; here they are found, renamed, merged and hidden. Every spelling that
 * ever named a category goes on naming it; the id of a spelling is {@link Category#idOf}.
 */
public interface CategoryStore {
    /** All categories, merged ones left out, in order of folded name. */
    List<CategoryEntry> categories(TenantId tenant);

    /**
     * The category that an id means: itself, or what it was merged into, or what it is a spelling of.
     *
     * @param id {@link Category#idOf} of any spelling
     */
    Optional<CategoryEntry> find(TenantId tenant, UUID id);

    /**
     * Gives a category another name; lists sort by it at once. The old spellings go on naming it.
     *
     * @return false, and nothing is stored, when the new name means another category, or there is no such category
     */
    boolean rename(TenantId tenant, UUID id, String name);

    /**
     * Makes one category part of another: its spellings and its tickets are the other's from now on. A merge of a category into
     * itself does nothing.
     *
     * @return false, and nothing is stored, when either does not exist
     */
    boolean merge(TenantId tenant, UUID from, UUID into);

    /**
     * Hides a category from those who choose, or shows it again; tickets keep it.
     *
     * @return false when it does not exist
     */
    boolean hide(TenantId tenant, UUID id, boolean hidden);
}
