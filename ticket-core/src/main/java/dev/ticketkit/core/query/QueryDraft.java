package dev.ticketkit.core.query;

import dev.ticketkit.core.query.Term.Comparison;
import dev.ticketkit.core.query.Term.Value;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.ActorKind;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Origin;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.query.InstantRange;
import dev.ticketkit.spi.query.SortDirection;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.TicketQueryBuilder;
import dev.ticketkit.spi.query.TicketSort;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A query while its terms come in: values of one keyword are alternatives, comparisons of one keyword must all hold. */
final class QueryDraft {
    private final QueryWords words;
    private final QueryTimes times;
    private final Actor actor;
    private final TicketQueryBuilder query = TicketQuery.builder();
    private final StringJoiner text = new StringJoiner(" ");
    private final StringJoiner excluded = new StringJoiner(" ");
    private final Set<String> statuses = new LinkedHashSet<>();
    private final Set<String> owners = new LinkedHashSet<>();
    private final Set<String> categories = new LinkedHashSet<>();
    private final Set<String> contacts = new LinkedHashSet<>();
    private final Set<Origin> origins = EnumSet.noneOf(Origin.class);
    private final Set<Priority> named = EnumSet.noneOf(Priority.class);
    private final Set<Priority> compared = EnumSet.allOf(Priority.class);
    private final Map<String, String> attributes = new TreeMap<>();
    private @Nullable MacroStatus macro;
    private InstantRange opened = InstantRange.ALWAYS;
    private InstantRange updated = InstantRange.ALWAYS;
    private InstantRange closed = InstantRange.ALWAYS;

    QueryDraft(QueryWords words, QueryTimes times, Actor actor) {
        this.words = words;
        this.times = times;
        this.actor = actor;
    }

    void add(Term term) {
        if (term.isPlain()) {
            (term.excluded() ? excluded : text).add(term.values().get(0).text());
            return;
        }
        String name = term.name();
        int dot = name.indexOf('.');
        String first = name.startsWith("@") ? "attribute" : dot < 0 ? name : name.substring(0, dot);
        Keyword keyword = Keyword.named(Spelling.of(first)).orElseThrow(() -> unknown(term));
        if (term.excluded()) {
            throw Problem.at(term.position(), "only words can be excluded, not " + Problem.shown(name));
        }
        if (keyword == Keyword.ATTRIBUTE) {
            attribute(term, name.substring(name.startsWith("@") ? 1 : dot < 0 ? name.length() : dot + 1));
        } else if (dot >= 0) {
            throw unknown(term);
        } else {
            take(keyword, term);
        }
    }

    TicketQuery query() {
        if (text.length() > 0) {
            query.text(text.toString());
        }
        if (excluded.length() > 0) {
            query.excludedText(excluded.toString());
        }
        return query.statuses(statuses)
                .macroStatus(macro)
                .priorities(priorities())
                .owners(owners)
                .categories(categories)
                .contacts(contacts)
                .origins(origins)
                .attributes(attributes)
                .opened(opened)
                .updated(updated)
                .closed(closed)
                .build();
    }

    private void take(Keyword keyword, Term term) {
        switch (keyword) {
            case PRIORITY -> priority(term);
            case OPENED -> opened = within(opened, term);
            case UPDATED -> updated = within(updated, term);
            case CLOSED -> closed = within(closed, term);
            default -> {
                if (term.comparison() != Comparison.IS) {
                    throw Problem.at(
                            term.position(),
                            Problem.shown(term.name())
                                    + " takes only a colon; only priority, opened, updated and closed are compared");
                }
                term.values().forEach(value -> take(keyword, value));
            }
        }
    }

    private void take(Keyword keyword, Value value) {
        switch (keyword) {
            case STATUS -> statuses.add(words.statuses().choose(value));
            case MACRO -> macro(value);
            case CATEGORY -> category(value);
            case OWNER -> owner(value);
            case CONTACT -> contacts.add(value.text());
            case REFERENCE, TITLE -> text.add(value.text());
            case ORIGIN -> origins.add(QueryWords.origins().choose(value));
            case SORT -> sort(value);
            default -> throw new IllegalStateException(keyword.name());
        }
    }

    private void macro(Value value) {
        MacroStatus chosen = QueryWords.macros().choose(value);
        if (macro != null && macro != chosen) {
            throw Problem.at(value.position(), "a ticket is open or closed, not both; leave one out");
        }
        macro = chosen;
    }

    private void category(Value value) {
        if (QueryWords.isNobody(value.text())) {
            query.uncategorised(true);
        } else {
            categories.add(value.text());
        }
    }

    private void owner(Value value) {
        if (QueryWords.isNobody(value.text())) {
            query.unassigned(true);
        } else if (!QueryWords.isMe(value.text())) {
            owners.add(value.text());
        } else if (actor.kind() == ActorKind.OPERATOR) {
            owners.add(actor.id());
        } else {
            throw Problem.at(value.position(), "only an operator owns tickets; write an operator's id");
        }
    }

    private void sort(Value value) {
        boolean descending = value.text().startsWith("-");
        String column = descending ? value.text().substring(1) : value.text();
        TicketSort sort = Keyword.named(Spelling.of(column)).map(Keyword::sort).orElse(null);
        if (sort == null) {
            throw Problem.at(
                    value.position(),
                    Problem.shown(value.text())
                            + " is no column; write status, priority, category, owner, contact, reference,"
                            + " title, opened, updated or closed, and a minus before it to turn the order round");
        }
        query.sort(sort, descending ? SortDirection.DESCENDING : SortDirection.ASCENDING);
    }

    private void attribute(Term term, String name) {
        if (name.isEmpty()
                || term.comparison() != Comparison.IS
                || term.values().size() > 1) {
            throw Problem.at(term.position(), "an attribute has a name and one value; write attribute.colour:blue");
        }
        String value = term.values().get(0).text();
        String other = attributes.putIfAbsent(name, value);
        if (other != null && !other.equals(value)) {
            throw Problem.at(term.position(), "an attribute has one value; leave one out");
        }
    }

    private void priority(Term term) {
        for (Value value : term.values()) {
            int rank = words.priorities().choose(value).rank();
            switch (term.comparison()) {
                case IS -> named.add(Priority.ofRank(rank));
                case AT_LEAST -> compared.removeIf(each -> each.rank() < rank);
                case ABOVE -> compared.removeIf(each -> each.rank() <= rank);
                case AT_MOST -> compared.removeIf(each -> each.rank() > rank);
                case BELOW -> compared.removeIf(each -> each.rank() >= rank);
            }
        }
        if (priorities().isEmpty() && compared.size() < Priority.values().length) {
            throw Problem.at(term.position(), "no priority is left by these comparisons");
        }
    }

    /** None for all. */
    private Set<Priority> priorities() {
        Set<Priority> left = EnumSet.copyOf(compared);
        if (!named.isEmpty()) {
            left.retainAll(named);
        }
        return named.isEmpty() && left.size() == Priority.values().length ? Set.of() : left;
    }

    private InstantRange within(InstantRange range, Term term) {
        InstantRange left = range;
        if (term.values().size() > 1) {
            throw Problem.at(term.position(), "a time has one value; write it twice to give a beginning and an end");
        }
        for (Value value : term.values()) {
            left = times.within(left, term.comparison(), value);
        }
        return left;
    }

    private static RuntimeException unknown(Term term) {
        return Problem.unknown(
                term.position(),
                term.name(),
                "keyword (put a word that holds : = < or > into quotation marks)",
                Keyword.allNames(),
                Keyword.firstNames());
    }
}
