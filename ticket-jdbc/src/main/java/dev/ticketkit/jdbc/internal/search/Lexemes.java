package dev.ticketkit.jdbc.internal.search;

import dev.ticketkit.jdbc.internal.sql.Hashes;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.text.SearchPhrase;
import dev.ticketkit.spi.text.SearchPhrase.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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

    /** The stem {@code s} of a word {@code x}, without the accents of one that has them. */
    static final String STEM = """
            CASE WHEN left(x.word, 1) = '~'
              THEN regexp_replace(normalize(s.stem, NFD), '[' || chr(768) || '-' || chr(879) || ']', '', 'g') ELSE s.stem END""";

    private static final String WORDS = """
            SELECT k.kind || x.word FROM unnest(string_to_array(r.search_text, ' ')) x (word),
              %s
            WHERE strpos('%s', left(x.word, 1)) = 0""".formatted(KINDS, SearchText.SIGNS);

    private static final String STEMS = """
            SELECT k.kind || '~' || %s FROM unnest(string_to_array(r.search_text, ' ')) x (word),
              unnest(ts_lexize(CAST(:dictionary AS regdictionary), ltrim(x.word, '~'))) s (stem),
              %s
            WHERE left(x.word, 1) = '~' OR strpos('%s', left(x.word, 1)) = 0""".formatted(STEM, KINDS, SearchText.SIGNS);

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
        return plan.proposed().stream()
                .map(clause -> clause.either().stream()
                        .map(phrase -> phrase(kind, phrase, plan.stems(clause.field(), phrase)))
                        .collect(Collectors.joining(" | ", "(", ")")))
                .collect(Collectors.joining(" & "));
    }

    private String phrase(char kind, SearchPhrase phrase, Set<String> stems) {
        List<String> all = new ArrayList<>();
        phrase.words().subList(0, phrase.words().size() - 1).forEach(word -> all.add(word(kind, word)));
        if (phrase.kind() == Kind.PREFIX) {
            all.add(word(kind, phrase.last()) + ":*");
        } else {
            List<String> either = new ArrayList<>();
            (phrase.kind() == Kind.NUMBER ? phrase.numbers() : List.of(phrase.last()))
                    .forEach(word -> either.add(word(kind, word)));
            stems.forEach(stem -> either.add(stem(kind, stem)));
            all.add("(" + String.join(" | ", either) + ")");
        }
        return all.stream().distinct().collect(Collectors.joining(" & ", "(", ")"));
    }

    private String word(char kind, String word) {
        return quoted(tenant + kind + word);
    }

    /** Stems come from a dictionary that a host may have replaced. */
    private static String quoted(String lexeme) {
        return "'" + lexeme.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
