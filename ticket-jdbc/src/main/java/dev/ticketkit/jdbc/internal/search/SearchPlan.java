package dev.ticketkit.jdbc.internal.search;

import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.text.SearchWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the words of a query are found. That a ticket has them is always seen in its own row, so it is true at once and whatever the index
 * says; for rare words the index names those that may have them.
 *
 * @param words all of which a ticket has
 * @param excluded none of which it has
 * @param stems the stems of words in the tenant's language
 * @param dictionary what makes stems, or null
 * @param byIndex whether the words are rare enough to collect all tickets that may have them
 */
public record SearchPlan(
        Set<SearchWord> words,
        Set<SearchWord> excluded,
        Map<String, List<String>> stems,
        @Nullable String dictionary,
        boolean byIndex) {
    private static final String CANDIDATES = """
            t.id = ANY(ARRAY(
              SELECT w.ticket_id FROM {ticket_words} w
              WHERE w.tenant_id = :tenant_id AND w.words @@ CAST(:search AS tsquery)
              UNION ALL
              SELECT u.ticket_id FROM {ticket_unindexed} u WHERE u.tenant_id = :tenant_id))""";

    /** The stem of a ticket that is not indexed yet is made on the way. */
    private static final String HAS_STEM = """
            CASE WHEN t.id IN (SELECT u.ticket_id FROM {ticket_unindexed} u WHERE u.tenant_id = :tenant_id)
              THEN EXISTS (SELECT 1 FROM unnest(string_to_array(t.search_text, ' ')) x (word)
                WHERE ts_lexize(CAST(:dictionary AS regdictionary), x.word) && :%1$s_stems)
              ELSE COALESCE((SELECT w.words @@ CAST(:%1$s_query AS tsquery) FROM {ticket_words} w
                WHERE w.tenant_id = :tenant_id AND w.tenant_id = t.tenant_id AND w.ticket_id = t.id), FALSE) END""";

    /** Without an index. */
    static SearchPlan plain(TicketQuery query) {
        return new SearchPlan(
                SearchWord.parse(query.text()), SearchWord.parse(query.excludedText()), Map.of(), null, false);
    }

    SearchPlan withStems(Map<String, List<String>> found, String madeBy) {
        return new SearchPlan(words, excluded, found, madeBy, byIndex);
    }

    SearchPlan withIndex(boolean rare) {
        return new SearchPlan(words, excluded, stems, dictionary, rare);
    }

    /** What must all hold of tickets {@code t}; their parameters are bound. */
    public List<String> conditions(Bindings bindings, Lexemes lexemes) {
        if (dictionary != null) {
            bindings.text("dictionary", dictionary);
        }
        List<String> conditions = new ArrayList<>();
        for (SearchWord word : words) {
            conditions.add(has(bindings, lexemes, "word_" + conditions.size(), word));
        }
        for (SearchWord word : excluded) {
            conditions.add("NOT " + has(bindings, lexemes, "word_" + conditions.size(), word));
        }
        if (byIndex) {
            bindings.text("search", lexemes.query(this));
            conditions.add(CANDIDATES);
        }
        return conditions;
    }

    private String has(Bindings bindings, Lexemes lexemes, String name, SearchWord word) {
        bindings.text(name, " " + word.value() + (word.prefix() ? "" : " "));
        String whole = "POSITION(:" + name + " IN t.search_text) > 0";
        List<String> ofWord = word.prefix() ? List.of() : stems.getOrDefault(word.value(), List.of());
        if (ofWord.isEmpty()) {
            return "(" + whole + ")";
        }
        List<String> alternatives = new ArrayList<>();
        ofWord.forEach(stem -> alternatives.add(lexemes.stem(stem)));
        bindings.texts(name + "_stems", ofWord).text(name + "_query", String.join(" | ", alternatives));
        return "(" + whole + " OR " + HAS_STEM.formatted(name) + ")";
    }
}
