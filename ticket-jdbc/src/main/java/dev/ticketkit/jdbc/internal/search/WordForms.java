package dev.ticketkit.jdbc.internal.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Other forms of a word whose stem is another, so that a query has to ask for their stems too: what PostgreSQL's stemmers leave apart, such as Dutch
 * {@code coördinaties} and {@code coördinatie}. By endings without accents, from the one to the other and back; a form that no ticket has
 * finds nothing.
 *
 * <p>See docs/decisions/0029-search.md.
 */
final class WordForms {
    private static final int SHORTEST = 3;

    private static final Map<String, List<Ending>> ENDINGS = Map.of(
            "portuguese_stem",
            endings("ao/oes ao/aes ao/aos al/ais el/eis il/is il/eis ol/ois ul/uis m/ns r/res z/zes es/eses"),
            "spanish_stem",
            endings("s/ses a/as e/es i/is o/os u/us i/ies u/ues z/ces n/nes"),
            "french_stem",
            endings(
                    "ee/e ees/e ee/es ee/er er/ere a/as e/es i/is o/os u/us eau/eaux au/aux eu/eux al/aux ail/aux ou/oux ais/aise"),
            "german_stem",
            endings("a/as i/is o/os u/us el/eln er/ern"),
            "dutch_stem",
            endings("a/as e/es i/is o/os u/us ee/eeen ie/ieen ie/ien eel/ele"));

    private WordForms() {}

    private record Ending(String one, String other) {
        Stream<String> other(String word) {
            return Stream.concat(instead(word, one, other), instead(word, other, one));
        }

        private static Stream<String> instead(String word, String ending, String instead) {
            return word.endsWith(ending)
                    ? Stream.of(word.substring(0, word.length() - ending.length()) + instead)
                    : Stream.of();
        }
    }

    /**
     * The forms, and the word itself.
     *
     * @param word without accents
     */
    static Set<String> of(String dictionary, String word) {
        Set<String> forms = new LinkedHashSet<>(Set.of(word));
        ENDINGS.getOrDefault(dictionary, List.of()).stream()
                .flatMap(ending -> ending.other(word))
                .filter(form -> form.length() >= SHORTEST)
                .forEach(forms::add);
        return forms;
    }

    private static List<Ending> endings(String pairs) {
        return Stream.of(pairs.split(" ", -1))
                .map(pair -> pair.split("/", -1))
                .map(pair -> new Ending(pair[0], pair[1]))
                .toList();
    }
}
