package dev.ticketkit.jdbc.internal.search;

import dev.ticketkit.jdbc.internal.schema.SearchLanguages;
import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Row;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.jdbc.internal.transaction.Transactions;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.query.TicketQuery;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Chooses how words are found where there is an index of them. Tickets with rare words are collected by the index and sorted; common words are looked for
 * along the list, where a page is soon full. Which it is, is counted in a sample by the index itself: the database's statistics know nothing
 * of one tenant, nor of two words together, and a plan made for any word fits none.
 *
 * <p>See docs/decisions/0012-lists-and-search.md.
 */
public final class WordSearch {
    /** More tickets than these waiting to be indexed are indexed first; as many are looked at in each search. */
    private static final int MOST_LATE = 1_000;

    private static final int MOST_AT_ONCE = 5_000;
    private static final int MOST_SAMPLED = 2_000;
    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036F]");
    private static final double USUAL_TICKETS = 1e6;

    /** To collect and sort a ticket costs about four times as much as to look at one and go on; a page is about fifty. */
    private static final double WORTH = 12;

    private final Transactions transactions;
    private final WordIndexing indexing;
    private final SearchLanguages languages;
    private final SqlText stems;
    private final SqlText probe;
    private final SqlText distributedProbe;

    public WordSearch(TableNames names, Transactions transactions, SearchLanguages languages, WordIndexing indexing) {
        this.transactions = transactions;
        this.languages = languages;
        this.indexing = indexing;
        stems = names.sql("""
                SELECT x.word, s.stem FROM unnest(CAST(:words AS text[])) x (word),
                  unnest(ts_lexize(CAST(:dictionary AS regdictionary), x.word)) s (stem)""");
        probe = names.sql(probe("(SELECT c.reltuples FROM pg_class c WHERE c.oid = to_regclass('{ticket}'))"));
        // On Citus the coordinator does not know how long its tables are, and does not join its catalog with them.
        distributedProbe = names.sql(probe("-1"));
    }

    private static String probe(String tickets) {
        return """
                SELECT
                  (SELECT COUNT(*) FROM (SELECT 1 FROM {ticket_unindexed} u
                    WHERE u.tenant_id = :tenant_id LIMIT :most_late) late) AS late,
                  (SELECT COUNT(*) FROM (SELECT 1 FROM {ticket_words} w
                    WHERE w.tenant_id = :tenant_id AND w.words @@ CAST(:sample AS tsquery) LIMIT :most_sampled) hits) AS sampled,
                  current_setting('transaction_read_only') = 'off' AS writable,
                  %s AS tickets""".formatted(tickets);
    }

    private record Probe(boolean late, boolean writable, boolean rare) {}

    /** Reads, and in an owning store that may write, may index some. */
    public SearchPlan plan(TenantId tenant, TicketQuery query) {
        SearchPlan plain = SearchPlan.plain(query);
        if (!plain.hasWords() || !transactions.dialect().indexesWords()) {
            return plain;
        }
        SearchPlan plan = transactions.call().read(sql -> stemmed(sql, tenant, plain));
        Probe probed = transactions.call().read(sql -> probe(sql, tenant, plan));
        if (probed.late() && probed.writable() && !transactions.joined()) {
            indexing.run(tenant, MOST_AT_ONCE);
        }
        return plan.withIndex(probed.rare() && !plan.proposed().isEmpty());
    }

    private SearchPlan stemmed(Sql sql, TenantId tenant, SearchPlan plan) throws SQLException {
        @Nullable String dictionary = languages.dictionary(tenant);
        if (dictionary == null) {
            return plan;
        }
        Map<String, Set<String>> formsByWord = new LinkedHashMap<>();
        plan.accented().forEach(phrase -> formsByWord.put(phrase.accented(), WordForms.of(dictionary, phrase.last())));
        Set<String> words = new LinkedHashSet<>(formsByWord.keySet());
        formsByWord.values().forEach(words::addAll);
        Map<String, Set<String>> found = new HashMap<>();
        Bindings bindings = new Bindings().texts("words", words).text("dictionary", dictionary);
        sql.list(stems, bindings, row -> found.computeIfAbsent(row.text("word"), word -> new LinkedHashSet<>())
                .add(Objects.requireNonNull(row.text("stem"))));
        Map<String, Set<String>> stemsByWord = new HashMap<>();
        formsByWord.forEach((word, forms) -> {
            Set<String> all = new LinkedHashSet<>(found.getOrDefault(word, Set.of()));
            all.addAll(all.stream().map(WordSearch::withoutAccents).toList());
            forms.forEach(form -> all.addAll(found.getOrDefault(form, Set.of())));
            stemsByWord.put(word, all);
        });
        return plan.withStems(stemsByWord, dictionary);
    }

    /** As the index has stems of words with accents. */
    private static String withoutAccents(String stem) {
        return ACCENTS.matcher(Normalizer.normalize(stem, Normalizer.Form.NFD)).replaceAll("");
    }

    private Probe probe(Sql sql, TenantId tenant, SearchPlan plan) throws SQLException {
        Bindings bindings = new Bindings()
                .text("tenant_id", tenant.value())
                .text("sample", new Lexemes(tenant).sampleQuery(plan))
                .number("most_late", MOST_LATE + 1)
                .number("most_sampled", MOST_SAMPLED);
        SqlText statement = sql.isDistributed() ? distributedProbe : probe;
        Probe probed = sql.first(statement, bindings, WordSearch::probed).orElseThrow();
        return new Probe(probed.late(), probed.writable() && !sql.isReadOnly(), probed.rare());
    }

    private static Probe probed(Row row) throws SQLException {
        double known = row.decimal("tickets");
        double tickets = known > 0 ? known : USUAL_TICKETS;
        double hits = (double) row.number("sampled") * Lexemes.SAMPLE;
        return new Probe(row.number("late") > MOST_LATE, row.flag("writable"), hits <= Math.sqrt(WORTH * tickets));
    }
}
