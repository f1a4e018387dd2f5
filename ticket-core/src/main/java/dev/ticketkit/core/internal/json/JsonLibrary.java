package dev.ticketkit.core.internal.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The Jackson that is used: 3 where it works, else 2. Whether one works is tried, by writing and reading, for it has to fit the annotations that
 * are there: a host's dependencies may pin these to a version that a newer databind cannot be loaded with.
 */
public final class JsonLibrary {
    private static final String MAPPER = ".databind.ObjectMapper";

    private final @Nullable JacksonGeneration generation;
    private final String problem;

    private JsonLibrary(@Nullable JacksonGeneration generation, String problem) {
        this.generation = generation;
        this.problem = problem;
    }

    /** Tried when it is first needed: that loads a thousand classes, which a desk without automations does not need to start. */
    private static final class Tried {
        static final JsonLibrary FOUND = find();
    }

    /** Something of all that the library is needed for. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes(@JsonSubTypes.Type(value = Probe.class, name = "probe"))
    sealed interface Probed permits Probe {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Probe(
            @Nullable String text,
            List<Integer> numbers,
            @Nullable Probed more) implements Probed {
        @JsonCreator
        Probe(
                @JsonProperty("text") @Nullable String text,
                @JsonProperty("numbers") List<Integer> numbers,
                @JsonProperty("more") @Nullable Probed more) {
            this.text = text;
            this.numbers = List.copyOf(numbers);
            this.more = more;
        }
    }

    /** Whether there is one. Whether it can be used, shows when automations are first written or read. */
    public static boolean isPresent() {
        return isThere("tools.jackson") || isThere("com.fasterxml.jackson");
    }

    private static boolean isThere(String root) {
        try {
            mapperOf(root);
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    private static Class<?> mapperOf(String root) throws ClassNotFoundException {
        return Class.forName(root + MAPPER, false, JsonLibrary.class.getClassLoader());
    }

    /**
     * Refuses to go on where automations cannot be read.
     *
     * @throws IllegalStateException saying what is missing, or why what is there cannot be used
     */
    public static void require() {
        required();
    }

    static JacksonGeneration required() {
        JsonLibrary found = Tried.FOUND;
        if (found.generation == null) {
            throw new IllegalStateException(found.problem);
        }
        return found.generation;
    }

    private static JsonLibrary find() {
        List<String> problems = new ArrayList<>();
        // Lambdas, for a reference to a constructor would load the class here, outside of what is caught.
        JacksonGeneration found = tried("3", "tools.jackson", () -> new Jackson3(), problems);
        if (found == null) {
            found = tried("2", "com.fasterxml.jackson", () -> new Jackson2(), problems);
        }
        return new JsonLibrary(
                found,
                "automations are read and written as JSON, and no library for that can be used: "
                        + String.join("; ", problems)
                        + ". Add one with the jackson-annotations it brings, 3.1 or later or 2.18 or later,"
                        + " or use the desk without automations");
    }

    private static @Nullable JacksonGeneration tried(
            String number, String root, Supplier<JacksonGeneration> maker, List<String> problems) {
        String name = "Jackson " + number + " (" + root + ".core:jackson-databind)";
        try {
            mapperOf(root);
            JacksonGeneration generation = maker.get();
            if (!generation.isRecent()) {
                problems.add(name + " is too old, " + generation.version());
            } else if (works(generation)) {
                return generation;
            } else {
                problems.add(name + " " + generation.version() + " does not give back what it was given");
            }
        } catch (ClassNotFoundException e) {
            problems.add(name + " is not there");
        } catch (NoClassDefFoundError e) {
            problems.add(name + " lacks " + String.valueOf(e.getMessage()).replace('/', '.'));
        } catch (LinkageError | RuntimeException e) {
            problems.add(name + " fails with " + e);
        }
        return null;
    }

    private static boolean works(JacksonGeneration generation) {
        JsonMapping mapping = generation.mapping(new JsonRules(true, 10, 10, 10, List.of(Probed.class)));
        Probe probe = new Probe("a", List.of(1, 2), new Probe(null, List.of(), null));
        try {
            return probe.equals(mapping.read(mapping.write(probe), Probed.class)) && refuses(mapping);
        } catch (JsonFault e) {
            return false;
        }
    }

    private static boolean refuses(JsonMapping mapping) {
        try {
            mapping.read("{\"type\":\"probe\",\"numbers\":[],\"unknown\":1}", Probed.class);
            return false;
        } catch (JsonFault e) {
            return e.kind() == JsonFault.Kind.UNKNOWN_PROPERTY;
        }
    }
}
