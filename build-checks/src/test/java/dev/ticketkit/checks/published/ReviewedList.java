package dev.ticketkit.checks.published;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** {@code runtime-dependencies.txt}: which libraries a host gets with each module, as somebody has agreed to. */
final class ReviewedList {
    private ReviewedList() {}

    /** By module. */
    static Map<String, Set<String>> committed() throws IOException {
        try (InputStream in = ReviewedList.class.getResourceAsStream("/runtime-dependencies.txt")) {
            byte[] file = Objects.requireNonNull(in, "runtime-dependencies.txt").readAllBytes();
            return read(new String(file, StandardCharsets.UTF_8));
        }
    }

    private static Map<String, Set<String>> read(String file) {
        Map<String, Set<String>> lists = new LinkedHashMap<>();
        Set<String> list = new TreeSet<>();
        for (String line : file.lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith(" ")) {
                list.add(line.strip());
            } else {
                list = new TreeSet<>();
                lists.put(line.strip(), list);
            }
        }
        return lists;
    }
}
