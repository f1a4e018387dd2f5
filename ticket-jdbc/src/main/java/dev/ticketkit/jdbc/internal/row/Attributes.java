package dev.ticketkit.jdbc.internal.row;

import dev.ticketkit.jdbc.internal.sql.Hashes;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Attributes as elements of a text array: name, unit separator, value. Names hold no controls. */
public final class Attributes {
    private static final char SEPARATOR = '\u001F';

    private Attributes() {}

    static String element(String name, String value) {
        return name + SEPARATOR + value;
    }

    static List<String> elements(Map<String, String> attributes) {
        return attributes.entrySet().stream()
                .map(each -> element(each.getKey(), each.getValue()))
                .toList();
    }

    /** What the filter looks for; as short as an index needs it. */
    public static List<String> terms(Map<String, String> attributes) {
        return elements(attributes).stream().map(Hashes::term).toList();
    }

    static SortedMap<String, String> parse(List<@Nullable String> elements) {
        SortedMap<String, String> attributes = new TreeMap<>();
        for (String element : elements) {
            if (element != null) {
                int end = element.indexOf(SEPARATOR);
                attributes.put(element.substring(0, end), element.substring(end + 1));
            }
        }
        return attributes;
    }
}
