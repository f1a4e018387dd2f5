package dev.ticketkit.spi.query;

import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Origin;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Status;
import java.util.Arrays;
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
        return statuses(Arrays.asList(values));
    }

    /** See {@link TicketQuery#statuses()}. */
    public TicketQueryBuilder statuses(Status first, Status... more) {
        return statuses(Stream.concat(Stream.of(first), Stream.of(more))
                .map(Status::key)
                .toList());
    }

    /** See {@link TicketQuery#statuses()}. */
    public TicketQueryBuilder statuses(Collection<String> values) {
        statuses = values.stream()
                .map(key -> key.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        return this;
    }

    /** See {@link TicketQuery#priorities()}. */
    public TicketQueryBuilder priorities(Priority... values) {
        return priorities(Arrays.asList(values));
    }

    /** See {@link TicketQuery#priorities()}. */
    public TicketQueryBuilder priorities(Collection<Priority> values) {
        priorities = Set.copyOf(values);
        return this;
    }

    /** See {@link TicketQuery#owners()}. */
    public TicketQueryBuilder owners(String... values) {
        return owners(Arrays.asList(values));
    }

    /** See {@link TicketQuery#owners()}. */
    public TicketQueryBuilder owners(Collection<String> values) {
        owners = Set.copyOf(values);
        return this;
    }

    /** See {@link TicketQuery#categories()}. */
    public TicketQueryBuilder categories(String... values) {
        return categories(Arrays.asList(values));
    }

    /** See {@link TicketQuery#categories()}. */
    public TicketQueryBuilder categories(Collection<String> values) {
        categories = Set.copyOf(values);
        return this;
    }

    /** See {@link TicketQuery#contacts()}. */
    public TicketQueryBuilder contacts(String... values) {
        return contacts(Arrays.asList(values));
    }

    /** See {@link TicketQuery#contacts()}. */
    public TicketQueryBuilder contacts(Collection<String> values) {
        contacts = Set.copyOf(values);
        return this;
    }

    /** See {@link TicketQuery#contactNames()}. */
    public TicketQueryBuilder contactNames(String... values) {
        return contactNames(Arrays.asList(values));
    }

    /** See {@link TicketQuery#contactNames()}. */
    public TicketQueryBuilder contactNames(Collection<String> values) {
        contactNames = Set.copyOf(values);
        return this;
    }

    /** See {@link TicketQuery#titles()}. */
    public TicketQueryBuilder titles(String... values) {
        return titles(Arrays.asList(values));
    }

    /** See {@link TicketQuery#titles()}. */
    public TicketQueryBuilder titles(Collection<String> values) {
        titles = Set.copyOf(values);
        return this;
    }

    /** See {@link TicketQuery#references()}. */
    public TicketQueryBuilder references(String... values) {
        return references(Arrays.asList(values));
    }

    /** See {@link TicketQuery#references()}. */
    public TicketQueryBuilder references(Collection<String> values) {
        references = Set.copyOf(values);
        return this;
    }

    /** See {@link TicketQuery#ownerNames()}. */
    public TicketQueryBuilder ownerNames(String... values) {
        return ownerNames(Arrays.asList(values));
    }

    /** See {@link TicketQuery#ownerNames()}. */
    public TicketQueryBuilder ownerNames(Collection<String> values) {
        ownerNames = Set.copyOf(values);
        return this;
    }

    /** See {@link TicketQuery#excluded()}. */
    public TicketQueryBuilder excluded(TicketQuery... values) {
        return excluded(Arrays.asList(values));
    }

    /**
     * See {@link TicketQuery#excluded()}.
     *
     * @throws RefusedException when one of them leaves out others itself
     */
    public TicketQueryBuilder excluded(Collection<TicketQuery> values) {
        if (values.stream().anyMatch(each -> !each.excluded().isEmpty())) {
            throw new RefusedException("excluded", "has a query that leaves out others; name them beside it");
        }
        excluded = List.copyOf(values);
        return this;
    }

    /** See {@link TicketQuery#origins()}. */
    public TicketQueryBuilder origins(Origin... values) {
        return origins(Arrays.asList(values));
    }

    /** See {@link TicketQuery#origins()}. */
    public TicketQueryBuilder origins(Collection<Origin> values) {
        origins = Set.copyOf(values);
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
        opened = value;
        return this;
    }

    /** See {@link TicketQuery#updated()}. */
    public TicketQueryBuilder updated(InstantRange value) {
        updated = value;
        return this;
    }

    /** See {@link TicketQuery#closed()}. */
    public TicketQueryBuilder closed(InstantRange value) {
        closed = value;
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
        attributes = Map.copyOf(value);
        return this;
    }

    /** The sorted column and which end of it comes first. */
    public TicketQueryBuilder sort(TicketSort by, SortDirection towards) {
        sort = by;
        direction = towards;
        return this;
    }

    public TicketQuery build() {
        return new TicketQuery(this);
    }

    static <T> Set<T> orEmpty(@Nullable Set<T> set) {
        return set == null ? Set.of() : set;
    }

    static InstantRange orAlways(@Nullable InstantRange range) {
        return range == null ? InstantRange.ALWAYS : range;
    }
}
