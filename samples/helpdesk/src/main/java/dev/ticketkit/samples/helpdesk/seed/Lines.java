package dev.ticketkit.samples.helpdesk.seed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Tables of the seed: a row a line, values between bars. */
final class Lines {
    private Lines() {}

    /** The rows of a file beside this class's resources. */
    static List<List<String>> of(String file) {
        InputStream in = Objects.requireNonNull(Lines.class.getResourceAsStream("/seed/" + file), file);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> List.of(line.split("\\|", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
