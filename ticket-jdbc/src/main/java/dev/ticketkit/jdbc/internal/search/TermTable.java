package dev.ticketkit.jdbc.internal.search;

import dev.ticketkit.jdbc.internal.row.Attributes;
import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.TicketChange;
import dev.ticketkit.spi.text.SearchPhrase;
import dev.ticketkit.spi.text.SearchPhrase.Kind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words and attributes of tickets as rows, where there is no index of texts or arrays. Written in the commit, so a row names every ticket that
 * has a term; whether it still has it is always seen in the ticket's own row.
 */
public final class TermTable {
    private static final String WORD = "w";
    private static final String ATTRIBUTE = "a";

    /** What a term begins with when something follows that is greater than all that begins like it. */
    private static final char AFTER_ALL = Character.MAX_VALUE;

    private final SqlText add;
    private final SqlText remove;

    public TermTable(TableNames names) {
        add = names.sql(dialect ->
                "INSERT INTO {ticket_term} (tenant_id, term, ticket_id) SELECT :tenant_id, u.term, :ticket_id FROM "
                        + dialect.elements("terms", "varchar", "term"));
        remove = names.sql("""
                DELETE FROM {ticket_term}
                WHERE tenant_id = :tenant_id AND term = :term AND ticket_id = :ticket_id""");
    }

    /** Terms from the first to the last. */
    public record Range(String first, String last) {
        static Range of(String word, boolean prefix) {
            String term = WORD + word;
            return new Range(term, prefix ? term + AFTER_ALL : term);
        }

        /** What may fulfil a clause, by each word of a phrase, or by one word of each of several phrases. */
        public static List<List<Range>> of(SearchClause clause) {
            if (clause.either().size() > 1) {
                return List.of(clause.either().stream()
                        .flatMap(phrase -> ofLast(phrase).stream())
                        .toList());
            }
            SearchPhrase phrase = clause.either().get(0);
            List<List<Range>> each = new ArrayList<>();
            each.add(ofLast(phrase));
            phrase.words().subList(0, phrase.words().size() - 1).forEach(word -> each.add(List.of(of(word, false))));
            return each;
        }

        private static List<Range> ofLast(SearchPhrase phrase) {
            return phrase.kind() == Kind.NUMBER
                    ? phrase.numbers().stream().map(word -> of(word, false)).toList()
                    : List.of(of(phrase.last(), phrase.kind() == Kind.PREFIX));
        }

        /** One for each attribute. */
        public static List<Range> of(Map<String, String> attributes) {
            return Attributes.terms(attributes).stream()
                    .map(each -> new Range(ATTRIBUTE + each, ATTRIBUTE + each))
                    .toList();
        }
    }

    /**
     * Writes what a change adds and removes what it takes away.
     *
     * @param bindings those of the change, with its {@code search_text} when that may be another
     */
    public void change(Sql sql, TicketChange change, Bindings bindings) throws SQLException {
        Ticket before = change.before();
        if (before != null && !changesTerms(change, before)) {
            return;
        }
        Set<String> now = terms(change.after(), bindings.textOf("search_text"));
        Set<String> old = before == null ? Set.of() : terms(before, SearchText.of(before, before.reference()));
        Set<String> added = old.isEmpty() ? now : without(now, old);
        if (!added.isEmpty()) {
            sql.update(add, key(change).texts("terms", added));
        }
        List<Bindings> removed = new ArrayList<>();
        for (String term : old) {
            if (!now.contains(term)) {
                removed.add(key(change).text("term", term));
            }
        }
        sql.updateAll(remove, removed);
    }

    private static Set<String> without(Set<String> terms, Set<String> others) {
        Set<String> rest = new LinkedHashSet<>(terms);
        rest.removeAll(others);
        return rest;
    }

    private static boolean changesTerms(TicketChange change, Ticket before) {
        return change.isErasure()
                || SearchText.isChangedBy(change)
                || !before.attributes().equals(change.after().attributes());
    }

    private static Bindings key(TicketChange change) {
        return new Bindings()
                .text("tenant_id", change.tenant().value())
                .id("ticket_id", change.after().id().value());
    }

    private static Set<String> terms(Ticket ticket, String searchText) {
        Set<String> terms = new LinkedHashSet<>();
        for (String word : searchText.split(" ", -1)) {
            if (SearchText.isWord(word)) {
                terms.add(WORD + word);
            }
        }
        Attributes.terms(ticket.attributes()).forEach(each -> terms.add(ATTRIBUTE + each));
        return terms;
    }
}
