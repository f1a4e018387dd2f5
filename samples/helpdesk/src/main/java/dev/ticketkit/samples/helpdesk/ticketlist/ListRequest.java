package dev.ticketkit.samples.helpdesk.ticketlist;

import dev.ticketkit.samples.helpdesk.page.Link;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.query.SortDirection;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.TicketQueryBuilder;
import dev.ticketkit.spi.query.TicketSort;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the address of a list says, so that a list can be shared, reloaded and gone back to.
 *
 * @param q what was typed into the search box
 * @param status keys
 * @param priority names
 * @param owner ids; {@value #NOBODY} for tickets without an owner
 * @param category names; {@value #NOBODY} for tickets without one
 * @param macro name of the macro status
 * @param sort name of the column
 * @param dir {@code asc} or {@code desc}
 * @param p the cursors of the pages that were turned, this page's last
 */
record ListRequest(
        @Nullable String q,
        @Nullable List<String> status,
        @Nullable List<String> priority,
        @Nullable List<String> owner,
        @Nullable List<String> category,
        @Nullable String macro,
        @Nullable String sort,
        @Nullable String dir,
        @Nullable List<String> p) {
    /** No owner, no category. */
    static final String NOBODY = "-";

    /** The list without a filter. */
    static final ListRequest EVERYTHING = new ListRequest(null, null, null, null, null, null, null, null, null);

    private static final int MOST_PAGES_BACK = 10;

    ListRequest {
        status = filled(status);
        priority = filled(priority);
        owner = filled(owner);
        category = filled(category);
        p = filled(p);
    }

    private static List<String> filled(@Nullable List<String> values) {
        return values == null
                ? List.of()
                : values.stream().filter(value -> !value.isBlank()).toList();
    }

    private static List<String> some(@Nullable List<String> values) {
        return values == null ? List.of() : values;
    }

    /** The query with the filters and the order of this address put on top of what was typed. */
    TicketQuery on(TicketQuery typed) {
        TicketQueryBuilder query = typed.toBuilder();
        if (!some(status).isEmpty()) {
            query.statuses(some(status));
        }
        List<Priority> priorities = some(priority).stream()
                .flatMap(name -> constant(Priority.class, name).stream())
                .toList();
        if (!priorities.isEmpty()) {
            query.priorities(priorities);
        }
        constant(MacroStatus.class, macro).ifPresent(query::macroStatus);
        owners(query);
        categories(query);
        constant(TicketSort.class, sort).ifPresent(by -> query.sort(by, direction()));
        return query.build();
    }

    private void owners(TicketQueryBuilder query) {
        if (!some(owner).isEmpty()) {
            query.unassigned(some(owner).contains(NOBODY)).owners(without(some(owner)));
        }
    }

    private void categories(TicketQueryBuilder query) {
        if (!some(category).isEmpty()) {
            query.uncategorised(some(category).contains(NOBODY)).categories(without(some(category)));
        }
    }

    private static List<String> without(List<String> values) {
        return values.stream().filter(value -> !value.equals(NOBODY)).toList();
    }

    private SortDirection direction() {
        return "asc".equals(dir) ? SortDirection.ASCENDING : SortDirection.DESCENDING;
    }

    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, @Nullable String name) {
        for (E each : type.getEnumConstants()) {
            if (each.name().equals(name)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** The cursor of this page; null on the first. */
    @Nullable String cursor() {
        List<String> turned = some(p);
        return turned.isEmpty() ? null : turned.get(turned.size() - 1);
    }

    /** Whether a value of a filter is chosen. */
    public boolean has(String filter, String value) {
        return switch (filter) {
            case "status" -> some(status).contains(value);
            case "priority" -> some(priority).contains(value);
            case "owner" -> some(owner).contains(value);
            case "category" -> some(category).contains(value);
            default -> value.equals(macro);
        };
    }

    /** How many filters are set. */
    public int filters() {
        return some(status).size()
                + some(priority).size()
                + some(owner).size()
                + some(category).size()
                + (macro == null || macro.isEmpty() ? 0 : 1);
    }

    /** The same list from its first page, by a column. */
    String sortedBy(TicketSort by, SortDirection direction) {
        String towards = direction == SortDirection.ASCENDING ? "asc" : "desc";
        Map<String, List<String>> values = values();
        values.put("sort", List.of(by.name()));
        values.put("dir", List.of(towards));
        return link("/tickets", values).toString();
    }

    /** The same list at a page. */
    String at(List<String> cursors) {
        return ordered("/tickets").with("p", cursors).toString();
    }

    /** The page after this one. */
    String after(String next) {
        List<String> cursors = new ArrayList<>(some(p));
        cursors.add(next);
        int from = Math.max(0, cursors.size() - MOST_PAGES_BACK);
        return at(cursors.subList(from, cursors.size()));
    }

    /** The page before this one; the first when that is not known. */
    String before() {
        List<String> turned = some(p);
        return at(turned.subList(0, Math.max(0, turned.size() - 1)));
    }

    /** The same tickets as a file. */
    public String csv() {
        return ordered("/tickets.csv").toString();
    }

    /** All that it says but the page, by name, for a form that speaks of the whole list. */
    public Map<String, List<String>> values() {
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put("q", one(q));
        values.put("status", some(status));
        values.put("priority", some(priority));
        values.put("owner", some(owner));
        values.put("category", some(category));
        values.put("macro", one(macro));
        values.put("sort", one(sort));
        values.put("dir", one(dir));
        return values;
    }

    private static List<String> one(@Nullable String value) {
        return value == null || value.isEmpty() ? List.of() : List.of(value);
    }

    private Link ordered(String path) {
        return link(path, values());
    }

    private static Link link(String path, Map<String, List<String>> values) {
        Link link = new Link(path);
        values.forEach(link::with);
        return link;
    }
}
