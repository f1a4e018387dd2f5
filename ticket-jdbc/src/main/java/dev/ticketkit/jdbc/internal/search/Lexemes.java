package dev.ticketkit.jdbc.internal.search;

import dev.ticketkit.jdbc.internal.sql.Hashes;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.text.SearchWord;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands for a ticket in the index of words: its words and, behind a tilde, their stems, each behind a short hash of its tenant. So the
 * index itself leaves out other tenants; as a lexeme beside the words the tenant would have to be looked up for every hit, among all of its
 * tickets. One ticket of {@value #SAMPLE} has everything once more behind another sign: by that the tickets that have some words are
 * counted without collecting them. No word holds a character that means something to PostgreSQL.
 */
public final class Lexemes {
    /** Of so many tickets one is counted. */
    static final int SAMPLE = 64;

    private static final char EVERY = ':';
    private static final char SAMPLED = '!';
    private static final int TENANT_LENGTH = 8;

    /** What begins each lexeme of ticket {@code r}. */
    private static final String KINDS = """
            (SELECT :tenant_lexeme || '%s' UNION ALL
              SELECT :tenant_lexeme || '%s' WHERE get_byte(uuid_send(r.id), 15) %% %s = 0) k (kind)""".formatted(EVERY, SAMPLED, SAMPLE);

    private static final String WORDS = """
            SELECT k.kind || x.word FROM unnest(string_to_array(r.search_text, ' ')) x (word),
              %s
            WHERE x.word <> ''""".formatted(KINDS);

    private static final String STEMS = """
            SELECT k.kind || '~' || s.stem FROM unnest(string_to_array(r.search_text, ' ')) x (word),
              unnest(ts_lexize(CAST(:dictionary AS regdictionary), x.word)) s (stem),
              %s""".formatted(KINDS);

    private final String tenant;

    public Lexemes(TenantId tenant) {
        this.tenant = Hashes.term(tenant.value()).substring(0, TENANT_LENGTH);
    }

    static String vector(boolean stemmed) {
        return "array_to_tsvector(ARRAY(\n" + WORDS + (stemmed ? "\nUNION\n" + STEMS : "") + "))";
    }

    /** The parameter of a vector. */
    String tenant() {
        return tenant;
    }

    /** What finds the tickets that may have the words. */
    String query(SearchPlan plan) {
        return query(EVERY, plan);
    }

    /** The same among the sample. */
    String sampleQuery(SearchPlan plan) {
        return query(SAMPLED, plan);
    }

    /** What finds the tickets with a stem. */
    String stem(String stem) {
        return stem(EVERY, stem);
    }

    private String stem(char kind, String stem) {
        return quoted(tenant + kind + "~" + stem);
    }

    private String query(char kind, SearchPlan plan) {
        List<String> all = new ArrayList<>();
        for (SearchWord word : plan.words()) {
            if (word.prefix()) {
                all.add(quoted(tenant + kind + word.value()) + ":*");
            } else {
                List<String> either = new ArrayList<>(List.of(quoted(tenant + kind + word.value())));
                plan.stems().getOrDefault(word.value(), List.of()).forEach(stem -> either.add(stem(kind, stem)));
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
