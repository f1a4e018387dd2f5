package dev.ticketkit.samples.helpdesk.automation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Parameters of a step as a field of lines holds them: a value a line, or {@code name=value} a line. */
final class Parameters {
    private Parameters() {}

    /** The lines of values; empty when one has lines itself. */
    static Optional<String> lines(List<String> values) {
        return joined(values);
    }

    /** The lines of named values in order of their names; empty when a value has lines itself, or a name an equals sign. */
    static Optional<String> lines(Map<String, String> values) {
        if (values.keySet().stream().anyMatch(name -> name.contains("="))) {
            return Optional.empty();
        }
        return joined(new TreeMap<>(values)
                .entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .toList());
    }

    private static Optional<String> joined(List<String> lines) {
        boolean shown = lines.stream()
                .allMatch(line -> line.equals(line.strip()) && line.lines().count() == 1);
        return shown ? Optional.of(String.join("\n", lines)) : Optional.empty();
    }

    /** The values of lines. */
    static List<String> values(@Nullable String lines) {
        return Texts.orEmpty(lines)
                .lines()
                .map(String::strip)
                .filter(Texts::isGiven)
                .toList();
    }

    /** The named values of lines; what has no equals sign is a name with an empty value. */
    static Map<String, String> named(@Nullable String lines) {
        Map<String, String> named = new LinkedHashMap<>();
        for (String line : values(lines)) {
            int equals = line.indexOf('=');
            named.put(
                    equals < 0 ? line : line.substring(0, equals).strip(),
                    equals < 0 ? "" : line.substring(equals + 1).strip());
        }
        return named;
    }
}
