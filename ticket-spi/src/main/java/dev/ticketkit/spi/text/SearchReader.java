package dev.ticketkit.spi.text;

import dev.ticketkit.spi.text.SearchPhrase.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads what a text asks for. What is no phrase, no {@code OR} and no star is words. */
final class SearchReader {
    private static final String QUOTES = "\u201C\u201D\u201E\u201F\u00AB\u00BB\uFF02";
    private static final String OR = "OR";

    /** What parts things that are written without blanks, where they are looked for. */
    private static final String GAPS = ",;<>()[]{}|";

    private final List<Token> tokens = new ArrayList<>();

    /** What stands between blanks or quotation marks, and its words. */
    private record Token(String text, boolean quoted, List<String> words, String accented, boolean starred) {
        static Token of(String text, boolean quoted) {
            List<String> words = new ArrayList<>();
            String[] accented = {""};
            boolean[] starred = {false};
            Words.scan(text, (word, withAccents, star) -> {
                words.add(word);
                accented[0] = withAccents;
                starred[0] = star;
            });
            return new Token(text, quoted, words, accented[0], starred[0]);
        }

        boolean isOr() {
            return !quoted && text.equals(OR);
        }

        /** Whether its words belong together: a number, an address, or of a script that has no blanks to tell them apart. */
        boolean isTogether() {
            return quoted
                    || words.stream()
                            .flatMapToInt(String::codePoints)
                            .anyMatch(c -> Character.isDigit(c) || WordScan.isUnspaced(c));
        }

        boolean isPhone() {
            return !quoted && text.startsWith("+") && isOfPhone();
        }

        boolean isOfPhone() {
            return !words.isEmpty() && text.chars().allMatch(c -> SearchPhrase.isDigit(c) || "+()./-".indexOf(c) >= 0);
        }

        SearchPhrase phrase() {
            return new SearchPhrase(words, kind(), kind() == Kind.WORDS && words.size() == 1 ? accented : null);
        }

        private Kind kind() {
            String last = words.get(words.size() - 1);
            if (quoted) {
                return Kind.LITERAL;
            }
            if (starred && last.codePointCount(0, last.length()) >= SearchPhrase.SHORTEST_PREFIX) {
                return Kind.PREFIX;
            }
            SearchPhrase plain = new SearchPhrase(words, Kind.WORDS, null);
            String head = plain.numberHead();
            int digits = last.length() - head.length();
            boolean number = digits > 0
                    && digits < SearchPhrase.LONGEST_NUMBER
                    && last.charAt(head.length()) != '0'
                    && (words.size() > 1 || head.isEmpty());
            return number ? Kind.NUMBER : Kind.WORDS;
        }
    }

    private final String gaps;

    private SearchReader(String text, String gaps) {
        this.gaps = gaps;
        String plain = plainQuotes(text);
        int at = 0;
        while (at < plain.length()) {
            int close = plain.charAt(at) == '"' ? plain.indexOf('"', at + 1) : -1;
            if (isGap(plain.charAt(at))) {
                at++;
            } else if (close > 0) {
                add(plain.substring(at + 1, close), true);
                at = close + 1;
            } else {
                int end = at;
                while (end < plain.length() && !isGap(plain.charAt(end))) {
                    end++;
                }
                add(plain.substring(at, end), false);
                at = end;
            }
        }
    }

    /** What is to be found. */
    static SearchReader of(String text) {
        return new SearchReader(text, GAPS);
    }

    /** What is to be left out: all that stands between blanks together. */
    static SearchReader ofExcluded(String text) {
        return new SearchReader(text, "");
    }

    private void add(String text, boolean quoted) {
        Token token = Token.of(text, quoted);
        if (!token.words.isEmpty()) {
            tokens.add(token);
        }
    }

    List<List<SearchPhrase>> terms() {
        Set<List<SearchPhrase>> terms = new LinkedHashSet<>();
        int at = 0;
        while (at < tokens.size()) {
            int end = operandEnd(at);
            if (!isJoined(end)) {
                terms.addAll(alone(at, end));
            } else {
                List<SearchPhrase> either = new ArrayList<>(together(at, end));
                while (isJoined(end)) {
                    int next = end + 1;
                    end = operandEnd(next);
                    either.addAll(together(next, end));
                }
                terms.add(either);
            }
            at = end;
        }
        return List.copyOf(terms);
    }

    List<SearchPhrase> phrases() {
        return tokens.stream().map(Token::phrase).distinct().toList();
    }

    List<SearchPhrase> whole() {
        if (tokens.isEmpty()) {
            return List.of();
        }
        if (operandEnd(0) == tokens.size()) {
            return together(0, tokens.size());
        }
        return List.of(
                Token.of(String.join(" ", tokens.stream().map(Token::text).toList()), false)
                        .phrase());
    }

    /** Whether another alternative follows. */
    private boolean isJoined(int at) {
        return at + 1 < tokens.size() && tokens.get(at).isOr();
    }

    /** One token; the digits of a phone together. */
    private int operandEnd(int at) {
        int end = at + 1;
        if (tokens.get(at).isPhone()) {
            while (end < tokens.size()
                    && !tokens.get(end).quoted
                    && tokens.get(end).isOfPhone()) {
                end++;
            }
        }
        return end;
    }

    private List<List<SearchPhrase>> alone(int at, int end) {
        Token token = tokens.get(at);
        if (end > at + 1 || token.isTogether() || token.words.size() == 1) {
            return List.of(together(at, end));
        }
        List<List<SearchPhrase>> each = new ArrayList<>();
        Words.scan(
                token.text,
                (word, accented, starred) ->
                        each.add(List.of(new Token(word, false, List.of(word), accented, starred).phrase())));
        return each;
    }

    /** The phrase; of a phone also its digits as one word, as it is stored. */
    private List<SearchPhrase> together(int at, int end) {
        Token first = tokens.get(at);
        if (!first.isPhone()) {
            return List.of(first.phrase());
        }
        List<String> words = tokens.subList(at, end).stream()
                .flatMap(token -> token.words.stream())
                .toList();
        SearchPhrase digits = new SearchPhrase(List.of(String.join("", words)), Kind.LITERAL, null);
        return words.size() == 1
                ? List.of(first.phrase())
                : List.of(digits, new SearchPhrase(words, Kind.LITERAL, null));
    }

    private static String plainQuotes(String text) {
        StringBuilder plain = new StringBuilder(text);
        for (int i = 0; i < plain.length(); i++) {
            if (QUOTES.indexOf(plain.charAt(i)) >= 0) {
                plain.setCharAt(i, '"');
            }
        }
        return plain.toString();
    }

    private boolean isGap(char character) {
        return gaps.indexOf(character) >= 0 || Character.isWhitespace(character) || Character.isSpaceChar(character);
    }
}
