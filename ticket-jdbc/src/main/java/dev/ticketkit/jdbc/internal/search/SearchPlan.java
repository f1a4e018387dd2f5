package dev.ticketkit.jdbc.internal.search;

import dev.ticketkit.jdbc.internal.dialect.Dialect;
import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.text.SearchPhrase;
import dev.ticketkit.spi.text.SearchPhrase.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the words of a query are found. That a ticket has them is always seen in its own row, so it is true at once and whatever the index
 * says; for rare words the index names those that may have them.
 *
 * @param clauses all of which must hold
 * @param contacts the ids that are as good as a contact's name
 * @param excluded the same of the queries whose tickets are left out
 * @param stems the stems of words in the tenant's language
 * @param dictionary what makes stems, or null
 * @param byIndex whether the words are rare enough to collect all tickets that may have them
 */
public record SearchPlan(
        List<SearchClause> clauses,
        Set<String> contacts,
        List<SearchPlan> excluded,
        Map<String, Set<String>> stems,
        @Nullable String dictionary,
        boolean byIndex) {
    private static final String CANDIDATES = """
            t.id = ANY(ARRAY(
              SELECT w.ticket_id FROM {ticket_words} w
              WHERE w.tenant_id = :tenant_id AND w.words @@ CAST(:search AS tsquery)
              UNION ALL
              SELECT u.ticket_id FROM {ticket_unindexed} u WHERE u.tenant_id = :tenant_id%s))""";

    private static final String OF_CONTACTS = """

              UNION ALL
              SELECT k.id FROM {ticket} k WHERE k.tenant_id = :tenant_id AND k.contact_id = ANY(:contact_ids)""";

    /** The stem of a ticket that is not indexed yet is made on the way. */
    private static final String HAS_STEM = """
            CASE WHEN t.id IN (SELECT u.ticket_id FROM {ticket_unindexed} u WHERE u.tenant_id = :tenant_id)
              THEN EXISTS (SELECT 1 FROM unnest(string_to_array(t.search_text, ' ')) x (word),
                  unnest(ts_lexize(CAST(:dictionary AS regdictionary), ltrim(x.word, '~'))) s (stem)
                WHERE %2$s = ANY(:%1$s_stems))
              ELSE COALESCE((SELECT w.words @@ CAST(:%1$s_query AS tsquery) FROM {ticket_words} w
                WHERE w.tenant_id = :tenant_id AND w.tenant_id = t.tenant_id AND w.ticket_id = t.id), FALSE) END""";

    /** Without an index. */
    static SearchPlan plain(TicketQuery query) {
        List<SearchPlan> excluded =
                query.excluded().stream().map(SearchPlan::plain).toList();
        return new SearchPlan(SearchClause.of(query), query.contacts(), excluded, Map.of(), null, false);
    }

    SearchPlan withStems(Map<String, Set<String>> found, String madeBy) {
        List<SearchPlan> without =
                excluded.stream().map(each -> each.withStems(found, madeBy)).toList();
        return new SearchPlan(clauses, contacts, without, found, madeBy, byIndex);
    }

    SearchPlan withIndex(boolean rare) {
        return new SearchPlan(clauses, contacts, excluded, stems, dictionary, rare);
    }

    /** Whether any words are looked for, to find tickets or to leave them out. */
    boolean hasWords() {
        return !clauses.isEmpty() || excluded.stream().anyMatch(SearchPlan::hasWords);
    }

    /** The phrases of which there may be other forms. */
    Stream<SearchPhrase> accented() {
        return Stream.concat(
                clauses.stream()
                        .flatMap(clause -> clause.either().stream())
                        .filter(phrase -> phrase.accented() != null),
                excluded.stream().flatMap(SearchPlan::accented));
    }

    /** What an index of words is asked for: a contact's name only alone, as an id is as good. */
    List<SearchClause> proposed() {
        List<SearchClause> certain = clauses.stream()
                .filter(clause -> clause.isProposed() && clause.field() != SearchField.CONTACT)
                .toList();
        return certain.isEmpty()
                ? clauses.stream().filter(SearchClause::isProposed).toList()
                : certain;
    }

    /**
     * What must all hold of tickets {@code t}, but for what is left out; their parameters are bound.
     *
     * @param prefix of the names of parameters
     */
    public List<String> conditions(Bindings bindings, String prefix, Lexemes lexemes, Dialect dialect) {
        if (dictionary != null) {
            bindings.text("dictionary", dictionary);
        }
        List<String> conditions = new ArrayList<>();
        int phrases = 0;
        for (SearchClause clause : clauses) {
            List<String> either = new ArrayList<>();
            for (SearchPhrase phrase : clause.either()) {
                either.add(has(bindings, lexemes, dialect, prefix + "phrase_" + phrases++, clause.field(), phrase));
            }
            if (clause.field() == SearchField.CONTACT && !contacts.isEmpty()) {
                bindings.texts(prefix + "contact_ids", contacts);
                either.add("t.contact_id = ANY(:" + prefix + "contact_ids)");
            }
            String any = either.isEmpty() ? "FALSE" : String.join(" OR ", either);
            conditions.add((clause.excluded() ? "NOT " : "") + "(" + any + ")");
        }
        if (byIndex) {
            bindings.text("search", lexemes.query(this));
            conditions.add(CANDIDATES.formatted(proposesContacts() ? OF_CONTACTS : ""));
        }
        return conditions;
    }

    /** Terms that name all tickets which may be found, each list in another way. */
    public List<List<TermTable.Range>> terms() {
        return proposed().stream()
                .flatMap(clause -> TermTable.Range.of(clause).stream())
                .toList();
    }

    /** Whether what is proposed lacks the tickets of contacts that are found by their ids. */
    public boolean proposesContacts() {
        return !contacts.isEmpty() && proposed().stream().anyMatch(clause -> clause.field() == SearchField.CONTACT);
    }

    private String has(
            Bindings bindings, Lexemes lexemes, Dialect dialect, String name, SearchField field, SearchPhrase phrase) {
        if (phrase.kind() == Kind.NUMBER) {
            bindings.text(name, pattern(phrase));
            return dialect.matches(field.words(), name);
        }
        bindings.text(name, " " + String.join(" ", phrase.words()) + (phrase.kind() == Kind.PREFIX ? "" : " "));
        String whole = "POSITION(:" + name + " IN " + field.words() + ") > 0";
        Set<String> ofWord = stems(field, phrase);
        if (ofWord.isEmpty()) {
            return whole;
        }
        List<String> alternatives = new ArrayList<>();
        ofWord.forEach(stem -> alternatives.add(lexemes.stem(stem)));
        bindings.texts(name + "_stems", ofWord).text(name + "_query", String.join(" | ", alternatives));
        return whole + " OR " + HAS_STEM.formatted(name, Lexemes.STEM);
    }

    /** Nothing in a word means anything to a regular expression. */
    private static String pattern(SearchPhrase phrase) {
        String head = phrase.numberHead();
        String digits = phrase.last().substring(head.length());
        StringBuilder pattern = new StringBuilder(" ");
        List<String> before = phrase.words().subList(0, phrase.words().size() - 1);
        before.forEach(word -> pattern.append(word).append(' '));
        return pattern.append(before.isEmpty() ? "" : "([0-9]{4} )?")
                .append(head)
                .append("0{0,")
                .append(SearchPhrase.LONGEST_NUMBER - digits.length())
                .append('}')
                .append(digits)
                .append(' ')
                .toString();
    }

    /** The stems by which another form of a phrase is found: of a single word, anywhere. */
    Set<String> stems(SearchField field, SearchPhrase phrase) {
        return field == SearchField.ANY && phrase.accented() != null
                ? stems.getOrDefault(phrase.accented(), Set.of())
                : Set.of();
    }
}
