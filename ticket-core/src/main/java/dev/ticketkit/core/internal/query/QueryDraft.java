package dev.ticketkit.core.internal.query;

import dev.ticketkit.core.internal.query.Term.Comparison;
import dev.ticketkit.core.internal.query.Term.Value;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.query.InstantRange;
import dev.ticketkit.spi.query.SortDirection;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.TicketQueryBuilder;
import dev.ticketkit.spi.query.TicketSort;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A query while its terms come in: values of one keyword are alternatives, comparisons of one keyword must all hold. */
final class QueryDraft {
    private final QueryWords words;
    private final QueryTimes times;
    private final TicketQueryBuilder query = TicketQuery.builder();
    private final StringJoiner text = new StringJoiner(" ");
    private final StringJoiner excluded = new StringJoiner(" ");
    private final List<String> hints = new ArrayList<>();
    private final Set<String> excludedStatuses = new LinkedHashSet<>();
    private final Set<String> statuses = new LinkedHashSet<>();
    private final FieldValues fields;
    private final LeftOut leftOut;
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
        this.fields = new FieldValues(words, actor);
        this.leftOut = new LeftOut(words, actor);
    }

    void addAll(List<Term> terms) {
        for (int i = 0; i < terms.size(); i++) {
            Term term = terms.get(i);
            if (!term.isOr() || i == 0 || i == terms.size() - 1) {
                add(term);
            } else {
                addOr(terms.get(i - 1), term, terms.get(i + 1));
            }
        }
    }

    /** The text has it between words; values of one keyword are alternatives anyway. */
    private void addOr(Term one, Term or, Term other) {
        boolean words = one.isPlain() && other.isPlain();
        if (one.excluded() || other.excluded() || !one.name().equals(other.name())) {
            String why = "\"OR\" stands between words, or between values of one keyword";
            add(Term.words(or.position(), false, "\"OR\"", why));
        } else if (words) {
            add(or);
        }
    }

    private void add(Term term) {
        if (term.isPlain()) {
            words(term);
            return;
        }
        String name = term.name();
        int dot = name.indexOf('.');
        String first = name.startsWith("@") ? "attribute" : dot < 0 ? name : name.substring(0, dot);
        Keyword keyword = Keyword.named(Spelling.of(first)).orElse(null);
        if (keyword == null || (dot >= 0 && keyword != Keyword.ATTRIBUTE)) {
            words(term.asWords(Problem.noKeyword(name, Keyword.allNames())));
        } else if (term.values().stream().anyMatch(value -> Term.isLong(value.text(), longest(keyword)))) {
            words(term.asWords("a value of " + Problem.shown(name) + " is too long"));
        } else if (keyword == Keyword.ATTRIBUTE) {
            attribute(term, name.substring(name.startsWith("@") ? 1 : dot < 0 ? name.length() : dot + 1));
        } else if (term.excluded()) {
            leaveOut(keyword, term);
        } else {
            take(keyword, term);
        }
    }

    /** In code points, of what is written there. */
    private static int longest(Keyword keyword) {
        return keyword == Keyword.ATTRIBUTE ? TicketQuery.MAX_ATTRIBUTE_VALUE : TicketQuery.MAX_VALUE;
    }

    /** What a page can say about words that may have been meant as more. */
    List<String> hints() {
        return List.copyOf(hints);
    }

    private void words(Term term) {
        (term.excluded() ? excluded : text).add(term.values().get(0).text());
        if (term.hint() != null) {
            hints.add("at " + term.position() + ": " + term.hint() + "; it is looked for as words");
        }
    }

    TicketQuery query() {
        if (text.length() > 0) {
            query.text(text.toString());
        }
        if (excluded.length() > 0) {
            query.excludedText(excluded.toString());
        }
        return fields.filter(query)
                .excluded(leftOut.queries())
                .statuses(statusesLeft())
                .macroStatus(macro)
                .priorities(priorities())
                .attributes(attributes)
                .opened(opened)
                .updated(updated)
                .closed(closed)
                .build();
    }

    private void leaveOut(Keyword keyword, Term term) {
        switch (keyword) {
            case PRIORITY -> {
                term.values().forEach(value -> compared.removeIf(matching(term.comparison(), value)));
                requirePriority(term);
            }
            case OPENED -> opened = without(keyword, opened, term);
            case UPDATED -> updated = without(keyword, updated, term);
            case CLOSED -> leaveOutTime(keyword, term);
            default -> {
                requireColon(term);
                term.values().forEach(value -> leaveOut(keyword, value));
            }
        }
    }

    private void leaveOut(Keyword keyword, Value value) {
        switch (keyword) {
            case STATUS -> excludedStatuses.add(words.statuses().choose(value));
            case MACRO -> macro(value, other(QueryWords.macros().choose(value)));
            case SORT -> sort(value, true);
            default -> leftOut.add(keyword, value);
        }
    }

    /** What a range has before or after a time; without a day in its middle it is no range. */
    private InstantRange without(Keyword keyword, InstantRange range, Term term) {
        if (term.comparison() != Comparison.IS) {
            return within(range, term.opposite());
        }
        leaveOutTime(keyword, term);
        return range;
    }

    private void leaveOutTime(Keyword keyword, Term term) {
        leftOut.addTime(term.position(), keyword, within(InstantRange.ALWAYS, term));
    }

    /** None for all. */
    private Set<String> statusesLeft() {
        if (excludedStatuses.isEmpty()) {
            return statuses;
        }
        Set<String> left =
                new LinkedHashSet<>(statuses.isEmpty() ? words.statuses().all() : statuses);
        left.removeAll(excludedStatuses);
        if (left.isEmpty()) {
            throw new RefusedException("query", "no status is left by what is left out");
        }
        return left;
    }

    private void take(Keyword keyword, Term term) {
        switch (keyword) {
            case PRIORITY -> priority(term);
            case OPENED -> opened = within(opened, term);
            case UPDATED -> updated = within(updated, term);
            case CLOSED -> closed = within(closed, term);
            default -> {
                requireColon(term);
                term.values().forEach(value -> take(keyword, value));
            }
        }
    }

    private void take(Keyword keyword, Value value) {
        switch (keyword) {
            case STATUS -> statuses.add(words.statuses().choose(value));
            case MACRO -> macro(value, QueryWords.macros().choose(value));
            case SORT -> sort(value, false);
            default -> fields.take(keyword, value);
        }
    }

    private static void requireColon(Term term) {
        if (term.comparison() != Comparison.IS) {
            throw Problem.at(
                    term.position(),
                    Problem.shown(term.name())
                            + " takes only a colon; only priority, opened, updated and closed are compared");
        }
    }

    private static MacroStatus other(MacroStatus macro) {
        return macro == MacroStatus.IN_PROGRESS ? MacroStatus.TERMINATED : MacroStatus.IN_PROGRESS;
    }

    private void macro(Value value, MacroStatus chosen) {
        if (macro != null && macro != chosen) {
            throw Problem.at(value.position(), "a ticket is open or closed, not both; leave one out");
        }
        macro = chosen;
    }

    /** @param turned whether a minus stands before it all */
    private void sort(Value value, boolean turned) {
        boolean minus = value.text().startsWith("-");
        String column = minus ? value.text().substring(1) : value.text();
        TicketSort sort = Keyword.named(Spelling.of(column)).map(Keyword::sort).orElse(null);
        if (sort == null) {
            throw Problem.at(
                    value.position(),
                    Problem.shown(value.text())
                            + " is no column; write status, priority, category, owner, contact, reference,"
                            + " title, opened, updated or closed, and a minus before it to turn the order round");
        }
        query.sort(sort, minus != turned ? SortDirection.DESCENDING : SortDirection.ASCENDING);
    }

    private void attribute(Term term, String name) {
        if (name.isEmpty()
                || term.comparison() != Comparison.IS
                || term.values().size() > 1) {
            throw Problem.at(term.position(), "an attribute has a name and one value; write attribute.colour:blue");
        }
        if (Term.isLong(name, TicketQuery.MAX_ATTRIBUTE_NAME)) {
            words(term.asWords("the name of an attribute is too long"));
            return;
        }
        String value = term.values().get(0).text();
        if (term.excluded()) {
            leftOut.addAttribute(term.position(), name, value);
            return;
        }
        String other = attributes.putIfAbsent(name, value);
        if (other != null && !other.equals(value)) {
            throw Problem.at(term.position(), "an attribute has one value; leave one out");
        }
        if (attributes.size() > TicketQuery.MAX_ATTRIBUTES) {
            throw Problem.at(term.position(), "at most " + TicketQuery.MAX_ATTRIBUTES + " attributes are allowed");
        }
    }

    private void priority(Term term) {
        for (Value value : term.values()) {
            if (term.comparison() == Comparison.IS) {
                named.add(words.priorities().choose(value));
            } else {
                compared.removeIf(matching(term.comparison(), value).negate());
            }
        }
        requirePriority(term);
    }

    private Predicate<Priority> matching(Comparison comparison, Value value) {
        int rank = words.priorities().choose(value).rank();
        return switch (comparison) {
            case IS -> each -> each.rank() == rank;
            case AT_LEAST -> each -> each.rank() >= rank;
            case ABOVE -> each -> each.rank() > rank;
            case AT_MOST -> each -> each.rank() <= rank;
            case BELOW -> each -> each.rank() < rank;
        };
    }

    private void requirePriority(Term term) {
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
}
