package dev.ticketkit.checks.house;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The table of {@code house-aims.txt}. A name that ends in a star is for all figures that begin so and have no line of their own. */
final class Aims {
    private final Map<String, Aim> aims = new LinkedHashMap<>();

    private Aims(String table) {
        table.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(Aims::read)
                .forEach(aim -> {
                    if (aims.put(aim.name(), aim) != null) {
                        throw new IllegalStateException("two lines for: " + aim.name());
                    }
                });
    }

    static Aims committed() throws IOException {
        try (InputStream in = Aims.class.getResourceAsStream("/house-aims.txt")) {
            return new Aims(
                    new String(Objects.requireNonNull(in, "house-aims.txt").readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    Optional<Aim> of(String figure) {
        Aim own = aims.get(figure);
        if (own != null) {
            return Optional.of(own);
        }
        return aims.values().stream()
                .filter(aim -> aim.name().endsWith("*"))
                .filter(aim ->
                        figure.startsWith(aim.name().substring(0, aim.name().length() - 1)))
                .findFirst();
    }

    Set<String> names() {
        return aims.keySet();
    }

    private static Aim read(String line) {
        String[] cells = line.split("\\|", -1);
        if (cells.length != 4) {
            throw new IllegalStateException("not four cells: " + line);
        }
        return new Aim(cells[0].strip(), number(cells[1]), number(cells[2]), number(cells[3]));
    }

    private static @Nullable Integer number(String cell) {
        String text = cell.strip();
        return text.isEmpty() ? null : Integer.valueOf(text);
    }
}
