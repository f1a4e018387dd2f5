package dev.ticketkit.jdbc;

import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.text.SearchWord;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands for a ticket in the index of words: its words as they are, their stems behind a tilde, and its tenant behind an at sign, so
 * that the index itself leaves out other tenants. One ticket of {@value #SAMPLE} has a second lexeme of its tenant: by it the tickets that
 * have some words are counted without collecting them. No word holds a character that means something to PostgreSQL.
 */
final class Lexemes {
    /** Of so many tickets one is counted. */
    static final int SAMPLE = 64;

    /** Of ticket {@code r}; {@code %s} is what adds stems. */
    private static final String VECTOR = """
            array_to_tsvector(ARRAY(
              SELECT x.word FROM unnest(string_to_array(r.search_text, ' ')) x (word) WHERE x.word <> ''
              %s
              UNION SELECT :tenant_lexeme
              UNION SELECT :tenant_lexeme || '!' WHERE get_byte(uuid_send(r.id), 15) %% 64 = 0))""";

    private static final String STEMS = """
            UNION SELECT '~' || s.stem FROM unnest(string_to_array(r.search_text, ' ')) x (word),
                unnest(ts_lexize(CAST(:dictionary AS regdictionary), x.word)) s (stem)""";

    private final String tenant;

    Lexemes(TenantId tenant) {
        this.tenant = "@" + Hashes.term(tenant.value());
    }

    static String vector(boolean stemmed) {
        return VECTOR.formatted(stemmed ? STEMS : "");
    }

    /** The parameter of a vector. */
    String tenant() {
        return tenant;
    }

    /** What finds the tickets that may have the words. */
    String query(SearchPlan plan) {
        return query(quoted(tenant), plan);
    }

    /** The same among the sample. */
    String sampleQuery(SearchPlan plan) {
        return query(quoted(tenant + "!"), plan);
    }

    static String stem(String stem) {
        return quoted("~" + stem);
    }

    private static String query(String first, SearchPlan plan) {
        List<String> all = new ArrayList<>(List.of(first));
        for (SearchWord word : plan.words()) {
            if (word.prefix()) {
                all.add(quoted(word.value()) + ":*");
            } else {
                List<String> either = new ArrayList<>(List.of(quoted(word.value())));
                plan.stems().getOrDefault(word.value(), List.of()).forEach(stem -> either.add(stem(stem)));
                all.add("(" + String.join(" | ", either) + ")");
            }
        }
        return String.join(" & ", all);
    }

    /** Stems come from a dictionary that a host may have replaced. */
    private static String quoted(String lexeme) {
        return "'" + lexeme.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
