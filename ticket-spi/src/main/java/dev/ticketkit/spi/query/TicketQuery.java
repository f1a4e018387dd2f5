package dev.ticketkit.spi.query;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.spi.constraint.CodePoints;
import dev.ticketkit.spi.constraint.NoControl;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Origin;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.text.UnknownProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which tickets to list, in which order, from where. Values of one filter are alternatives; filters that are set must all hold. An
 * empty filter does not filter. Immutable; made by {@link #builder()} or read from JSON.
 */
@JsonAutoDetect(
        fieldVisibility = Visibility.NONE,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE,
        creatorVisibility = Visibility.NONE)
@JsonPropertyOrder({
    "text",
    "statuses",
    "macroStatus",
    "priorities",
    "owners",
    "unassigned",
    "categories",
    "uncategorised",
    "contacts",
    "origins",
    "attributes",
    "opened",
    "updated",
    "closed",
    "sort",
    "direction",
    "limit",
    "cursor",
    "excludedText",
    "titles",
    "references",
    "contactNames",
    "ownerNames",
    "excluded"
})
public final class TicketQuery {
    /** Most tickets on a page. */
    public static final int MAX_LIMIT = 200;
    /** Tickets on a page when the caller does not say. */
    public static final int DEFAULT_LIMIT = 50;
    /** Most values of one filter. */
    public static final int MAX_VALUES = 1000;
    /** Longest texts to look for and to leave out, in code points: what an operator types, whole. */
    public static final int MAX_TEXT = 4000;
    /** Longest value of a filter, in code points. */
    public static final int MAX_VALUE = 256;
    /** Most queries whose tickets are left out. */
    public static final int MAX_EXCLUDED = 32;
    /** Most attributes. */
    public static final int MAX_ATTRIBUTES = 32;
    /** Longest name of an attribute, in code points. */
    public static final int MAX_ATTRIBUTE_NAME = 64;
    /** Longest value of an attribute, in code points. */
    public static final int MAX_ATTRIBUTE_VALUE = 1000;

    @CodePoints(max = MAX_TEXT)
    @NoControl
    private final @Nullable String text;

    @CodePoints(max = MAX_TEXT)
    @NoControl
    private final @Nullable String excludedText;

    @Size(max = MAX_VALUES) private final Set<@CodePoints(max = MAX_VALUE) @NoControl String> statuses;

    private final Set<Priority> priorities;

    @Size(max = MAX_VALUES) private final Set<@CodePoints(max = MAX_VALUE) @NoControl String> owners;

    @Size(max = MAX_VALUES) private final Set<@CodePoints(max = MAX_VALUE) @NoControl String> categories;

    @Size(max = MAX_VALUES) private final Set<@CodePoints(max = MAX_VALUE) @NoControl String> contacts;

    @Size(max = MAX_VALUES) private final Set<@CodePoints(max = MAX_VALUE) @NoControl String> contactNames;

    @Size(max = MAX_VALUES) private final Set<@CodePoints(max = MAX_VALUE) @NoControl String> titles;

    @Size(max = MAX_VALUES) private final Set<@CodePoints(max = MAX_VALUE) @NoControl String> references;

    @Size(max = MAX_VALUES) private final Set<@CodePoints(max = MAX_VALUE) @NoControl String> ownerNames;

    @Size(max = MAX_EXCLUDED) private final List<@Valid TicketQuery> excluded;

    private final Set<Origin> origins;

    private final @Nullable MacroStatus macroStatus;
    private final boolean unassigned;
    private final boolean uncategorised;

    @Size(max = MAX_ATTRIBUTES) private final SortedMap<
                    @CodePoints(max = MAX_ATTRIBUTE_NAME) @NoControl String,
                    @CodePoints(max = MAX_ATTRIBUTE_VALUE) @NoControl String>
            attributes;

    private final InstantRange opened;
    private final InstantRange updated;
    private final InstantRange closed;
    private final TicketSort sort;
    private final SortDirection direction;

    @Min(1) @Max(MAX_LIMIT) private final int limit;

    @CodePoints(max = 4000)
    @NoControl
    private final @Nullable String cursor;

    TicketQuery(TicketQueryBuilder from) {
        text = from.text;
        excludedText = from.excludedText;
        excluded = from.excluded;
        statuses = Collections.unmodifiableSet(new TreeSet<>(from.statuses));
        priorities = Collections.unmodifiableSet(new TreeSet<>(from.priorities));
        owners = Collections.unmodifiableSet(new TreeSet<>(from.owners));
        categories = Collections.unmodifiableSet(new TreeSet<>(from.categories));
        contacts = Collections.unmodifiableSet(new TreeSet<>(from.contacts));
        contactNames = Collections.unmodifiableSet(new TreeSet<>(from.contactNames));
        ownerNames = Collections.unmodifiableSet(new TreeSet<>(from.ownerNames));
        titles = Collections.unmodifiableSet(new TreeSet<>(from.titles));
        references = Collections.unmodifiableSet(new TreeSet<>(from.references));
        origins = Collections.unmodifiableSet(new TreeSet<>(from.origins));
        macroStatus = from.macroStatus;
        unassigned = from.unassigned;
        uncategorised = from.uncategorised;
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(from.attributes));
        opened = from.opened;
        updated = from.updated;
        closed = from.closed;
        sort = from.sort;
        direction = from.direction;
        limit = from.limit;
        cursor = from.cursor;
    }

    /** A builder of a query for all tickets, most urgent first, 50 a page. */
    public static TicketQueryBuilder builder() {
        return new TicketQueryBuilder();
    }

    /** The first page of all tickets, most urgent first. */
    public static TicketQuery all() {
        return builder().build();
    }

    /** A builder that starts from this query. */
    public TicketQueryBuilder toBuilder() {
        return new TicketQueryBuilder(this);
    }

    /**
     * What a ticket must have in its title, description or reference or in its contact's name, e-mail or phone; at most 4,000 code points. An
     * erased ticket has nothing. A text without a letter or digit finds everything.
     *
     * <p>All words must be there, in any order: whole words in any case, with or without accents ({@link dev.ticketkit.spi.text.Words}); a store may
     * find other forms too. {@code print*} is a beginning, {@code "credit card"} are words next to each other in one field, in {@code printer
     * OR scanner} one must be there. What has a digit and no blanks, as {@code aa:33:cc}, or is of a script without blanks, is next to each other too. {@code T-1}
     * finds {@code T-000001} and {@code T-2026-000001}; {@code +39 06 123} is a phone, however it is stored.
     */
    @JsonProperty
    public @Nullable String text() {
        return text;
    }

    /**
     * Phrases of which a ticket must have none, where {@link #text()} looks; at most 4,000 code points. Each is what stands between blanks, as {@code
     * e-mail}, or between quotation marks, and all its words must be next to each other to be left out.
     */
    @JsonProperty
    public @Nullable String excludedText() {
        return excludedText;
    }

    /** Status keys such as {@code in-progress}, given in any case; a key that does not exist finds nothing. */
    @JsonProperty
    public Set<String> statuses() {
        return statuses;
    }

    /** Priorities. */
    @JsonProperty
    public Set<Priority> priorities() {
        return priorities;
    }

    /** Ids of operators who have the ticket. */
    @JsonProperty
    public Set<String> owners() {
        return owners;
    }

    /** Category names in any spelling. */
    @JsonProperty
    public Set<String> categories() {
        return categories;
    }

    /** Ids of contacts. */
    @JsonProperty
    public Set<String> contacts() {
        return contacts;
    }

    /**
     * Words next to each other in the contact's name, e-mail or phone, each a phrase. They are among the alternatives of {@link #contacts()}: an id or a name
     * must be right.
     */
    @JsonProperty
    public Set<String> contactNames() {
        return contactNames;
    }

    /**
     * Words next to each other in the name of the ticket's owner, each a phrase. They are among the alternatives of {@link #owners()}: an id or a name must be
     * right.
     */
    @JsonProperty
    public Set<String> ownerNames() {
        return ownerNames;
    }

    /**
     * Queries whose tickets are left out: what satisfies all filters of one of them is not found. Their order, limit and cursor do not count; they leave
     * out nothing themselves.
     */
    @JsonProperty
    public List<TicketQuery> excluded() {
        return excluded;
    }

    /** Phrases one of which must be in the title; written as in {@link #text()}, without other forms. */
    @JsonProperty
    public Set<String> titles() {
        return titles;
    }

    /** Phrases one of which must be in the reference; {@code T-1} is {@code T-000001} too. */
    @JsonProperty
    public Set<String> references() {
        return references;
    }

    /** Where tickets came from. */
    @JsonProperty
    public Set<Origin> origins() {
        return origins;
    }

    /** Work to do or work done; null for both. */
    @JsonProperty
    public @Nullable MacroStatus macroStatus() {
        return macroStatus;
    }

    /** Whether tickets without an owner are among the alternatives of {@link #owners()}. */
    @JsonProperty
    public boolean unassigned() {
        return unassigned;
    }

    /** Whether tickets without a category are among the alternatives of {@link #categories()}. */
    @JsonProperty
    public boolean uncategorised() {
        return uncategorised;
    }

    /** Attributes a ticket must have with exactly these values. */
    @JsonProperty
    public SortedMap<String, String> attributes() {
        return attributes;
    }

    /** The sorted column. */
    @JsonProperty
    public TicketSort sort() {
        return sort;
    }

    /** Which end comes first. */
    @JsonProperty
    public SortDirection direction() {
        return direction;
    }

    /** Tickets on a page, 1 to 200. */
    @JsonProperty
    public int limit() {
        return limit;
    }

    /** The end of the page before, or null for the first page. */
    @JsonProperty
    public @Nullable String cursor() {
        return cursor;
    }

    /** Opened inside this range. */
    @JsonProperty
    public InstantRange opened() {
        return opened;
    }

    /** Last changed inside this range. */
    @JsonProperty
    public InstantRange updated() {
        return updated;
    }

    /** Closed inside this range. */
    @JsonProperty
    public InstantRange closed() {
        return closed;
    }

    @JsonCreator
    private static TicketQuery fromJson(
            @JsonProperty("text") @Nullable String text,
            @JsonProperty("statuses") @Nullable Set<String> statuses,
            @JsonProperty("macroStatus") @Nullable MacroStatus macroStatus,
            @JsonProperty("priorities") @Nullable Set<Priority> priorities,
            @JsonProperty("owners") @Nullable Set<String> owners,
            @JsonProperty("unassigned") @Nullable Boolean unassigned,
            @JsonProperty("categories") @Nullable Set<String> categories,
            @JsonProperty("uncategorised") @Nullable Boolean uncategorised,
            @JsonProperty("contacts") @Nullable Set<String> contacts,
            @JsonProperty("origins") @Nullable Set<Origin> origins,
            @JsonProperty("attributes") @Nullable Map<String, String> attributes,
            @JsonProperty("opened") @Nullable InstantRange opened,
            @JsonProperty("updated") @Nullable InstantRange updated,
            @JsonProperty("closed") @Nullable InstantRange closed,
            @JsonProperty("sort") @Nullable TicketSort sort,
            @JsonProperty("direction") @Nullable SortDirection direction,
            @JsonProperty("limit") @Nullable Integer limit,
            @JsonProperty("cursor") @Nullable String cursor,
            @JsonProperty("excludedText") @Nullable String excludedText,
            @JsonProperty("titles") @Nullable Set<String> titles,
            @JsonProperty("references") @Nullable Set<String> references,
            @JsonProperty("contactNames") @Nullable Set<String> contactNames,
            @JsonProperty("ownerNames") @Nullable Set<String> ownerNames,
            @JsonProperty("excluded") @Nullable List<TicketQuery> excluded) {
        TicketQueryBuilder query = builder()
                .text(text)
                .excludedText(excludedText)
                .excluded(excluded == null ? List.of() : excluded)
                .macroStatus(macroStatus)
                .cursor(cursor)
                .statuses(TicketQueryBuilder.orEmpty(statuses))
                .priorities(TicketQueryBuilder.orEmpty(priorities))
                .owners(TicketQueryBuilder.orEmpty(owners))
                .categories(TicketQueryBuilder.orEmpty(categories))
                .contacts(TicketQueryBuilder.orEmpty(contacts))
                .titles(TicketQueryBuilder.orEmpty(titles))
                .references(TicketQueryBuilder.orEmpty(references))
                .contactNames(TicketQueryBuilder.orEmpty(contactNames))
                .ownerNames(TicketQueryBuilder.orEmpty(ownerNames))
                .origins(TicketQueryBuilder.orEmpty(origins))
                .unassigned(Boolean.TRUE.equals(unassigned))
                .uncategorised(Boolean.TRUE.equals(uncategorised))
                .attributes(attributes == null ? Map.of() : attributes)
                .opened(TicketQueryBuilder.orAlways(opened))
                .updated(TicketQueryBuilder.orAlways(updated))
                .closed(TicketQueryBuilder.orAlways(closed));
        TicketSort by = sort == null ? TicketSort.PRIORITY : sort;
        return query.sort(by, direction == null ? SortDirection.DESCENDING : direction)
                .limit(limit == null ? DEFAULT_LIMIT : limit)
                .build();
    }

    @JsonAnySetter
    void refuse(String property, @Nullable Object value) {
        UnknownProperty.refuse(TicketQuery.class, property);
    }
}
