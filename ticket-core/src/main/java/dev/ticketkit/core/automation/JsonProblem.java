package dev.ticketkit.core.automation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import dev.ticketkit.core.internal.json.JsonFault;
import dev.ticketkit.spi.error.RefusedException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was wrong with a JSON text, in our own words. */
final class JsonProblem {
    static final String ROOT = "automation";

    private static final int LONGEST_NAME = 40;

    private JsonProblem() {}

    static RefusedException of(JsonFault e) {
        return switch (e.kind()) {
            case UNKNOWN_TYPE -> new RefusedException(inside(path(e.path()), "type"), "must be " + words(e.type()));
            case UNKNOWN_PROPERTY -> new RefusedException(parent(e), unknown(e));
            case OTHER_KIND -> new RefusedException(path(e.path()), "must be " + kind(e.type()));
            case BEYOND_LIMITS ->
                new RefusedException(
                        path(e.path()),
                        "goes beyond the limits: at most " + AutomationJson.MAX_DEPTH
                                + " levels, names and numbers of ordinary length");
            case MALFORMED -> new RefusedException(path(e.path()), malformed(e));
            case OTHER -> new RefusedException(path(e.path()), "cannot be read");
        };
    }

    private static String malformed(JsonFault e) {
        return "is no well-formed JSON, or has a property twice, at line " + e.line() + ", column " + e.column();
    }

    private static String words(@Nullable Class<?> type) {
        JsonSubTypes types = type == null ? null : type.getAnnotation(JsonSubTypes.class);
        return types == null
                ? "another word"
                : oneOf(Arrays.stream(types.value()).map(JsonSubTypes.Type::name));
    }

    private static String unknown(JsonFault e) {
        String name =
                e.path().isEmpty() ? null : e.path().get(e.path().size() - 1).name();
        return "has a property that does not exist" + (isHarmless(name) ? ", " + name : "")
                + (e.known().isEmpty()
                        ? ""
                        : "; possible are "
                                + e.known().stream()
                                        .map(String::valueOf)
                                        .sorted()
                                        .collect(Collectors.joining(", ")));
    }

    private static String kind(@Nullable Class<?> type) {
        if (type == null) {
            return "of another kind";
        }
        if (type.isEnum()) {
            return oneOf(Arrays.stream(type.getEnumConstants()).map(String::valueOf));
        }
        if (type == String.class) {
            return "a text";
        }
        if (type == Boolean.class) {
            return "true or false";
        }
        if (type == Integer.class || type == int.class) {
            return "a whole number, at most " + Integer.MAX_VALUE;
        }
        return Collection.class.isAssignableFrom(type) ? "a list" : objectLike(type);
    }

    private static String objectLike(Class<?> type) {
        return Map.class.isAssignableFrom(type) ? "an object of texts" : "an object";
    }

    private static String oneOf(Stream<String> words) {
        return "one of " + words.collect(Collectors.joining(", "));
    }

    private static String parent(JsonFault e) {
        return path(e.path().subList(0, Math.max(0, e.path().size() - 1)));
    }

    private static String path(List<JsonFault.Step> steps) {
        String path = "";
        for (JsonFault.Step step : steps) {
            String name = step.name();
            path = name == null ? path + "[" + step.index() + "]" : inside(path, isHarmless(name) ? name : "?");
        }
        return path.isEmpty() ? ROOT : path;
    }

    private static String inside(String path, String name) {
        return path.isEmpty() || path.equals(ROOT) ? name : path + "." + name;
    }

    // Names of properties are a stranger's text too.
    private static boolean isHarmless(@Nullable String name) {
        return name != null
                && !name.isEmpty()
                && name.length() <= LONGEST_NAME
                && name.chars()
                        .allMatch(c -> (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'));
    }
}
