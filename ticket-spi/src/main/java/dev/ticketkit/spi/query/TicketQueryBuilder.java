package dev.ticketkit.spi.query;

import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.internal.Required;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Origin;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.text.SearchPhrase;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Builds a {@link TicketQuery}. Not thread-safe. Limits are checked by the desk when the query is used. */
public final class TicketQueryBuilder {
    @Nullable String text;

    @Nullable String excludedText;

    Set<String> statuses = Set.of();
    Set<Priority> priorities = Set.of();
    Set<String> owners = Set.of();
    Set<String> categories = Set.of();
    Set<String> contacts = Set.of();
    Set<String> contactNames = Set.of();
    Set<String> titles = Set.of();
    Set<String> references = Set.of();
    Set<String> ownerNames = Set.of();
    Set<Origin> origins = Set.of();
    List<TicketQuery> excluded = List.of();

    @Nullable MacroStatus macroStatus;

    boolean unassigned;
    boolean uncategorised;
    Map<String, String> attributes = Map.of();
    InstantRange opened = InstantRange.ALWAYS;
    InstantRange updated = InstantRange.ALWAYS;
    InstantRange closed = InstantRange.ALWAYS;
    TicketSort sort = TicketSort.PRIORITY;
    SortDirection direction = SortDirection.DESCENDING;
    int limit = TicketQuery.DEFAULT_LIMIT;

    @Nullable String cursor;

    TicketQueryBuilder() {}

    TicketQueryBuilder(TicketQuery from) {
        text = from.text();
        excludedText = from.excludedText();
        statuses = from.statuses();
        priorities = from.priorities();
        owners = from.owners();
        categories = from.categories();
        contacts = from.contacts();
        contactNames = from.contactNames();
        titles = from.titles();
        references = from.references();
        ownerNames = from.ownerNames();
        origins = from.origins();
        excluded = from.excluded();
        macroStatus = from.macroStatus();
        unassigned = from.unassigned();
        uncategorised = from.uncategorised();
        attributes = from.attributes();
        opened = from.opened();
        updated = from.updated();
        closed = from.closed();
        sort = from.sort();
        direction = from.direction();
        limit = from.limit();
        cursor = from.cursor();
    }

    /** See {@link TicketQuery#text()}. */
    public TicketQueryBuilder text(@Nullable String value) {
        text = value;
        return this;
    }

    /** See {@link TicketQuery#excludedText()}. */
    public TicketQueryBuilder excludedText(@Nullable String value) {
        excludedText = value;
        return this;
    }

    /** See {@link TicketQuery#statuses()}. */
    public TicketQueryBuilder statuses(String... values) {
        return statuses(Required.all(values, "statuses"));
    }

    /** See {@link TicketQuery#statuses()}. */
    public TicketQueryBuilder statuses(Status first, Status... more) {
        Required.argument(first, "statuses");
        return statuses(Stream.concat(Stream.of(first), Required.all(more, "statuses").stream())
                .map(Status::key)
                .toList());
    }

