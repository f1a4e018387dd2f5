package dev.ticketkit.core.automation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import dev.ticketkit.spi.error.RefusedException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What was wrong with a JSON text, in our own words: the provider's messages quote the text and name classes. */
final class JsonProblem {
    static final String ROOT = "automation";

    private static final int LONGEST_NAME = 40;

    private JsonProblem() {}

    static RefusedException of(JacksonException e) {
        if (e instanceof InvalidTypeIdException type) {
            return new RefusedException(inside(path(e.getPath()), "type"), "must be " + words(type));
        }
        if (e instanceof UnrecognizedPropertyException unknown) {
            return new RefusedException(parent(e), unknown(unknown));
        }
        if (e instanceof MismatchedInputException mismatch) {
            return new RefusedException(path(e.getPath()), "must be " + kind(mismatch.getTargetType()));
        }
        if (e instanceof StreamConstraintsException) {
            return new RefusedException(
                    path(e.getPath()),
                    "goes beyond the limits: at most " + AutomationJson.MAX_DEPTH
                            + " levels, names and numbers of ordinary length");
        }
        if (e instanceof InputCoercionException) {
            return new RefusedException(path(e.getPath()), "must be " + kind(Integer.class));
        }
        return new RefusedException(
                path(e.getPath()), e instanceof StreamReadException ? malformed(e) : "cannot be read");
    }

    private static String malformed(JacksonException e) {
        return "is no well-formed JSON, or has a property twice, at line "
                + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr();
    }

    private static String words(InvalidTypeIdException e) {
        JsonSubTypes types = e.getBaseType().getRawClass().getAnnotation(JsonSubTypes.class);
        return types == null
                ? "another word"
                : oneOf(Arrays.stream(types.value()).map(JsonSubTypes.Type::name));
    }

    private static String unknown(UnrecognizedPropertyException e) {
        String name = e.getPropertyName();
        Collection<Object> known = e.getKnownPropertyIds();
        return "has a property that does not exist" + (isHarmless(name) ? ", " + name : "")
                + (known == null
                        ? ""
                        : "; possible are "
                                + known.stream().map(String::valueOf).sorted().collect(Collectors.joining(", ")));
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

    private static String parent(JacksonException e) {
        List<JacksonException.Reference> path = e.getPath();
        return path(path.subList(0, Math.max(0, path.size() - 1)));
    }

    private static String path(List<JacksonException.Reference> references) {
        String path = "";
        for (JacksonException.Reference reference : references) {
            String name = reference.getPropertyName();
            path = name == null ? path + "[" + reference.getIndex() + "]" : inside(path, isHarmless(name) ? name : "?");
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
