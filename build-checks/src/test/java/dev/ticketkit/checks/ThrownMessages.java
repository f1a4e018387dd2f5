package dev.ticketkit.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sentences that a source gives to what it throws, with … for what is only known when it is thrown. */
final class ThrownMessages {
    private static final String TEXT = "\"(?:\\\\.|[^\"\\\\\\n])*\"";
    private static final Pattern TOKEN =
            Pattern.compile("/\\*[\\s\\S]*?\\*/|//[^\\n]*|\"\"\"[\\s\\S]*?\"\"\"|'(?:\\\\.|[^'\\\\])'|" + TEXT);
    private static final Pattern PIECE = Pattern.compile(TEXT + "|'(?:\\\\.|[^'\\\\])'|[(),]|[+\\s]+|[^(),+\\s\"']+");
    private static final Pattern CALL = Pattern.compile(
            "\\bnew \\w+(?:Exception|Failure|Problem|Warning)\\(|\\bsuper\\("
                    + "|\\bStorageErrors\\.(?:schema|misuse)\\(|(?<![.\\w])error\\(|\\bObjects\\.requireNonNull\\(|\\bDeliveryException\\.\\w+\\(");
    private static final Pattern FAILURE = Pattern.compile("\\bnew AssertionError\\(");
    private static final Pattern LOG = Pattern.compile("\\bLOG\\s*\\.(warn|error|info)\\(");
    private static final Pattern WORDS = Pattern.compile("[^…]*\\p{L}[^…]* [^…]*");

    private ThrownMessages() {}

    /** Of everything that is thrown. */
    static Set<String> of(String source) {
        return of(CALL, source);
    }

    /** Of what a contract fails with by itself. */
    static Set<String> failures(String source) {
        return of(FAILURE, source);
    }

    /** What is logged, each with its level before it. */
    static Set<String> logged(String source) {
        String code = withoutComments(source);
        Set<String> lines = new TreeSet<>();
        Matcher call = LOG.matcher(code);
        while (call.find()) {
            String text = arguments(code, call.end()).get(0).replace("{}", "…");
            lines.add(call.group(1) + ": " + text);
        }
        return lines;
    }

    private static Set<String> of(Pattern calls, String source) {
        String code = withoutComments(source);
        Set<String> messages = new TreeSet<>();
        Matcher call = calls.matcher(code);
        while (call.find()) {
            arguments(code, call.end()).stream()
                    .filter(ThrownMessages::isSentence)
                    .forEach(messages::add);
        }
        return messages;
    }

    /** Every text with words that a source has, whatever it does with it. */
    static Set<String> allTexts(String source) {
        Set<String> texts = new TreeSet<>();
        Matcher joined = Pattern.compile(TEXT + "(?:\\s*\\+\\s*" + TEXT + ")*").matcher(withoutComments(source));
        while (joined.find()) {
            StringBuilder text = new StringBuilder();
            Matcher each = Pattern.compile(TEXT).matcher(joined.group());
            while (each.find()) {
                text.append(unquoted(each.group()));
            }
            if (isSentence(text.toString())) {
                texts.add(text.toString().strip());
            }
        }
        return texts;
    }

    private static String withoutComments(String source) {
        return TOKEN.matcher(source).replaceAll(token -> {
            String text = token.group();
            boolean comment = text.startsWith("/") || text.startsWith("\"\"\"");
            return comment ? " " : Matcher.quoteReplacement(text);
        });
    }

    private static List<String> arguments(String code, int from) {
        List<String> arguments = new ArrayList<>(List.of(""));
        Matcher piece = PIECE.matcher(code).region(from, code.length());
        int depth = 1;
        while (depth > 0 && piece.find()) {
            String text = piece.group();
            int last = arguments.size() - 1;
            if (text.equals("(") || text.equals(")")) {
                depth += text.equals("(") ? 1 : -1;
            } else if (text.equals(",") && depth == 1) {
                arguments.add("");
            } else if (text.startsWith("\"")) {
                arguments.set(last, arguments.get(last) + unquoted(text));
            } else if (!text.isBlank()
                    && !text.strip().equals("+")
                    && !arguments.get(last).endsWith("…")) {
                arguments.set(last, arguments.get(last) + "…");
            }
        }
        return arguments;
    }

    private static boolean isSentence(String text) {
        return text.replace("…", "").strip().length() > 8 && WORDS.matcher(text).find();
    }

    private static String unquoted(String text) {
        return text.substring(1, text.length() - 1).replace("\\\"", "\"").replace("\\\\", "\\");
    }
}
