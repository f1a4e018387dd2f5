package dev.ticketkit.checks.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words that the house has given up for those of the field, in names, comments and texts. One list; it only grows. */
final class OldWords {
    private static final Pattern PARTS_OF_NAMES = Pattern.compile("(?<=[a-z])(?=[A-Z])|_");
    private static final Pattern WORDS = Pattern.compile(
            "\\b(told|tells?|telling|notices?|nudged?|nudges|chores?|upkeep|in hand|done marks?|slow lane|held rows?|feed tail"
                    + "|tally|tallies|stretch|stretches|set aside|somebody|he|him|his|himself)\\b",
            Pattern.CASE_INSENSITIVE);

    /** To tell two things apart is plain English. */
    private static final Pattern APART = Pattern.compile("\\b(told|tells?|telling)\\b[^.;:]{0,80}?\\bapart\\b");

    private OldWords() {}

    /** Each file of a module that has some, and how many. */
    static Figure in(SourceTree house, String module) {
        int sum = 0;
        List<String> files = new ArrayList<>();
        for (SourceFile file : house.main(module)) {
            long count = WORDS.matcher(plain(file)).results().count();
            sum += (int) count;
            if (count > 0) {
                files.add(file.name() + " " + count);
            }
        }
        return new Figure(
                "old words of " + module, sum, String.join(", ", files.subList(0, Math.min(5, files.size()))));
    }

    private static String plain(SourceFile file) {
        try {
            Matcher text = PARTS_OF_NAMES.matcher(Files.readString(file.path()));
            return APART.matcher(text.replaceAll(" ")).replaceAll("apart");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
