package dev.ticketkit.jdbc.internal.search;

import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.text.SearchPhrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A part of a query for words.
 *
 * @param either one of these must be there; nothing is found when there is none
 * @param excluded whether none of them must be there instead
 */
record SearchClause(SearchField field, List<SearchPhrase> either, boolean excluded) {
    static List<SearchClause> of(TicketQuery query) {
        List<SearchClause> clauses = new ArrayList<>();
        for (List<SearchPhrase> either : SearchPhrase.terms(query.text())) {
            clauses.add(new SearchClause(SearchField.ANY, either, false));
        }
        for (SearchPhrase phrase : SearchPhrase.excluded(query.excludedText())) {
            clauses.add(new SearchClause(SearchField.ANY, List.of(phrase), true));
        }
        addField(clauses, SearchField.TITLE, query.titles());
        addField(clauses, SearchField.REFERENCE, query.references());
        addField(clauses, SearchField.CONTACT, query.contactNames());
        return clauses;
    }

    private static void addField(List<SearchClause> clauses, SearchField field, Set<String> texts) {
        if (!texts.isEmpty()) {
            List<SearchPhrase> either = texts.stream()
                    .flatMap(text -> SearchPhrase.whole(text).stream())
                    .toList();
            clauses.add(new SearchClause(field, either, false));
        }
    }

    /** Whether an index of words can name the tickets that may fulfil it. */
    boolean isProposed() {
        return !excluded && !either.isEmpty();
    }
}