    /** See {@link TicketQuery#statuses()}. */
    public TicketQueryBuilder statuses(Collection<String> values) {
        statuses = Required.all(values, "statuses").stream()
                .map(key -> key.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        return this;
    }

    /** See {@link TicketQuery#priorities()}. */
    public TicketQueryBuilder priorities(Priority... values) {
        return priorities(Required.all(values, "priorities"));
    }

    /** See {@link TicketQuery#priorities()}. */
    public TicketQueryBuilder priorities(Collection<Priority> values) {
        priorities = Set.copyOf(Required.all(values, "priorities"));
        return this;
    }

    /** See {@link TicketQuery#owners()}. */
    public TicketQueryBuilder owners(String... values) {
        return owners(Required.all(values, "owners"));
    }

    /** See {@link TicketQuery#owners()}. */
    public TicketQueryBuilder owners(Collection<String> values) {
        owners = Set.copyOf(Required.all(values, "owners"));
        return this;
    }

    /** See {@link TicketQuery#categories()}. */
    public TicketQueryBuilder categories(String... values) {
        return categories(Required.all(values, "categories"));
    }

    /** See {@link TicketQuery#categories()}. */
    public TicketQueryBuilder categories(Collection<String> values) {
        categories = Set.copyOf(Required.all(values, "categories"));
        return this;
    }

    /** See {@link TicketQuery#contacts()}. */
    public TicketQueryBuilder contacts(String... values) {
        return contacts(Required.all(values, "contacts"));
    }

    /** See {@link TicketQuery#contacts()}. */
    public TicketQueryBuilder contacts(Collection<String> values) {
        contacts = Set.copyOf(Required.all(values, "contacts"));
        return this;
    }

    /** See {@link TicketQuery#contactNames()}. */
    public TicketQueryBuilder contactNames(String... values) {
        return contactNames(Required.all(values, "contactNames"));
    }

    /** See {@link TicketQuery#contactNames()}. */
    public TicketQueryBuilder contactNames(Collection<String> values) {
        contactNames = Set.copyOf(Required.all(values, "contactNames"));
        return this;
    }

    /** See {@link TicketQuery#titles()}. */
    public TicketQueryBuilder titles(String... values) {
        return titles(Required.all(values, "titles"));
    }

    /** See {@link TicketQuery#titles()}. */
    public TicketQueryBuilder titles(Collection<String> values) {
        titles = Set.copyOf(Required.all(values, "titles"));
        return this;
    }

    /** See {@link TicketQuery#references()}. */
    public TicketQueryBuilder references(String... values) {
        return references(Required.all(values, "references"));
    }

    /** See {@link TicketQuery#references()}. */
    public TicketQueryBuilder references(Collection<String> values) {
        references = Set.copyOf(Required.all(values, "references"));
        return this;
    }

    /** See {@link TicketQuery#ownerNames()}. */
    public TicketQueryBuilder ownerNames(String... values) {
        return ownerNames(Required.all(values, "ownerNames"));
    }

    /** See {@link TicketQuery#ownerNames()}. */
    public TicketQueryBuilder ownerNames(Collection<String> values) {
        ownerNames = Set.copyOf(Required.all(values, "ownerNames"));
        return this;
    }

    /** See {@link TicketQuery#excluded()}. */
    public TicketQueryBuilder excluded(TicketQuery... values) {
        return excluded(Required.all(values, "excluded"));
    }

    /**
     * See {@link TicketQuery#excluded()}.
     *
     * @throws RefusedException when one of them leaves out others itself, or all together have more than 1,000 words and phrases
     */
    public TicketQueryBuilder excluded(Collection<TicketQuery> values) {
        if (Required.all(values, "excluded").stream()
                .anyMatch(each -> !each.excluded().isEmpty())) {
            throw new RefusedException("excluded", "has a query that leaves out others; name them beside it");
        }
        if (values.stream().mapToInt(TicketQueryBuilder::phrases).sum() > TicketQuery.MAX_VALUES) {
            throw new RefusedException(
                    "excluded",
                    "leaves out too many words and phrases, at most " + TicketQuery.MAX_VALUES + " are allowed");
        }
        excluded = List.copyOf(values);
        return this;
    }

    /** See {@link TicketQuery#origins()}. */
    public TicketQueryBuilder origins(Origin... values) {
        return origins(Required.all(values, "origins"));
    }

    /** See {@link TicketQuery#origins()}. */
    public TicketQueryBuilder origins(Collection<Origin> values) {
        origins = Set.copyOf(Required.all(values, "origins"));
        return this;
    }

    /** See {@link TicketQuery#macroStatus()}. */
    public TicketQueryBuilder macroStatus(@Nullable MacroStatus value) {
        macroStatus = value;
        return this;
    }

    /** See {@link TicketQuery#unassigned()}. */
    public TicketQueryBuilder unassigned(boolean value) {
        unassigned = value;
        return this;
    }

    /** See {@link TicketQuery#uncategorised()}. */
    public TicketQueryBuilder uncategorised(boolean value) {
        uncategorised = value;
        return this;
    }

    /** See {@link TicketQuery#opened()}. */
    public TicketQueryBuilder opened(InstantRange value) {
        opened = Required.argument(value, "opened");
        return this;
    }

    /** See {@link TicketQuery#updated()}. */
    public TicketQueryBuilder updated(InstantRange value) {
        updated = Required.argument(value, "updated");
        return this;
    }

    /** See {@link TicketQuery#closed()}. */
    public TicketQueryBuilder closed(InstantRange value) {
        closed = Required.argument(value, "closed");
        return this;
    }

    /** See {@link TicketQuery#limit()}. */
    public TicketQueryBuilder limit(int value) {
        limit = value;
        return this;
    }

    /** See {@link TicketQuery#cursor()}. */
    public TicketQueryBuilder cursor(@Nullable String value) {
        cursor = value;
        return this;
    }

    /** See {@link TicketQuery#attributes()}. */
    public TicketQueryBuilder attributes(Map<String, String> value) {
        attributes = Map.copyOf(Required.all(value, "attributes"));
        return this;
    }

    /** The sorted column and which end of it comes first. */
    public TicketQueryBuilder sort(TicketSort by, SortDirection towards) {
        sort = Required.argument(by, "sort");
        direction = Required.argument(towards, "sort");
        return this;
    }

    public TicketQuery build() {
        return new TicketQuery(this);
    }

    /** What a store may have to bind one by one. */
    private static int phrases(TicketQuery query) {
        return SearchPhrase.terms(query.text()).stream().mapToInt(List::size).sum()
                + SearchPhrase.excluded(query.excludedText()).size()
                + query.titles().size()
                + query.references().size()
                + query.contactNames().size();
    }

    static <T> Set<T> orEmpty(@Nullable Set<T> set) {
        return set == null ? Set.of() : set;
    }

    static InstantRange orAlways(@Nullable InstantRange range) {
        return range == null ? InstantRange.ALWAYS : range;
    }
}
